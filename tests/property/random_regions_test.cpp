// Random regions and random lives: whatever there is of agencies, services, places, slots, hours
// and contacts, however far it is, however much happens to people and whatever links do, the books
// agree, no life breaks a rule, and it does not matter in which order the region's file lists it
// all.
#include "tests/property/any_experiment.hpp"
#include "tests/property/any_number.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/whole_runs.hpp"

#include <set>
#include <string>
#include <variant>
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

bool holds_contacts(const Region& region) {
    const auto* links = std::get_if<ObservedLinks>(&region.links);
    return links != nullptr && !links->held.empty();
}

} // namespace

TEST_CASE("in any region the books agree, no life breaks a rule, and the order of the file has no "
          "say") {
    std::set<FactKind> told;
    int stated = 0;
    test::for_all(
        [&] {
            const auto experiment = test::any_experiment();
            const auto scenario = static_cast<std::size_t>(test::any_below(4));
            Runs runs{experiment};
            const auto& reading = experiment.readings.front();
            const auto run = runs.run(runs.effect_of(reading), scenario);
            RC_ASSERT(run.faults == std::vector<std::string>{});
            const auto order = test::any_file_order(experiment.region);
            Runs others{test::reordered(experiment, order)};
            const auto other = others.run(others.effect_of(reading), scenario);
            RC_ASSERT(other.lives == run.lives);
            RC_ASSERT(other.result.by_group == run.result.by_group);
            RC_ASSERT(other.result.digest == run.result.digest);
            for (std::uint32_t row = 0; row < experiment.region.agencies.size(); ++row) {
                RC_ASSERT(other.result.work.at(test::moved(AgencyId{row}, order).row()) ==
                          run.result.work.at(row));
            }
            note(told, run.lives);
            stated += holds_contacts(experiment.region) ? 1 : 0;
        },
        100);
    CHECK(stated >= 25);
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
