// Who entered is there or has left, every referral is kept, lost or open, every place taken is left
// or occupied and none above capacity, every hour booked is spent: at every record point, the first
// of each month, of every scenario.
#include "tests/support/account_books.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace tsunagi;
using test::Runs;
using test::short_experiment;

namespace {

void check_all_scenarios(Runs& runs, const std::vector<std::int64_t>& replications) {
    const auto effect = runs.effect_of(test::causal);
    for (const auto replication : replications) {
        for (std::size_t scenario = 0; scenario < runs.experiment().scenarios.size(); ++scenario) {
            const auto run = runs.run(effect, scenario, replication);
            CAPTURE(replication, scenario, run.faults);
            CHECK(run.faults.empty());
            CHECK(run.lives.size() > 300);
        }
    }
}

void check_all_scenarios(Runs& runs) {
    check_all_scenarios(runs, {0, runs.replication_with_good_link()});
}

} // namespace

TEST_CASE("the books agree at every record point of every scenario") {
    Runs runs{short_experiment()};
    check_all_scenarios(runs);
}

TEST_CASE("the books agree where all that lives can go through happens") {
    auto experiment = short_experiment();
    experiment.region = test::wide_region();
    Runs runs{experiment};
    check_all_scenarios(runs);
}

TEST_CASE("the books agree where hours are so short that much is refused, cancelled or held as "
          "overtime") {
    auto experiment = short_experiment();
    auto& centre = experiment.region.agencies[test::centre];
    centre.staffing = Agency::Staffing{.posts = 0.45, .direct_share = 0.6};
    auto& office = experiment.region.agencies[test::office];
    office.staffing = Agency::Staffing{.posts = 0.25, .direct_share = 0.6};
    Runs runs{experiment};
    // Groups leave too few hours for the meetings that would make a link good.
    check_all_scenarios(runs, {0, 1, 2});
    // The shortage is there: otherwise this test would show nothing.
    const auto run = runs.run(runs.effect_of(test::causal), test::regular_contact, 0);
    CHECK(run.result.sessions_not_offered > 0);
    CHECK(run.result.cancelled_contacts > 0);
    CHECK(run.result.overtime_ticks > 0);
}

TEST_CASE("the books agree without limits of hours") {
    auto experiment = short_experiment();
    test::lift_limits(experiment.region);
    Runs runs{experiment};
    check_all_scenarios(runs);
}

TEST_CASE("books that miss a fact do not agree") {
    struct Forgetful final : FactListener {
        Forgetful(FactKind kind, const World& world, const Experiment& experiment)
            : missed{kind}, books{world, experiment.run_start, test::stated_hours(experiment)} {}
        void hear(const Fact& fact) override {
            if (fact.kind != missed) {
                books.hear(fact);
            }
        }
        FactKind missed;
        test::AccountBooks books;
    };
    auto wide = short_experiment();
    wide.region = test::wide_region();
    Runs runs{wide};
    for (const auto missed : {FactKind::person_entered,
                              FactKind::person_left,
                              FactKind::offer_accepted,
                              FactKind::self_referred,
                              FactKind::first_contact,
                              FactKind::referral_lost,
                              FactKind::episode_opened,
                              FactKind::episode_ended,
                              FactKind::second_visit,
                              FactKind::family_called,
                              FactKind::booked,
                              FactKind::not_kept,
                              FactKind::place_taken,
                              FactKind::place_left,
                              FactKind::list_joined,
                              FactKind::list_left,
                              FactKind::work_done}) {
        const auto& experiment = runs.experiment();
        Simulation simulation{runs.setting(runs.effect_of(test::causal)),
                              Streams{{experiment.seed, 1}}};
        Forgetful listener{missed, simulation.world(), experiment};
        simulation.set_listener(&listener);
        simulation.run_until(experiment.policy_start);
        CAPTURE(static_cast<int>(missed));
        CHECK_FALSE(listener.books.faults(experiment.policy_start).empty());
    }
}

TEST_CASE("books that hear of more than a region has do not agree at that instant") {
    auto experiment = short_experiment();
    experiment.region = test::wide_region();
    Runs runs{experiment};
    auto& narrow = experiment.region;
    for (auto& offered : narrow.agencies[test::facility].services) {
        offered.places = offered.places ? std::optional{1.0} : std::nullopt;
    }
    narrow.agencies[test::centre].staffing = Agency::Staffing{.posts = 0.01, .direct_share = 0.6};
    Runs narrow_runs{experiment};
    const auto streams = Streams{{experiment.seed, 0}};
    const auto effect = runs.effect_of(test::causal);
    Simulation told{runs.setting(effect), streams};
    const Simulation asked{narrow_runs.setting(effect), streams};
    test::AccountBooks books{asked.world(), experiment.run_start, test::stated_hours(experiment)};
    told.set_listener(&books);
    told.run_until(experiment.policy_start);
    const auto faults = books.faults(experiment.run_start);
    for (const std::string expected : {"places told taken are never above capacity",
                                       "bookings never exceed the week",
                                       "standing work exceeds the week by what the law requires "
                                       "alone"}) {
        CHECK(std::find(faults.begin(), faults.end(), expected) != faults.end());
    }
}
