#include "engine/lives/admission_track.hpp"

#include "tests/statistical/care/shares.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Agreement to enter a residence is decided week by week. Without joint contacts the willingness is
// 0.1 x 2^(-t/60), so the share agreed by week w has a closed form: 1 - product over weeks of
// (1 - expit(base + 5 m + 2 (r - 0.4))). n = 50,000 tracks; shares are rejected beyond 4.89
// standard errors (level 1e-6). Power: odds 5 % wrong in every week move the share that has agreed
// by week 25 by 8 standard errors or more, which is rejected.

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

constexpr double base = -3.5;
constexpr double readiness = 0.6;
constexpr int tracks = 50'000;

double agreed_by(int week, double factor_on_odds) {
    double open = 1.0;
    for (int w = 1; w <= week; ++w) {
        const double willingness = 0.1 * std::exp2(-7.0 * w / 60.0);
        const double odds =
            factor_on_odds * std::exp(base + 5.0 * willingness + 2.0 * (readiness - 0.4));
        open *= 1.0 / (1.0 + odds);
    }
    return 1.0 - open;
}

} // namespace

TEST_CASE("agreement: the weeks in which people on tracks agree follow the closed form - 5 % wrong "
          "is seen") {
    WorldPlan plan;
    plan.key.study_seed = 42;
    plan.parameters.admission.base = base;
    plan.parameters.admission.contacts_per_month = 0.0;
    plan.parameters.readiness.bump_factor = 0.0;
    HandMadeWorld world{plan};
    constexpr std::array facilities{test::facility};
    for (int i = 0; i < tracks; ++i) {
        const auto person = world.add_person({.end_day = 3000.0, .readiness = readiness});
        world.act(
            [&](Views& views) { open_track(views.lives, person, {.facilities = facilities}); });
    }
    world.run_days(179.0);
    const auto agreed = world.facts(FactKind::track_agreed);
    const auto by = [&](int week) {
        return std::count_if(agreed.begin(), agreed.end(), [&](const Fact& fact) {
            return test::day_of(fact) < 7.0 * week + 0.5;
        });
    };
    for (const int week : {1, 2, 4, 8, 16, 25}) {
        CHECK(test::share_distance(by(week), tracks, agreed_by(week, 1.0)) < 1.0);
    }
    CHECK(test::share_distance(by(25), tracks, agreed_by(25, 1.05)) > 1.0);
    CHECK(test::share_distance(by(25), tracks, agreed_by(25, 0.95)) > 1.0);
}
