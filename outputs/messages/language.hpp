#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tsunagi {

/// The languages of the program and its pages.
enum class Language : std::uint8_t { en, ja };

/// "en" or "ja": the name of the catalogue's folder and the `lang` of HTML.
std::string_view code_of(Language language);

/// The language that a code or a locale name begins with ("ja", "ja_JP.UTF-8"); none where it is
/// another.
std::optional<Language> language_of(std::string_view name);

/// The user's language: the first that the program has in LANGUAGE, else that of LC_ALL,
/// LC_MESSAGES or LANG, whichever is set first, else English.
///
/// Ask before the first Messages is made, for Messages uses LANGUAGE to tell gettext what to look
/// up.
Language language_of_environment();

} // namespace tsunagi
