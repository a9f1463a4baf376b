#include "tests/golden/cases/golden_case.hpp"

#include "tests/golden/cases/calendar_part.hpp"
#include "tests/golden/cases/networks_part.hpp"
#include "tests/golden/cases/numbers_part.hpp"
#include "tests/golden/cases/study_part.hpp"

#include <sstream>

namespace tsunagi::test {

std::vector<GoldenPart> golden_parts() {
    return {numbers_part(), calendar_part(), networks_part(reference_networks()), study_part()};
}

std::string text_of(const GoldenPart& part) {
    std::string text;
    std::istringstream about{part.about};
    for (std::string line; std::getline(about, line);) {
        text += "# " + line + '\n';
    }
    text += "# To renew after a change that is meant: build/release/bin/golden_text " + part.name +
            " >tests/golden/" + part.name + ".txt;\n# the commit gives the reason.\n";
    for (const auto& one : part.cases) {
        text += one.name + '\n' + one.summary();
    }
    return text;
}

} // namespace tsunagi::test
