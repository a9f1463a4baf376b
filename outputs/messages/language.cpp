#include "outputs/messages/language.hpp"

#include <cstdlib>
#include <string>

namespace tsunagi {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

} // namespace

std::string_view code_of(Language language) {
    return language == Language::ja ? "ja" : "en";
}

std::optional<Language> language_of(std::string_view name) {
    const auto code = name.substr(0, name.find_first_of("_.@-"));
    if (code == "ja") {
        return Language::ja;
    }
    if (code == "en") {
        return Language::en;
    }
    return std::nullopt;
}

Language language_of_environment() {
    const std::string wishes = environment("LANGUAGE");
    for (std::string_view rest = wishes; !rest.empty();) {
        const auto colon = rest.find(':');
        if (const auto language = language_of(rest.substr(0, colon))) {
            return *language;
        }
        rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string locale = environment(name); !locale.empty()) {
            return language_of(locale).value_or(Language::en);
        }
    }
    return Language::en;
}

} // namespace tsunagi
