// Common random numbers are monotone: a person whose chances only improve is never worse off at
// the same decision.
#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <optional>
#include <vector>

using namespace tsunagi;
using test::Runs;
using test::short_experiment;

namespace {

Experiment without_limits() {
    auto experiment = short_experiment(2);
    test::lift_limits(experiment.region);
    return experiment;
}

// How the first appointment that anybody booked for this person ended.
std::optional<FactKind> first_outcome(const std::vector<test::LifeFact>& life) {
    const auto found = std::find_if(life.begin(), life.end(), [](const test::LifeFact& fact) {
        return fact.kind == FactKind::first_contact || fact.kind == FactKind::not_kept;
    });
    return found == life.end() ? std::nullopt : std::optional{found->kind};
}

struct Moves {
    int to_kept = 0;
    int to_missed = 0;
};

Moves compare_first_outcomes(const test::Lives& one, const test::Lives& other) {
    Moves moves;
    for (const auto& [key, life] : one) {
        const auto before = first_outcome(life);
        const auto after = first_outcome(other.at(key));
        CHECK(before.has_value() == after.has_value());
        moves.to_kept += before == FactKind::not_kept && after == FactKind::first_contact ? 1 : 0;
        moves.to_missed += before == FactKind::first_contact && after == FactKind::not_kept ? 1 : 0;
    }
    return moves;
}

} // namespace

TEST_CASE("a higher level of arrival never turns a kept first appointment into a missed one") {
    auto lower = without_limits();
    auto higher = without_limits();
    higher.parameters.referral.arrive_level += 0.5;
    Runs low{lower};
    Runs high{higher};
    for (const std::int64_t replication : {0, 1}) {
        const auto effect = low.effect_of(test::causal);
        const auto moves = compare_first_outcomes(low.run(effect, test::today, replication).lives,
                                                  high.run(effect, test::today, replication).lives);
        CHECK(moves.to_missed == 0);
        CHECK(moves.to_kept > 0);
    }
}

TEST_CASE("more offers never take the first offer from anybody or make it later") {
    auto rarely = without_limits();
    auto often = without_limits();
    often.region.referrals[0].offer_cold = 0.15;
    often.region.referrals[0].offer_warm = 0.45;
    Runs few{rarely};
    Runs many{often};
    const auto effect = few.effect_of(test::causal);
    // Every life is the same up to the first offer or the first step of its own.
    const auto first_offer = [](const std::vector<test::LifeFact>& life) {
        const auto found = std::find_if(life.begin(), life.end(), [](const test::LifeFact& fact) {
            return fact.kind == FactKind::offered || fact.kind == FactKind::self_referred;
        });
        return found == life.end() ? SimTime::max() : found->at;
    };
    const auto one = few.run(effect, test::today).lives;
    const auto other = many.run(effect, test::today).lives;
    int earlier = 0;
    for (const auto& [key, life] : one) {
        CHECK(first_offer(other.at(key)) <= first_offer(life));
        earlier += first_offer(other.at(key)) < first_offer(life) ? 1 : 0;
    }
    CHECK(earlier > 0);
}
