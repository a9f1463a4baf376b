// Exposure clocks against the closed form of survival through changes of the multiplier, a pause
// and a time without hazard: Kolmogorov-Smirnov, n = 400,000, level 1e-6 (critical distance
// 0.0043). Multipliers 5 % wrong move the distribution by 0.05 x max(S log 1/S) = 0.018, which is
// 11 times 1 / sqrt(n), and must be rejected by the same test.
#include "engine/clocks/exposure_clock.hpp"
#include "engine/clocks/sum_baseline.hpp"
#include "engine/random/streams.hpp"

#include "tests/statistical/clocks/lives_of_clocks.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;
using test::kolmogorov_smirnov;
using test::life_start;
using test::lives;

namespace {

/// What happens to a clock from a day on.
struct Step {
    double from_day{};
    double multiplier{};
    enum class Run : std::uint8_t { runs, paused } run{};
};

/// A clock's life: multiplier 1, 2.5, a pause of 30 days in which it is set to 0.4, a time without
/// hazard, and 1.6 to the end.
const std::vector<Step> steps{{0.0, 1.0, Step::Run::runs},
                              {20.0, 2.5, Step::Run::runs},
                              {50.0, 2.5, Step::Run::paused},
                              {60.0, 0.4, Step::Run::paused},
                              {80.0, 0.4, Step::Run::runs},
                              {110.0, 0.0, Step::Run::runs},
                              {130.0, 1.6, Step::Run::runs}};

SimTime day(double days) {
    return life_start + std::chrono::duration_cast<Duration>(RealDays{days});
}

template <Baseline B> double fires_on_day(const B& baseline, double threshold) {
    ExposureClock clock{
        {.at = life_start, .threshold = threshold, .multiplier = steps.front().multiplier}};
    for (std::size_t next = 1; next < steps.size(); ++next) {
        const auto now = day(steps[next].from_day);
        const auto fires = clock.fires_at(baseline);
        if (fires && *fires <= now) {
            return days_between(life_start, *fires);
        }
        clock.set_multiplier(baseline, now, steps[next].multiplier);
        if (steps[next].run == Step::Run::paused) {
            clock.pause(baseline, now);
        } else {
            clock.resume(now);
        }
    }
    return days_between(life_start, clock.fires_at(baseline).value());
}

template <Baseline B> std::vector<double> sample_of(const B& baseline) {
    Streams streams{{.study_seed = 20240401, .replication = 5}};
    std::vector<double> sample;
    sample.reserve(lives);
    for (std::uint64_t person = 0; person < lives; ++person) {
        const double threshold =
            streams.exponential({.purpose = Draw::drop_out, .entity = EntityKey{person}});
        sample.push_back(fires_on_day(baseline, threshold));
    }
    return sample;
}

/// Distribution function of the life above from the baseline's cumulative hazard by age.
/// @param wrong  factor on every multiplier; 1 is the truth
template <class Hazard> auto law(const Hazard& cumulative, double wrong) {
    return [=](double on_day) {
        double hazard = 0.0;
        double age = 0.0;
        for (std::size_t i = 0; i < steps.size() && steps[i].from_day < on_day; ++i) {
            if (steps[i].run == Step::Run::paused) {
                continue;
            }
            const double end =
                i + 1 < steps.size() ? std::min(on_day, steps[i + 1].from_day) : on_day;
            const double next_age = age + end - steps[i].from_day;
            hazard += wrong * steps[i].multiplier * (cumulative(next_age) - cumulative(age));
            age = next_age;
        }
        return 1.0 - std::exp(-hazard);
    };
}

template <Baseline B, class Hazard>
void check_survival(const B& baseline, const Hazard& cumulative) {
    const auto sample = sample_of(baseline);
    CHECK(kolmogorov_smirnov(sample, law(cumulative, 1.0)) < 1.0);
    CHECK(kolmogorov_smirnov(sample, law(cumulative, 1.05)) > 1.0);
    CHECK(kolmogorov_smirnov(sample, law(cumulative, 0.95)) > 1.0);
}

} // namespace

TEST_CASE("exponential clocks survive as in the closed form") {
    check_survival(ExponentialBaseline{0.01}, [](double age) { return 0.01 * age; });
}

TEST_CASE("Weibull clocks survive as in the closed form") {
    check_survival(WeibullBaseline{0.6, 150.0},
                   [](double age) { return std::pow(age / 150.0, 0.6); });
}

TEST_CASE("log-logistic clocks survive as in the closed form") {
    check_survival(LogLogisticBaseline{{.scale_days = 60.0, .shape = 1.2, .level = 1.0}},
                   [](double age) { return std::log1p(std::pow(age / 60.0, 1.2)); });
}

TEST_CASE("log-logistic clocks with a level survive as in the closed form") {
    check_survival(LogLogisticBaseline{{.scale_days = 137.0, .shape = 0.8, .level = 1.5}},
                   [](double age) { return 1.5 * std::log1p(std::pow(age / 137.0, 0.8)); });
}

TEST_CASE("Gompertz clocks survive as in the closed form, rising and falling") {
    check_survival(GompertzBaseline{{.start_per_day = 0.004, .growth_per_day = 0.01}},
                   [](double age) { return 0.4 * std::expm1(0.01 * age); });
    // The hazard falls so slowly that nobody of the sample escapes: 0.02 / 0.0005 = 40.
    check_survival(GompertzBaseline{{.start_per_day = 0.02, .growth_per_day = -0.0005}},
                   [](double age) { return -40.0 * std::expm1(-0.0005 * age); });
}

TEST_CASE("clocks on a sum of hazards survive as in the closed form") {
    // Lapse after abstinence: an early log-logistic part and a late hazard per year.
    check_survival(
        SumBaseline{LogLogisticBaseline{{.scale_days = 137.0, .shape = 0.415, .level = 0.32}},
                    ExponentialBaseline{0.36 / days_per_year}},
        [](double age) {
            return 0.32 * std::log1p(std::pow(age / 137.0, 0.415)) + 0.36 * age / days_per_year;
        });
    check_survival(
        SumBaseline{WeibullBaseline{0.6, 640.0},
                    GompertzBaseline{{.start_per_day = 0.002, .growth_per_day = 0.004}}},
        [](double age) { return std::pow(age / 640.0, 0.6) + 0.5 * std::expm1(0.004 * age); });
}

TEST_CASE("piecewise constant clocks survive as in the closed form") {
    const PiecewiseBaseline baseline{{{0.0, 0.02}, {30.0, 0.005}, {90.0, 0.012}}};
    check_survival(baseline, [](double age) {
        return 0.02 * std::min(age, 30.0) + 0.005 * std::clamp(age - 30.0, 0.0, 60.0) +
               0.012 * std::max(age - 90.0, 0.0);
    });
}
