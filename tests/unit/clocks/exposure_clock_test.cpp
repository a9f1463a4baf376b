#include "engine/clocks/exposure_clock.hpp"
#include "engine/clocks/sum_baseline.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/clocks/clock_days.hpp"
#include "tests/unit/clocks/example_baselines.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace tsunagi;
using test::clock_day;
using test::clock_start;
using test::exponential_baseline;
using test::ticks_between;
using test::weibull_baseline;

namespace {

const LogLogisticBaseline humped_baseline{{.scale_days = 60.0, .shape = 1.2, .level = 4.0}};
const GompertzBaseline gompertz_baseline{{.start_per_day = 0.005, .growth_per_day = 0.001}};
const PiecewiseBaseline gapless_baseline{{{0.0, 0.03}, {10.0, 0.001}, {25.0, 0.004}}};
const SumBaseline lapse_baseline{
    LogLogisticBaseline{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}},
    ExponentialBaseline{0.36 / days_per_year}};

/// Calls a check with every built baseline.
template <class Check> void for_each_baseline(const Check& check) {
    check(exponential_baseline);
    check(weibull_baseline);
    check(humped_baseline);
    check(gompertz_baseline);
    check(gapless_baseline);
    check(lapse_baseline);
}

/// Firing instant for comparisons: a clock that never fires is later than all.
template <Baseline B> SimTime firing(const ExposureClock& clock, const B& baseline) {
    return clock.fires_at(baseline).value_or(SimTime::max());
}

const std::vector<double> thresholds{1e-6, 0.01, 0.1, 0.5, 1.0, 2.3, 6.0};

} // namespace

TEST_CASE("a clock left alone fires when the baseline reaches the threshold") {
    for_each_baseline([](const auto& baseline) {
        for (const double threshold : thresholds) {
            for (const double multiplier : {0.3, 1.0, 2.5}) {
                const ExposureClock clock{
                    {.at = clock_start, .threshold = threshold, .multiplier = multiplier}};
                const double days = baseline.age_at(threshold / multiplier);
                CHECK(clock.fires_at(baseline) == clock_start + sampled(days));
            }
        }
    });
}

TEST_CASE("before an end a clock fires in the same tick, and at or after it not at all") {
    for_each_baseline([](const auto& baseline) {
        const ExposureClock clock{{.at = clock_start, .threshold = 1.5, .multiplier = 0.8}};
        const auto fires = *clock.fires_at(baseline);
        CHECK(clock.fires_before(baseline, fires + one_tick) == fires);
        CHECK(clock.fires_before(baseline, SimTime::max() - one_day) == fires);
        CHECK_FALSE(clock.fires_before(baseline, fires));
        CHECK_FALSE(clock.fires_before(baseline, clock_start + (fires - clock_start) / 2));
    });
}

TEST_CASE("a change of the multiplier leaves the past untouched") {
    // Exponential 0.02 a day: 10 days at 1, 10 days at 3, then 0.5 until 0.02 (10 + 30 + 0.5 x)
    // = 1.
    ExposureClock clock{{.at = clock_start, .threshold = 1.0, .multiplier = 1.0}};
    clock.set_multiplier(exponential_baseline, clock_day(10.0), 3.0);
    clock.set_multiplier(exponential_baseline, clock_day(20.0), 0.5);
    CHECK(ticks_between(*clock.fires_at(exponential_baseline), clock_day(40.0)) <= 1);
    CHECK(clock.multiplier() == 0.5);
}

TEST_CASE("a paused clock stands still in age and hazard") {
    for_each_baseline([](const auto& baseline) {
        const double threshold = 0.8;
        const ExposureClock undisturbed{
            {.at = clock_start, .threshold = threshold, .multiplier = 1.0}};
        ExposureClock clock{{.at = clock_start, .threshold = threshold, .multiplier = 1.0}};
        clock.pause(baseline, clock_day(4.0));
        CHECK_FALSE(clock.running());
        CHECK_FALSE(clock.fires_at(baseline));
        clock.pause(baseline, clock_day(5.0)); // a paused clock stays paused
        clock.resume(clock_day(34.0));
        CHECK(clock.running());
        clock.resume(clock_day(35.0)); // a running clock runs on
        const auto shifted = *undisturbed.fires_at(baseline) + 30 * one_day;
        CHECK(ticks_between(*clock.fires_at(baseline), shifted) <= 1);
    });
}

TEST_CASE("a multiplier changed during a pause counts from the resumption") {
    ExposureClock clock{{.at = clock_start, .threshold = 1.0, .multiplier = 1.0}};
    clock.pause(exponential_baseline, clock_day(10.0));
    clock.set_multiplier(exponential_baseline, clock_day(20.0), 4.0);
    CHECK_FALSE(clock.fires_at(exponential_baseline));
    clock.resume(clock_day(30.0));
    // 0.02 x 10 is used up; the other 0.8 takes 10 days at 0.08.
    CHECK(ticks_between(*clock.fires_at(exponential_baseline), clock_day(40.0)) <= 1);
}

TEST_CASE("an unchanged multiplier changes no bit") {
    for_each_baseline([](const auto& baseline) {
        for (const double threshold : thresholds) {
            ExposureClock clock{{.at = clock_start, .threshold = threshold, .multiplier = 0.7}};
            ExposureClock told_again = clock;
            for (int tenths = 1; tenths < 30; ++tenths) {
                told_again.set_multiplier(baseline, clock_day(tenths / 10.0), 0.7);
            }
            CHECK(told_again.fires_at(baseline) == clock.fires_at(baseline));
            // Also in all that follows: the two differ in nothing.
            clock.set_multiplier(baseline, clock_day(3.0), 1.9);
            told_again.set_multiplier(baseline, clock_day(3.0), 1.9);
            CHECK(told_again.fires_at(baseline) == clock.fires_at(baseline));
        }
    });
}

TEST_CASE("splitting an interval at any number of changes gives the same firing time to a tick") {
    std::mt19937_64 generator{3};
    for_each_baseline([&](const auto& baseline) {
        for (const double threshold : thresholds) {
            for (const std::size_t changes : {1U, 7U, 100U, 3000U}) {
                const ExposureClock whole{
                    {.at = clock_start, .threshold = threshold, .multiplier = 0.8}};
                ExposureClock split = whole;
                const auto fires = *whole.fires_at(baseline);
                const auto ticks = static_cast<double>((fires - clock_start).count() - 1);
                std::vector<SimTime> instants;
                for (std::size_t change = 0; change < changes; ++change) {
                    const double share = static_cast<double>(generator() >> 11U) * 0x1p-53;
                    instants.push_back(clock_start +
                                       Duration{static_cast<std::int64_t>(share * ticks)});
                }
                std::sort(instants.begin(), instants.end());
                for (const auto instant : instants) {
                    // Away and back in one instant, and a stop of no length.
                    split.set_multiplier(baseline, instant, 5.0);
                    split.pause(baseline, instant);
                    split.resume(instant);
                    split.set_multiplier(baseline, instant, 0.8);
                }
                CHECK(ticks_between(*split.fires_at(baseline), fires) <= 1);
            }
        }
    });
}

TEST_CASE("without hazard a clock never fires, and goes on once there is one") {
    for_each_baseline([](const auto& baseline) {
        CHECK_FALSE(ExposureClock({.at = clock_start, .threshold = 1.0, .multiplier = 0.0})
                        .fires_at(baseline));
        ExposureClock clock{{.at = clock_start, .threshold = 0.2, .multiplier = 1.0}};
        clock.set_multiplier(baseline, clock_day(1.0), 0.0);
        CHECK_FALSE(clock.fires_at(baseline));
        clock.set_multiplier(baseline, clock_day(1'000.0), 1.0);
        CHECK(*clock.fires_at(baseline) > clock_day(1'000.0));
    });
    CHECK_FALSE(ExposureClock({.at = clock_start, .threshold = 1e-9, .multiplier = 1.0})
                    .fires_at(ExponentialBaseline{0.0}));
    const PiecewiseBaseline ending{{{0.0, 0.1}, {10.0, 0.0}}};
    CHECK(ExposureClock({.at = clock_start, .threshold = 0.9, .multiplier = 1.0}).fires_at(ending));
    CHECK_FALSE(
        ExposureClock({.at = clock_start, .threshold = 1.1, .multiplier = 1.0}).fires_at(ending));
}

TEST_CASE("age passes while the multiplier is 0") {
    // The falling Weibull hazard is that of the later age, not of the age at which it stopped.
    ExposureClock clock{{.at = clock_start, .threshold = 0.3, .multiplier = 1.0}};
    clock.set_multiplier(weibull_baseline, clock_start, 0.0);
    clock.set_multiplier(weibull_baseline, clock_day(300.0), 1.0);
    const double firing_age = 640.0 * std::pow(0.3 + std::pow(300.0 / 640.0, 0.6), 1.0 / 0.6);
    CHECK(ticks_between(*clock.fires_at(weibull_baseline), clock_day(firing_age)) <= 1);
}

TEST_CASE("a clock later than ten thousand years does not fire") {
    CHECK_FALSE(ExposureClock({.at = clock_start, .threshold = 5.0, .multiplier = 1e-12})
                    .fires_at(exponential_baseline));
}

TEST_CASE("a larger multiplier never fires later, whenever it begins and whatever follows") {
    std::mt19937_64 generator{17};
    const auto uniform = [&] { return static_cast<double>(generator() >> 11U) * 0x1p-53; };
    for_each_baseline([&](const auto& baseline) {
        for (int life = 0; life < 500; ++life) {
            const double threshold = -std::log(1.0 - uniform());
            const double common = 0.1 + 2.0 * uniform();
            ExposureClock low{{.at = clock_start, .threshold = threshold, .multiplier = common}};
            ExposureClock high = low;
            const auto change = clock_day(20.0 * uniform());
            const auto later = change + sampled(20.0 * uniform());
            const double smaller = uniform();
            if (firing(low, baseline) <= change) {
                continue;
            }
            low.set_multiplier(baseline, change, smaller);
            high.set_multiplier(baseline, change, smaller + uniform());
            const auto early = firing(high, baseline);
            CHECK(early <= firing(low, baseline));
            if (early <= later) {
                continue;
            }
            low.set_multiplier(baseline, later, common);
            high.set_multiplier(baseline, later, common);
            CHECK(firing(high, baseline) <= firing(low, baseline));
        }
    });
}

TEST_CASE("a clock asked in its last tick has at least one tick left") {
    ExposureClock clock{{.at = clock_start, .threshold = 0.3, .multiplier = 1.0}};
    const auto fires = *clock.fires_at(weibull_baseline);
    clock.set_multiplier(weibull_baseline, fires, 1e9);
    CHECK(*clock.fires_at(weibull_baseline) == fires + Duration{1});
}

TEST_CASE("misuse of a clock breaks a contract") {
    CHECK_THROWS_AS(ExposureClock({.at = clock_start, .threshold = 0.0, .multiplier = 1.0}),
                    ContractViolation);
    CHECK_THROWS_AS(ExposureClock({.at = clock_start, .threshold = 1.0, .multiplier = -1.0}),
                    ContractViolation);
    ExposureClock clock{{.at = clock_start, .threshold = 1.0, .multiplier = 1.0}};
    CHECK_THROWS_AS(clock.set_multiplier(exponential_baseline, clock_day(1.0), -0.5),
                    ContractViolation);
    clock.set_multiplier(exponential_baseline, clock_day(2.0), 2.0);
    CHECK_THROWS_AS(clock.set_multiplier(exponential_baseline, clock_day(1.0), 1.0),
                    ContractViolation);
}
