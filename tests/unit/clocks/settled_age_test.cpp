#include "engine/clocks/sum_baseline.hpp"
#include "engine/random/det.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/streams.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/decades.hpp"

#include <cmath>

using namespace tsunagi;
using test::decades;

namespace {

const LogLogisticBaseline early_part{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}};
const ExponentialBaseline late_part{0.36 / days_per_year};
const SumBaseline smooth_sum{early_part, late_part};

/// The same hazard, of which a sum is searched by brackets alone.
template <Baseline B> struct ByBrackets {
    B baseline;
    double cumulative(double age_days) const { return baseline.cumulative(age_days); }
    double age_at(double cumulative_hazard) const { return baseline.age_at(cumulative_hazard); }
};
const SumBaseline by_brackets{ByBrackets<LogLogisticBaseline>{early_part},
                              ByBrackets<ExponentialBaseline>{late_part}};

/// Counts what is asked of a baseline.
struct Counted {
    int& calls;
    double cumulative(double age_days) const { return smooth_sum.cumulative(age_days); }
    double age_at(double cumulative_hazard) const { return smooth_sum.age_at(cumulative_hazard); }
    Growth growth(double age_days) const {
        ++calls;
        return smooth_sum.growth(age_days);
    }
};

constexpr double tick_days = 1.0 / 86'400.0;

} // namespace

TEST_CASE("growth is the cumulative hazard and its slope over the logarithm of age") {
    for (const double age : decades(1e-4, 1e6, 2)) {
        const auto growth = smooth_sum.growth(age);
        CHECK(growth.cumulative == Approx(smooth_sum.cumulative(age)).epsilon(1e-14));
        constexpr double step = 1e-5;
        const double rise =
            smooth_sum.cumulative(age * (1.0 + step)) - smooth_sum.cumulative(age / (1.0 + step));
        CHECK(growth.per_log_age == Approx(rise / (2.0 * std::log1p(step))).epsilon(1e-6));
    }
}

TEST_CASE("the age of a smooth hazard settles in few calls, from a start ten times off as well") {
    for (const double age : decades(0.01, 1e5, 7)) {
        for (const double start : {age / 10.0, age / 2.0, age, 10.0 * age}) {
            int calls = 0;
            const auto found = detail::settled_age(
                Counted{calls}, smooth_sum.cumulative(age + 0.5 * tick_days), start);
            CHECK(calls <= 8);
            if (found) { // at the edge of a tick the other search has the last word
                CHECK(*found == Approx(age + 0.5 * tick_days).epsilon(1e-13));
            }
        }
    }
}

TEST_CASE("where the last digits decide on the tick the age is left to the search by brackets") {
    for (const double ticks : {7.0, 1e3, 86'400.0, 1e8}) {
        CHECK_FALSE(detail::is_inside_tick(ticks * tick_days));
        CHECK(detail::is_inside_tick((ticks + 0.4) * tick_days));
        const auto settled = [&](double age) {
            return detail::settled_age(smooth_sum, smooth_sum.cumulative(age), 0.5 * age)
                .has_value();
        };
        CHECK_FALSE(settled(ticks * tick_days));
        CHECK(settled((ticks + 0.4) * tick_days));
    }
    CHECK_FALSE(detail::settled_age(smooth_sum, 0.5, 0.0));
    CHECK_FALSE(detail::settled_age(smooth_sum, 1e9, longest_sampled_days));
}

TEST_CASE("both searches find the same tick, and nearly always the quick one does") {
    Philox4x64 words;
    int quick = 0;
    constexpr int hazards = 50'000;
    for (int i = 0; i < hazards; ++i) {
        const double hazard = -det::log(unit_interval(words())) * (i % 2 == 0 ? 1.0 : 5.0);
        const double age = smooth_sum.age_at(hazard);
        CHECK(sampled(age) == sampled(by_brackets.age_at(hazard)));
        quick += age != by_brackets.age_at(hazard) ? 1 : 0;
    }
    CHECK(quick > hazards / 2); // many agree to the last bit
}
