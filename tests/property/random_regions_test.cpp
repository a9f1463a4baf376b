// Random regions and random lives: whatever there is of places, slots and hours, and however much
// happens to people, the books agree and no life breaks a rule.
#include "tests/support/account_books.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/life_rules.hpp"
#include "tests/support/whole_runs.hpp"

#include <optional>
#include <vector>

using namespace tsunagi;
using test::Runs;

namespace {

// Between 0 (none at all) and 5, or no limit.
std::optional<double> any_number() {
    const int drawn = *rc::gen::inRange(0, 8);
    return drawn < 6 ? std::optional{static_cast<double>(drawn)} : std::nullopt;
}

// A factor between 1/4 and 4.
double any_factor() {
    return 0.25 * *rc::gen::inRange(1, 17);
}

void scatter(Region& region) {
    for (auto& agency : region.agencies.values()) {
        if (const int halves = *rc::gen::inRange(0, 6); halves > 0) {
            agency.staffing =
                Agency::Staffing{.posts = 0.1 + 0.5 * (halves - 1), .direct_share = 0.6};
        } else {
            agency.staffing.reset();
        }
        for (auto& offered : agency.services) {
            offered.places = offered.places ? any_number() : std::nullopt;
            offered.slots_per_month = offered.slots_per_month ? any_number() : std::nullopt;
        }
    }
}

void scatter(Parameters& parameters) {
    parameters.intake.volume *= any_factor();
    parameters.use.arrest_regular_per_year *= any_factor();
    parameters.use.other_arrest_per_year *= any_factor();
    parameters.use.death_per_year *= any_factor();
    parameters.use.move_per_year *= any_factor();
    parameters.supervision.technical_revocation_per_year *= any_factor();
    parameters.ways_in.residence_per_year *= any_factor();
    parameters.family.call_per_year *= any_factor();
    parameters.choice.patience_days *= any_factor();
    for (double& admission : parameters.use.admission_per_year) {
        admission *= any_factor();
    }
}

// A year of warm-up and one of policy.
Experiment any_experiment() {
    auto experiment = test::short_experiment();
    experiment.region = test::wide_region();
    test::start_policies(experiment, next_first_of_april(experiment.run_start));
    experiment.horizon = next_first_of_april(experiment.policy_start);
    experiment.seed = *rc::gen::arbitrary<std::uint64_t>();
    scatter(experiment.region);
    scatter(experiment.parameters);
    return experiment;
}

} // namespace

TEST_CASE("in any region the books agree and no life breaks a rule") {
    test::for_all(
        [] {
            Runs runs{any_experiment()};
            const auto scenario = static_cast<std::size_t>(*rc::gen::inRange(0, 4));
            const auto run = runs.run(runs.effect_of(test::causal), scenario);
            RC_ASSERT(run.faults == std::vector<std::string>{});
        },
        100);
}
