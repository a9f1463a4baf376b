#include "engine/capacity/hours.hpp"
#include "engine/simulation/world.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <vector>

using namespace tsunagi;
using test::Runs;
using test::short_experiment;

namespace {

World new_world(Runs& runs, std::uint64_t replication = 0) {
    return build_world(runs.setting(runs.effect_of(test::causal)), Streams{{7, replication}});
}

} // namespace

TEST_CASE("a new world is empty: nobody is there, nothing is booked, no pair has met") {
    Runs runs{short_experiment()};
    auto world = new_world(runs);
    CHECK(world.clients.size() == 0);
    CHECK(world.episodes.size() == 0);
    CHECK(world.calendar.empty());
    CHECK(world.facts.size() == 0);
    for (const auto& link : world.links.links().values()) {
        CHECK(link.policy.value == 0.0);
        CHECK(link.reference.value == 0.0);
    }
    CHECK(world.ledger.booked(test::centre, test::run_start) == Duration{0});
}

TEST_CASE("a world has the weekly hours of its agencies, where they have a limit") {
    Runs runs{short_experiment()};
    const auto world = new_world(runs);
    const auto& hours = runs.experiment().parameters.hours;
    CHECK(world.ledger.weekly_total(test::centre) == weekly_direct_hours(hours, {2.0, 0.60}));
    CHECK(world.ledger.weekly_total(test::office) == weekly_direct_hours(hours, {6.0, 0.35}));
    CHECK_FALSE(world.ledger.weekly_total(test::facility));
}

TEST_CASE("a world has every pair of the centre and every pair that meets or refers, once") {
    auto experiment = short_experiment();
    experiment.region.links =
        ObservedLinks{{{test::facility, test::hospital, test::liaison_contact, 4.0}}};
    Runs runs{experiment};
    const auto world = new_world(runs);
    CHECK(world.links.links().size() == 4);
    CHECK(world.links.find(test::centre, test::office).has_value());
    CHECK(world.links.find(test::office, test::centre).has_value());
    CHECK(world.links.find(test::hospital, test::facility).has_value());
    CHECK_FALSE(world.links.find(test::office, test::facility).has_value());
}

TEST_CASE("a replication's links are its own, and the same whenever it is built") {
    Runs runs{short_experiment()};
    const auto frequencies = [&](std::uint64_t replication) {
        std::vector<double> result;
        const auto world = new_world(runs, replication);
        for (const auto& stream : world.contacts.streams()) {
            result.push_back(stream.per_year);
        }
        return result;
    };
    CHECK(frequencies(0) == frequencies(0));
    int different = 0;
    for (std::uint64_t replication = 1; replication < 10; ++replication) {
        different += frequencies(replication) != frequencies(0) ? 1 : 0;
    }
    CHECK(different > 0);
}
