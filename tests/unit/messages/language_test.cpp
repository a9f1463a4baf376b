#include "outputs/messages/language.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <initializer_list>
#include <utility>

using namespace tsunagi;

namespace {

using Settings = std::initializer_list<std::pair<const char*, const char*>>;

Language chosen(Settings settings) {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        unsetenv(name);
    }
    for (const auto& [name, value] : settings) {
        setenv(name, value, 1);
    }
    return language_of_environment();
}

} // namespace

TEST_CASE("a language is known by its code or by a locale's name") {
    CHECK(language_of("ja") == Language::ja);
    CHECK(language_of("ja_JP.UTF-8") == Language::ja);
    CHECK(language_of("en-GB") == Language::en);
    CHECK_FALSE(language_of("fr_FR"));
    CHECK_FALSE(language_of("jam"));
    CHECK_FALSE(language_of("C"));
}

TEST_CASE("LANGUAGE goes before the locale, and its first language that the program has is taken") {
    CHECK(chosen({}) == Language::en);
    CHECK(chosen({{"LANG", "ja_JP.UTF-8"}}) == Language::ja);
    CHECK(chosen({{"LANG", "C"}}) == Language::en);
    CHECK(chosen({{"LANG", "fr_FR.UTF-8"}}) == Language::en);
    CHECK(chosen({{"LANG", "en_US.UTF-8"}, {"LC_ALL", "ja_JP.UTF-8"}}) == Language::ja);
    CHECK(chosen({{"LANG", "ja_JP.UTF-8"}, {"LC_MESSAGES", "C"}}) == Language::en);
    CHECK(chosen({{"LANG", "en_US.UTF-8"}, {"LANGUAGE", "fr:ja:en"}}) == Language::ja);
    CHECK(chosen({{"LANG", "ja_JP.UTF-8"}, {"LANGUAGE", "fr"}}) == Language::ja);
}
