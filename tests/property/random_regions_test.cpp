// Random regions and random lives: whatever there is of services, places, slots and hours, however
// far it is, and however much happens to people, the books agree, no life breaks a rule, and it
// does not matter in which order the region's file lists it all.
#include "tests/property/any_experiment.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/whole_runs.hpp"

#include <set>
#include <string>
#include <vector>

using namespace tsunagi;
using test::Runs;

namespace {

void note(std::set<FactKind>& told, const test::Lives& lives) {
    for (const auto& life : lives) {
        for (const auto& fact : life.second) {
            told.insert(fact.kind);
        }
    }
}

} // namespace

TEST_CASE("in any region the books agree, no life breaks a rule, and the order of the file has no "
          "say") {
    std::set<FactKind> told;
    test::for_all(
        [&] {
            const auto experiment = test::any_experiment();
            const auto scenario = static_cast<std::size_t>(*rc::gen::inRange(0, 4));
            Runs runs{experiment};
            const auto run = runs.run(runs.effect_of(test::causal), scenario);
            RC_ASSERT(run.faults == std::vector<std::string>{});
            Runs others{test::reordered(experiment, test::any_file_order(experiment.region))};
            const auto other = others.run(others.effect_of(test::causal), scenario);
            RC_ASSERT(other.lives == run.lives);
            RC_ASSERT(other.result.by_group == run.result.by_group);
            RC_ASSERT(other.result.digest == run.result.digest);
            note(told, run.lives);
        },
        100);
    // All that the rules speak of did happen.
    for (const auto kind : {FactKind::place_taken,
                            FactKind::list_joined,
                            FactKind::no_hours_found,
                            FactKind::slot_waited,
                            FactKind::session_not_offered,
                            FactKind::custody_started,
                            FactKind::admission_needed,
                            FactKind::track_agreed,
                            FactKind::died,
                            FactKind::moved_away}) {
        CAPTURE(static_cast<int>(kind));
        CHECK(told.contains(kind));
    }
}
