// What is told of a run and what is said of its region agree: nobody goes from agency to agency but
// by the ways that the map of the region holds.
#include "engine/lives/ways_between_agencies.hpp"

#include "tests/property/any_experiment.hpp"
#include "tests/property/wide_experiments.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/way_rules.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace tsunagi;
using test::Runs;

namespace {

/// Keeps all that a run tells.
struct Tape final : FactListener {
    void hear(const Fact& fact) override { told.push_back(fact); }
    std::vector<Fact> told;
};

std::vector<Fact> told_by(Runs& runs, const LinkEffect& effect, std::int64_t replication) {
    const auto& experiment = runs.experiment();
    Simulation simulation{runs.setting(effect),
                          Streams{{experiment.seed, static_cast<std::uint64_t>(replication)}}};
    Tape tape;
    simulation.set_listener(&tape);
    simulation.run_until(experiment.horizon);
    return std::move(tape.told);
}

std::vector<Way> ways_in(const Experiment& experiment) {
    return ways_of(
        experiment.region, experiment.parameters.family, experiment.parameters.admission);
}

std::set<std::string>
broken_by(const std::vector<Fact>& told, const Region& region, std::vector<Way> ways) {
    test::WayRules rules{region, std::move(ways)};
    for (const auto& fact : told) {
        rules.hear(fact);
    }
    return rules.broken();
}

// All processes happen in it: families trust facilities, places are few, residents agree soon and
// are often ill.
Experiment all_processes() {
    auto experiment = test::wide_experiment(4);
    auto& parameters = experiment.parameters;
    parameters.family.start_trust = 0.2;
    parameters.admission.family_trust = 0.2;
    parameters.admission.family_recognition = 0.25;
    parameters.admission.base = -2.0;
    parameters.use.admission_per_year.fill(0.3);
    for (auto& offered : experiment.region.agencies[test::facility].services) {
        offered.places = 3.0;
    }
    return experiment;
}

// Who has no home is in the rehabilitation facility from the first fact on.
bool is_told(const Way& way) {
    return way.by != std::variant<EntityKey, Process>{Process::no_home};
}

/// Which ways somebody is told to have gone: without each of these the map would lack it.
class Walked {
public:
    Walked(const Region& region, const std::vector<Way>& ways)
        : region_{region}, ways_{ways}, found_(ways.size()) {}

    void look_in(const std::vector<Fact>& told) {
        for (std::size_t row = 0; row < ways_.size(); ++row) {
            auto others = ways_;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(row));
            found_[row] = found_[row] || !broken_by(told, region_, others).empty();
        }
    }
    bool all_told() const {
        for (std::size_t row = 0; row < ways_.size(); ++row) {
            if (is_told(ways_[row]) && !found_[row]) {
                return false;
            }
        }
        return true;
    }

private:
    const Region& region_;
    const std::vector<Way>& ways_;
    std::vector<bool> found_;
};

} // namespace

TEST_CASE(
    "nobody goes from agency to agency but by a way of the map, and somebody by each of them") {
    const auto experiment = all_processes();
    const auto ways = ways_in(experiment);
    CHECK(ways.size() == 2 + processes);
    Runs runs{experiment};
    Walked walked{experiment.region, ways};
    for (std::int64_t replication = 0; replication < experiment.replications; ++replication) {
        const auto told = told_by(runs, runs.effect_of(test::causal), replication);
        CAPTURE(replication);
        CHECK(broken_by(told, experiment.region, ways) == std::set<std::string>{});
        walked.look_in(told);
    }
    CHECK(walked.all_told());
}

TEST_CASE("in any region nobody goes from agency to agency but by a way of the map") {
    test::for_all(
        [&] {
            const auto experiment = test::any_experiment();
            Runs runs{experiment};
            const auto told = told_by(runs, runs.effect_of(experiment.readings.front()), 0);
            RC_ASSERT(broken_by(told, experiment.region, ways_in(experiment)) ==
                      std::set<std::string>{});
        },
        100);
}
