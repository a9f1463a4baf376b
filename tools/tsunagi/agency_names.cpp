#include "tools/tsunagi/agency_names.hpp"

#include <cstddef>
#include <map>

namespace tsunagi::program {

std::vector<std::string> agency_names(const std::vector<NamedText>& agencies, Language language) {
    std::vector<std::string> names;
    std::map<std::string, int> uses;
    for (const auto& agency : agencies) {
        names.push_back(language == Language::ja ? agency.name.ja : agency.name.en);
        ++uses[names.back()];
    }
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (uses[names[row]] > 1) {
            names[row] += " (" + agencies[row].id + ")";
        }
    }
    return names;
}

} // namespace tsunagi::program
