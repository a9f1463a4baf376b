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

Experiment short_without_limits() {
    auto experiment = short_experiment(2);
    test::lift_limits(experiment.region);
    return experiment;
}

using Life = std::vector<test::LifeFact>;

// How the first appointment that this life kept or missed ended.
std::optional<test::LifeFact> first_outcome(const Life& life) {
    const auto found = std::find_if(life.begin(), life.end(), [](const test::LifeFact& fact) {
        return fact.kind == FactKind::first_contact || fact.kind == FactKind::not_kept;
    });
    return found == life.end() ? std::nullopt : std::optional{*found};
}

// The same of a person and the family, whose steps act on each other.
std::optional<test::LifeFact> first_outcome_at_home(const test::Lives& lives, EntityKey person) {
    auto first = first_outcome(lives.at(person));
    if (const auto family = lives.find(child_key(person, 0)); family != lives.end()) {
        const auto other = first_outcome(family->second);
        if (other && (!first || other->at < first->at)) {
            first = other;
        }
    }
    return first;
}

bool is_family(const test::Lives::value_type& life) {
    const auto entered =
        std::find_if(life.second.begin(), life.second.end(), [](const test::LifeFact& fact) {
            return fact.kind == FactKind::person_entered;
        });
    return static_cast<ClientKind>(entered->detail) == ClientKind::family;
}

struct Moves {
    int to_kept = 0;
    int to_missed = 0;
};

Moves compare_first_outcomes(const test::Lives& one, const test::Lives& other) {
    Moves moves;
    for (const auto& life : one) {
        if (is_family(life)) {
            continue;
        }
        const auto before = first_outcome_at_home(one, life.first);
        const auto after = first_outcome_at_home(other, life.first);
        REQUIRE(before.has_value() == after.has_value());
        if (before && before->kind != after->kind) {
            (after->kind == FactKind::first_contact ? moves.to_kept : moves.to_missed) += 1;
        }
    }
    return moves;
}

} // namespace

TEST_CASE("a higher level of arrival never turns a kept first appointment into a missed one") {
    auto lower = short_without_limits();
    auto higher = short_without_limits();
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
    auto rarely = short_without_limits();
    auto often = short_without_limits();
    often.region.referrals[0].offer_cold = 0.15;
    often.region.referrals[0].offer_warm = 0.45;
    Runs few{rarely};
    Runs many{often};
    const auto effect = few.effect_of(test::causal);
    // Every life is the same up to the first offer of the office.
    const auto office_key = rarely.region.agencies[test::office].key;
    const auto first_offer = [&](const Life& life) {
        const auto found = std::find_if(life.begin(), life.end(), [&](const test::LifeFact& fact) {
            return fact.kind == FactKind::offered && fact.other == office_key;
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
