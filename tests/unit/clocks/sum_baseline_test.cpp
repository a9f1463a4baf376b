#include "engine/clocks/exposure_clock.hpp"
#include "engine/clocks/sum_baseline.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/decades.hpp"
#include "tests/unit/clocks/clock_days.hpp"

#include <cmath>
#include <random>

using namespace tsunagi;
using test::clock_start;
using test::decades;

namespace {

/// Lapse after abstinence: a log-logistic early part and a late hazard per year.
const SumBaseline lapse{LogLogisticBaseline{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}},
                        ExponentialBaseline{0.36 / days_per_year}};

/// Round trips from the age and from the hazard over many decades.
template <Baseline B> void check_sum_round_trips(const B& sum) {
    double before = 0.0;
    for (const double age : decades(1e-9, 1e8, 5)) {
        const double hazard = sum.cumulative(age);
        CHECK(sum.age_at(hazard) == Approx(age).epsilon(1e-12));
        CHECK(sum.age_at(hazard) > before);
        before = sum.age_at(hazard);
    }
}

} // namespace

TEST_CASE("the cumulative hazard of a sum is the sum of the cumulative hazards") {
    // 0.32 ln(1 + (365.25/137)^0.415) + 0.36
    CHECK(lapse.cumulative(365.25) == Approx(0.6535).margin(0.00005));
    CHECK(lapse.cumulative(0.0) == 0.0);
    for (const double age : {0.01, 3.0, 90.0, 5'000.0}) {
        CHECK(lapse.cumulative(age) ==
              Approx(0.32 * std::log1p(std::pow(age / 137.0, 0.415)) + 0.36 * age / days_per_year)
                  .epsilon(1e-14));
    }
}

TEST_CASE("the inverse of a sum holds over many decades") {
    check_sum_round_trips(lapse);
    check_sum_round_trips(SumBaseline{WeibullBaseline{0.3, 50.0}, WeibullBaseline{2.5, 400.0}});
    check_sum_round_trips(
        SumBaseline{GompertzBaseline{{.start_per_day = 0.01, .growth_per_day = -0.02}},
                    ExponentialBaseline{0.001}});
    check_sum_round_trips(SumBaseline{lapse, WeibullBaseline{1.4, 3'000.0}}); // a sum of three
}

TEST_CASE("a sum whose terms have a closed inverse agrees with it") {
    const SumBaseline rates{ExponentialBaseline{0.002}, ExponentialBaseline{0.03}};
    const SumBaseline twice{WeibullBaseline{0.6, 640.0}, WeibullBaseline{0.6, 640.0}};
    for (const double hazard : decades(1e-12, 1e3, 4)) {
        CHECK(rates.age_at(hazard) == Approx(hazard / 0.032).epsilon(1e-12));
        CHECK(twice.age_at(hazard) ==
              Approx(640.0 * std::pow(0.5 * hazard, 1.0 / 0.6)).epsilon(1e-12));
    }
    CHECK(rates.age_at(0.0) == 0.0);
}

TEST_CASE("a term without hazard changes nothing") {
    const LogLogisticBaseline alone{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}};
    const SumBaseline with_nothing{alone, ExponentialBaseline{0.0}};
    const SumBaseline nothing_with{ExponentialBaseline{0.0}, alone};
    for (const double age : decades(1e-6, 1e8, 3)) {
        const double hazard = alone.cumulative(age);
        CHECK(with_nothing.age_at(hazard) == Approx(age).epsilon(1e-12));
        CHECK(nothing_with.age_at(hazard) == with_nothing.age_at(hazard));
    }
}

TEST_CASE("a sum whose terms both end is crossed, reached together, or never reached") {
    using Pieces = std::vector<PiecewiseBaseline::Piece>;
    const SumBaseline ending{PiecewiseBaseline{Pieces{{0.0, 0.1}, {10.0, 0.0}}},
                             PiecewiseBaseline{Pieces{{0.0, 0.0}, {30.0, 0.02}, {70.0, 0.0}}}};
    CHECK(ending.age_at(0.4) == Approx(4.0).epsilon(1e-12));
    CHECK(ending.age_at(1.2) == Approx(40.0).epsilon(1e-12)); // neither reaches that alone
    CHECK(ending.age_at(1.79) == Approx(69.5).epsilon(1e-12));
    CHECK(ending.age_at(1.81) < 0.0);
    CHECK(ending.age_at(50.0) < 0.0);
    const SumBaseline nothing{ExponentialBaseline{0.0}, ExponentialBaseline{0.0}};
    CHECK(nothing.age_at(1e-9) < 0.0);
    // The early part alone would need more years than the clock can tell.
    const SumBaseline slow{
        LogLogisticBaseline{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}},
        ExponentialBaseline{0.0}};
    CHECK(slow.age_at(50.0) < 0.0);
    CHECK(slow.age_at(1e6) < 0.0);
}

TEST_CASE("the age never falls with the cumulative hazard beyond the accuracy of the search") {
    std::mt19937_64 generator{41};
    const auto uniform = [&] { return static_cast<double>(generator() >> 11U) * 0x1p-53; };
    for (int pair = 0; pair < 20'000; ++pair) {
        const double hazard = std::exp(-20.0 + 25.0 * uniform());
        const double more = hazard * (1.0 + std::exp(-36.0 * uniform()));
        CHECK(lapse.age_at(more) >= lapse.age_at(hazard) * (1.0 - 2e-13));
    }
}

TEST_CASE("a clock on a sum fires in the tick in which both parts together reach the threshold") {
    for (const double threshold : {0.001, 0.1, 0.65347, 2.0, 9.0}) {
        const ExposureClock clock{{.at = clock_start, .threshold = threshold, .multiplier = 0.5}};
        const double age = days_between(clock_start, *clock.fires_at(lapse));
        const double hazard =
            0.16 * std::log1p(std::pow(age / 137.0, 0.415)) + 0.18 * age / days_per_year;
        const double tick_before = age - 1.0 / 86'400.0;
        CHECK(hazard >= threshold * (1.0 - 1e-12));
        CHECK(0.5 * lapse.cumulative(tick_before) <= threshold * (1.0 + 1e-12));
    }
}
