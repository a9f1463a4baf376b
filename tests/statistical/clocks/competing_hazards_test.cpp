// The first firing of a set of clocks against the closed form of competing exponential hazards
// whose rates change at fixed instants: its time by Kolmogorov-Smirnov, its cause and the period in
// which it falls by chi-square, n = 400,000, level 1e-6. All rates 5 % wrong move the distribution
// of the time by 0.018, 11 times 1 / sqrt(n). One rate 5 % wrong moves the share of its cause in
// the period of most firings by some 0.008, over 10 standard errors. Both must be rejected by the
// same tests.
#include "engine/clocks/clock_set.hpp"
#include "engine/random/streams.hpp"

#include "tests/statistical/clocks/lives_of_clocks.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <vector>

using namespace tsunagi;
using test::chi_square;
using test::kolmogorov_smirnov;
using test::life_start;
using test::lives;

namespace {

constexpr std::size_t causes = 3;

using Rates = std::array<double, causes>;

struct Period {
    double from_day{};
    Rates per_day{};
};

/// One rate stays, one rises twice, one stands still for a while and comes back lower.
const std::vector<Period> periods{{0.0, {0.004, 0.002, 0.006}},
                                  {25.0, {0.004, 0.010, 0.006}},
                                  {60.0, {0.004, 0.010, 0.0}},
                                  {90.0, {0.004, 0.013, 0.003}}};

struct FirstFiring {
    double on_day{};
    std::size_t cause{};
    std::size_t period{};
};

/// A life ends at its first firing. A change of the rates at the very tick of a firing comes after.
FirstFiring first_firing(Streams& streams, std::uint64_t person) {
    ClockSet<causes> clocks;
    for (std::size_t cause = 0; cause < causes; ++cause) {
        clocks.arm(
            cause,
            streams.exponential(
                {.purpose = Draw::drop_out, .entity = EntityKey{person}, .occurrence = cause}),
            life_start);
    }
    for (std::size_t period = 0;; ++period) {
        const auto now =
            life_start + std::chrono::duration_cast<Duration>(RealDays{periods[period].from_day});
        for (std::size_t cause = 0; cause < causes; ++cause) {
            clocks.set_rate(cause, periods[period].per_day[cause], now);
        }
        const auto next = clocks.next().value();
        const double on_day = days_between(life_start, next.at);
        if (period + 1 == periods.size() || on_day <= periods[period + 1].from_day) {
            return {.on_day = on_day, .cause = next.cause, .period = period};
        }
    }
}

std::vector<FirstFiring> sample_of_lives() {
    Streams streams{{.study_seed = 20240401, .replication = 9}};
    std::vector<FirstFiring> sample;
    sample.reserve(lives);
    for (std::uint64_t person = 0; person < lives; ++person) {
        sample.push_back(first_firing(streams, person));
    }
    return sample;
}

/// What a law may have wrong: a factor on the rate of each cause.
using Wrong = Rates;

double rate_of(const Period& period, std::size_t cause, const Wrong& wrong) {
    return period.per_day[cause] * wrong[cause];
}

double total_rate(const Period& period, const Wrong& wrong) {
    double sum = 0.0;
    for (std::size_t cause = 0; cause < causes; ++cause) {
        sum += rate_of(period, cause, wrong);
    }
    return sum;
}

/// Share of lives without a firing by a day.
double survival(double on_day, const Wrong& wrong) {
    double hazard = 0.0;
    for (std::size_t i = 0; i < periods.size() && periods[i].from_day < on_day; ++i) {
        const double end =
            i + 1 < periods.size() ? std::min(on_day, periods[i + 1].from_day) : on_day;
        hazard += total_rate(periods[i], wrong) * (end - periods[i].from_day);
    }
    return std::exp(-hazard);
}

double time_distance(const std::vector<FirstFiring>& sample, const Wrong& wrong) {
    std::vector<double> days;
    days.reserve(sample.size());
    for (const auto& firing : sample) {
        days.push_back(firing.on_day);
    }
    return kolmogorov_smirnov(days, [&](double day) { return 1.0 - survival(day, wrong); });
}

/// Within a period a firing is of a cause with the share of its rate in the total.
double cause_distance(const std::vector<FirstFiring>& sample, const Wrong& wrong) {
    std::vector<double> counts;
    std::vector<double> shares;
    for (std::size_t period = 0; period < periods.size(); ++period) {
        const double left = survival(periods[period].from_day, wrong);
        const double after =
            period + 1 < periods.size() ? survival(periods[period + 1].from_day, wrong) : 0.0;
        for (std::size_t cause = 0; cause < causes; ++cause) {
            const double rate = rate_of(periods[period], cause, wrong);
            const auto count = std::count_if(sample.begin(), sample.end(), [&](const auto& firing) {
                return firing.period == period && firing.cause == cause;
            });
            if (rate == 0.0) {
                CHECK(count == 0);
                continue;
            }
            counts.push_back(static_cast<double>(count));
            shares.push_back((left - after) * rate / total_rate(periods[period], wrong));
        }
    }
    return chi_square(counts, shares);
}

} // namespace

TEST_CASE("the first of competing hazards fires as in the closed form, by time and by cause") {
    const auto sample = sample_of_lives();
    const Wrong right{1.0, 1.0, 1.0};
    CHECK(time_distance(sample, right) < 1.0);
    CHECK(cause_distance(sample, right) < 1.0);
    for (const double factor : {0.95, 1.05}) {
        CHECK(time_distance(sample, {factor, factor, factor}) > 1.0);
        CHECK(cause_distance(sample, {factor, 1.0, 1.0}) > 1.0);
        CHECK(cause_distance(sample, {1.0, factor, 1.0}) > 1.0);
        CHECK(cause_distance(sample, {1.0, 1.0, factor}) > 1.0);
    }
}
