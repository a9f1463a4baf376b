// What the golden cases give, to the letter as it is kept in the files beside: whatever changes
// them is a change of the model or a fault. The files say how they are renewed.
#include "scenarios/networks/network_file.hpp"

#include "tests/golden/cases/golden_case.hpp"
#include "tests/golden/cases/networks_part.hpp"
#include "tests/golden/parting.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace tsunagi;
using Catch::Matchers::EndsWith;

namespace {

/// The lines of a part, each after the case that it belongs to.
std::vector<std::string> lines_of(std::istream& text) {
    std::vector<std::string> lines;
    std::string name;
    for (std::string line; std::getline(text, line);) {
        const bool of_case = line.starts_with("  ");
        name = of_case ? name : line;
        lines.push_back(of_case ? name + ':' + line : line);
    }
    return lines;
}

/// Where a part and what was kept of it part.
std::string parting_from_kept(const test::GoldenPart& part) {
    std::ifstream kept{TSUNAGI_GOLDEN "/" + part.name + ".txt"};
    std::istringstream found{test::text_of(part)};
    return test::parting(lines_of(kept), lines_of(found));
}

} // namespace

TEST_CASE("every part of the engine gives what was kept, to the letter") {
    for (const auto& part : test::golden_parts()) {
        CAPTURE(part.name);
        CHECK_THAT(parting_from_kept(part), EndsWith("steps are equal"));
    }
}

TEST_CASE("the files of the reference networks give what was kept of them, to the letter") {
    auto networks = test::reference_networks();
    for (auto& [name, network] : networks) {
        const auto path = std::string{TSUNAGI_SCENARIOS} + "/networks/" + name + ".toml";
        network = load_network(path).value.value().network;
    }
    CHECK_THAT(parting_from_kept(test::networks_part(networks)), EndsWith("steps are equal"));
}

TEST_CASE("every golden case has a name of its own") {
    std::set<std::string> names;
    for (const auto& part : test::golden_parts()) {
        for (const auto& one : part.cases) {
            CAPTURE(one.name);
            CHECK(names.insert(one.name).second);
        }
    }
}

TEST_CASE("cases of every part tell their steps") {
    for (const auto& part : test::golden_parts()) {
        CAPTURE(part.name);
        std::int64_t steps = 0;
        part.cases.front().replay([&](const std::string&) { ++steps; });
        CHECK(steps > 1000);
    }
}
