#include "engine/lives/stay.hpp"

#include "tests/statistical/care/shares.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

// The length of a residential stay is a mixture of two Weibull laws. Oracle: the closed form, and
// the four figures of the parameter table that were computed from it. n = 160,000 simulated stays;
// shares are rejected beyond 4.89 standard errors (level 1e-6, both sides), which is 0.0061 at a
// share of one half. Power: an early scale that is 5 % too long moves the share still there at 28
// days by 0.011, a share of settlers that is 5 % too high the one at 90 days by 0.013, 9 and 11
// standard errors; both are planted, and rejected by the same test.

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Share still there at an age in days.
double survival(const ResidenceParameters& parameters, double days) {
    const auto weibull = [&](double shape, double scale) {
        return std::exp(-std::pow(days / scale, shape));
    };
    return parameters.settle * weibull(parameters.late_shape, parameters.late_scale_days) +
           (1.0 - parameters.settle) * weibull(parameters.early_shape, parameters.early_scale_days);
}

constexpr std::array ages{1.0, 3.0, 7.0, 14.0, 28.0, 37.0, 60.0, 90.0, 180.0, 365.0, 730.0};

// Stays of entrants at reference: mean readiness, no supervision, no match.
std::vector<double> simulated_stays(const ResidenceParameters& residence, std::uint64_t seed) {
    WorldPlan plan;
    plan.key.study_seed = seed;
    plan.parameters.residence = residence;
    plan.parameters.residence.settle_match = 0.0;
    plan.parameters.residence.match_hazard = 1.0;
    for (auto& offered : plan.region.agencies[test::facility].services) {
        offered.places.reset();
    }
    HandMadeWorld world{plan};
    constexpr int entrants = 160'000;
    for (int i = 0; i < entrants; ++i) {
        const auto client = world.add_background(ClientKind::background_person);
        world.act([&](Views& views) { enter_residence(views.lives, client, test::facility); });
    }
    world.run_days(4.0 * days_per_year);
    std::vector<double> stays;
    for (const auto& fact : world.facts(FactKind::place_left)) {
        stays.push_back(days_of(Duration{fact.amount}));
    }
    // Those still there stayed longer than any checked age.
    stays.resize(entrants, 1e9);
    return stays;
}

double worst_distance(const std::vector<double>& stays, const ResidenceParameters& expected) {
    double worst = 0.0;
    for (const double age : ages) {
        const auto there =
            std::count_if(stays.begin(), stays.end(), [&](double stay) { return stay > age; });
        worst =
            std::max(worst,
                     test::share_distance(
                         there, static_cast<std::int64_t>(stays.size()), survival(expected, age)));
    }
    return worst;
}

} // namespace

TEST_CASE("stays: the formula gives the figures of the parameter table") {
    const auto residence = test::default_parameters().residence;
    CHECK(1.0 - survival(residence, 7.0) == Approx(0.17).margin(0.005));
    CHECK(survival(residence, 37.0) == Approx(0.5).margin(0.005));
    CHECK(survival(residence, 90.0) == Approx(0.3203).margin(0.00005));
    CHECK(survival(residence, 365.0) == Approx(0.14).margin(0.005));
}

TEST_CASE("stays: simulated entrants at reference leave by the formula - 5 % wrong is seen") {
    const auto residence = test::default_parameters().residence;
    const auto stays = simulated_stays(residence, 41);
    CHECK(worst_distance(stays, residence) < 1.0);
    auto shifted = residence;
    shifted.early_scale_days *= 1.05;
    CHECK(worst_distance(stays, shifted) > 1.0);
    shifted = residence;
    shifted.settle *= 1.05;
    CHECK(worst_distance(stays, shifted) > 1.0);
}
