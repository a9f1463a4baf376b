#pragma once

#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// Enumerators as the engine's headers list them: what no table of names may leave out.
namespace tsunagi::test {

struct Enumerator {
    std::string name;
    int value{};
};

/// Every `enum class` of a header, by name.
/// @param header  from the root
inline std::map<std::string, std::vector<Enumerator>> enumerations_of(const std::string& header) {
    const std::ifstream file{std::string{TSUNAGI_SOURCES} + "/" + header};
    std::ostringstream text;
    text << file.rdbuf();
    const auto code = std::regex_replace(text.str(), std::regex{"//[^\n]*"}, "");
    const std::regex enumeration{R"(enum class (\w+) : [\w:]+ \{([^}]*)\})"};
    const std::regex enumerator{R"((\w+)(?:\s*=\s*(\d+))?\s*(?:,|$))"};
    std::map<std::string, std::vector<Enumerator>> found;
    const std::sregex_iterator end;
    for (std::sregex_iterator one{code.begin(), code.end(), enumeration}; one != end; ++one) {
        const auto body = one->str(2);
        int next = 0;
        for (std::sregex_iterator row{body.begin(), body.end(), enumerator}; row != end; ++row) {
            next = row->str(2).empty() ? next : std::stoi(row->str(2));
            found[one->str(1)].push_back({row->str(1), next});
            ++next;
        }
    }
    return found;
}

/// The enumerators of one.
inline std::vector<Enumerator> enumerators_of(const std::string& header, const std::string& name) {
    const auto all = enumerations_of(header);
    const auto found = all.find(name);
    if (found == all.end()) {
        throw std::logic_error{header + " has no enumeration " + name};
    }
    return found->second;
}

/// Every kind of fact.
inline std::vector<Enumerator> fact_kinds() {
    return enumerators_of("engine/facts/fact.hpp", "FactKind");
}

} // namespace tsunagi::test
