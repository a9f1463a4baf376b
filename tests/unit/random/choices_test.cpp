#include "engine/random/choices.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/random/special_numbers.hpp"

#include <algorithm>
#include <vector>

using namespace tsunagi;
using test::infinity;
using test::not_a_number;

namespace {

constexpr std::uint64_t people = 20'000;

DrawAddress decision_of(std::uint64_t person) {
    return {.purpose = Draw::offer, .entity = EntityKey{person}};
}

/// Key of the agency that a person chooses. A new run each time, since a run makes each decision
/// once.
std::uint64_t chosen(const std::vector<Option>& options, std::uint64_t person) {
    Streams run{{.study_seed = 1, .replication = 0}};
    return options[choose(options, run, decision_of(person))].partner.value;
}

std::uint32_t winner(const std::vector<Cause>& causes, std::uint64_t person) {
    Streams run{{.study_seed = 1, .replication = 0}};
    return causes[race(causes, run, decision_of(person))->winner].cause;
}

const std::vector<Option> agencies{{.partner = PartnerKey{11}, .utility = 0.0},
                                   {.partner = PartnerKey{12}, .utility = 0.4},
                                   {.partner = PartnerKey{13}, .utility = -0.5},
                                   {.partner = PartnerKey{14}, .utility = 1.0}};
const std::vector<Cause> causes{
    {.cause = 1, .hazard = 0.5}, {.cause = 2, .hazard = 0.3}, {.cause = 3, .hazard = 0.1}};

} // namespace

TEST_CASE("closing an agency moves exactly the people who were going there") {
    auto without = agencies;
    without.erase(without.begin() + 1);
    auto barred = agencies;
    barred[1].utility = -infinity;
    for (std::uint64_t person = 0; person < people; ++person) {
        const auto before = chosen(agencies, person);
        const auto after = chosen(without, person);
        REQUIRE((after == before || before == 12));
        REQUIRE(after != 12);
        REQUIRE(chosen(barred, person) == after);
    }
}

TEST_CASE("a more attractive option only draws people to itself") {
    auto raised = agencies;
    raised[2].utility += 0.2;
    std::uint64_t moved = 0;
    for (std::uint64_t person = 0; person < people; ++person) {
        const auto before = chosen(agencies, person);
        const auto after = chosen(raised, person);
        REQUIRE((after == before || after == 13));
        moved += after == before ? 0U : 1U;
    }
    CHECK(moved > 0);
}

TEST_CASE("the order of options and of causes has no influence") {
    auto turned_agencies = agencies;
    std::reverse(turned_agencies.begin(), turned_agencies.end());
    auto turned_causes = causes;
    std::reverse(turned_causes.begin(), turned_causes.end());
    for (std::uint64_t person = 0; person < people; ++person) {
        REQUIRE(chosen(turned_agencies, person) == chosen(agencies, person));
        REQUIRE(winner(turned_causes, person) == winner(causes, person));
    }
}

TEST_CASE("adding a constant to every utility changes no choice") {
    auto shifted = agencies;
    for (Option& option : shifted) {
        option.utility += 2.0;
    }
    for (std::uint64_t person = 0; person < people; ++person) {
        REQUIRE(chosen(shifted, person) == chosen(agencies, person));
    }
}

TEST_CASE("a choice among one is that one, and faults of a choice are refused") {
    Streams streams{{.study_seed = 1, .replication = 0}};
    const DrawAddress decision = decision_of(1);
    CHECK(choose(std::vector<Option>{{.option = 5, .utility = -3.0}}, streams, decision) == 0);
    const auto refused = [&](const std::vector<Option>& options) {
        Streams run{{.study_seed = 1, .replication = 0}};
        CHECK_THROWS_AS(choose(options, run, decision), ContractViolation);
    };
    refused({});
    refused({{.option = 1, .utility = -infinity}, {.option = 2, .utility = -infinity}});
    refused({{.option = 1, .utility = infinity}});
    refused({{.option = 1, .utility = not_a_number}});
    refused({{.option = 1, .utility = 0.0}, {.option = 1, .utility = 1.0}});
}

TEST_CASE("raising one hazard only moves people to that cause, and never makes them wait longer") {
    auto raised = causes;
    raised[1].hazard *= 1.3;
    for (std::uint64_t person = 0; person < people; ++person) {
        Streams run{{.study_seed = 1, .replication = 0}};
        Streams same_run = run;
        const auto before = race(causes, run, decision_of(person));
        const auto after = race(raised, same_run, decision_of(person));
        REQUIRE((after->winner == before->winner || after->winner == 1));
        REQUIRE(after->time <= before->time);
    }
}

TEST_CASE("a cause of hazard 0 never wins, and nothing happens without a hazard") {
    Streams streams{{.study_seed = 1, .replication = 0}};
    const std::vector<Cause> idle{{.cause = 1, .hazard = 0.0}, {.cause = 2, .hazard = 0.0}};
    CHECK_FALSE(race(idle, streams, decision_of(1)).has_value());
    CHECK_FALSE(race({}, streams, decision_of(2)).has_value());
    const std::vector<Cause> one_works{{.cause = 1, .hazard = 0.0}, {.cause = 2, .hazard = 1e-9}};
    CHECK(race(one_works, streams, decision_of(3))->winner == 1);
    const auto refused = [&](const std::vector<Cause>& wrong) {
        CHECK_THROWS_AS(race(wrong, streams, decision_of(4)), ContractViolation);
    };
    refused({{.cause = 1, .hazard = -0.1}});
    refused({{.cause = 1, .hazard = not_a_number}});
    refused({{.cause = 1, .hazard = infinity}});
    refused({{.cause = 1, .hazard = 0.0}, {.cause = 1, .hazard = 0.0}});
}
