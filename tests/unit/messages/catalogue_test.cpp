#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

using Catalogue =
    std::vector<std::pair<std::string, std::string>>; // id and message, in the order of the file

Catalogue catalogue(const std::string& language) {
    const std::string text =
        text_of(fs::path{TSUNAGI_SOURCES} / "outputs" / "messages" / (language + ".po"));
    const std::regex entry{R"re(msgid "([^"]+)"\nmsgstr ((?:"(?:[^"\\\n]|\\.)*"\n?)+))re"};
    Catalogue found;
    for (std::sregex_iterator it{text.begin(), text.end(), entry}, end; it != end; ++it) {
        found.emplace_back((*it)[1], (*it)[2]);
    }
    return found;
}

std::multiset<std::string> arguments_of(const std::string& message) {
    const std::regex argument{R"(\{([a-z_0-9]+)\})"};
    std::multiset<std::string> names;
    for (std::sregex_iterator it{message.begin(), message.end(), argument}, end; it != end; ++it) {
        names.insert((*it)[1]);
    }
    return names;
}

/// What sources say: whole ids, and beginnings ("table.outcome.") that the program completes.
struct Uses {
    std::set<std::string> ids;
    std::set<std::string> beginnings;

    bool covers(const std::string& id) const {
        return ids.count(id) > 0 ||
               std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
                   return id.starts_with(beginning);
               });
    }
};

// In C++ an id is a whole quoted text; in templates it stands bare.
Uses uses_in_sources(const std::set<std::string>& sections) {
    std::string names;
    for (const auto& section : sections) {
        names += (names.empty() ? "" : "|") + section;
    }
    const std::regex quoted{"\"((?:" + names + R"re()(?:\.[a-z0-9_]+)+\.?)")re"};
    const std::regex bare{R"((?:^|[^\w."'/])((?:)" + names + R"()(?:\.[a-z0-9_]+)+))"};
    Uses uses;
    for (const char* folder : {"engine", "scenarios", "outputs", "tools"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator{fs::path{TSUNAGI_SOURCES} / folder}) {
            const auto kind = entry.path().extension();
            const bool is_template = kind == ".mustache";
            if (!is_template && kind != ".cpp" && kind != ".hpp") {
                continue;
            }
            const auto text = text_of(entry.path());
            for (std::sregex_iterator it{text.begin(), text.end(), is_template ? bare : quoted},
                 end;
                 it != end;
                 ++it) {
                const std::string id = (*it)[1];
                (id.ends_with('.') ? uses.beginnings : uses.ids).insert(id);
            }
        }
    }
    return uses;
}

std::set<std::string> sections_of(const Catalogue& messages) {
    std::set<std::string> sections;
    for (const auto& [id, message] : messages) {
        sections.insert(id.substr(0, id.find('.')));
    }
    return sections;
}

} // namespace

TEST_CASE("both catalogues have the same ids in the same order, with the same arguments") {
    const auto english = catalogue("en");
    const auto japanese = catalogue("ja");
    REQUIRE(english.size() == japanese.size());
    REQUIRE(english.size() > 80);
    for (std::size_t i = 0; i < english.size(); ++i) {
        INFO(english[i].first);
        CHECK(english[i].first == japanese[i].first);
        const auto in_english = arguments_of(english[i].second);
        const auto in_japanese = arguments_of(japanese[i].second);
        CHECK(std::set<std::string>{in_english.begin(), in_english.end()} ==
              std::set<std::string>{in_japanese.begin(), in_japanese.end()});
    }
}

TEST_CASE(
    "every message that sources ask for is in the catalogue, and nobody asks for none in it") {
    const auto messages = catalogue("en");
    const auto uses = uses_in_sources(sections_of(messages));
    std::set<std::string> known;
    for (const auto& [id, message] : messages) {
        known.insert(id);
        INFO("unused: " << id);
        CHECK(uses.covers(id));
    }
    for (const auto& id : uses.ids) {
        INFO("missing: " << id);
        CHECK(known.count(id) == 1);
    }
}
