#include "engine/core/contracts.hpp"
#include "engine/people/bumps.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>
#include <vector>

using namespace tsunagi;

namespace {

const SimTime bump_start{Duration{1'600'000'000}};
constexpr BumpDecay decay{.tau_days = 14.0, .window_days = 120.0};

SimTime bump_day(double days) {
    return bump_start + std::chrono::round<Duration>(RealDays{days});
}

/// A bump as the formula has it: size and day.
struct Event {
    double size{};
    double on_day{};
};

Bumps bumps_of(const std::vector<Event>& events) {
    Bumps bumps;
    for (const auto& event : events) {
        bumps.add(event.size, decay, bump_day(event.on_day));
    }
    return bumps;
}

/// 1 - product of (1 - b exp(-(t - t_j) / tau)) over the bumps of the last 120 days.
double formula(const std::vector<Event>& events, double on_day) {
    double product = 1.0;
    for (const auto& event : events) {
        const double age = on_day - event.on_day;
        product *= age >= 0.0 && age < 120.0 ? 1.0 - event.size * std::exp(-age / 14.0) : 1.0;
    }
    return 1.0 - product;
}

/// Simpson's rule with 2,000 intervals on a stretch on which no bump begins or ends.
double integral_of_formula(const std::vector<Event>& events, double from, double to) {
    constexpr int intervals = 2'000;
    const double width = (to - from) / intervals;
    // The ends belong to the inside: the formula may jump there.
    const double inside = 1e-9 * width;
    double sum = formula(events, from + inside) + formula(events, to - inside);
    for (int i = 1; i < intervals; ++i) {
        sum += (i % 2 == 1 ? 4.0 : 2.0) * formula(events, from + i * width);
    }
    return sum * width / 3.0;
}

double mean_of_formula(const std::vector<Event>& events, double from, double to) {
    std::set<double> cuts{from, to};
    for (const auto& event : events) {
        for (const double cut : {event.on_day, event.on_day + 120.0}) {
            if (cut > from && cut < to) {
                cuts.insert(cut);
            }
        }
    }
    double sum = 0.0;
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
        sum += integral_of_formula(events, *cut, *std::next(cut));
    }
    return sum / (to - from);
}

const std::vector<Event> arrest{{0.35, 0.0}};
const std::vector<Event> crises{{0.35, 0.0}, {0.20, 3.0}, {0.15, 3.0}, {0.30, 40.5}};
const std::vector<Event> many{
    {0.5, 0.0}, {0.5, 1.0}, {0.5, 2.0}, {0.5, 2.0}, {0.5, 3.0}, {0.5, 4.5}, {0.5, 4.5}, {0.5, 5.0}};

std::vector<double> steps_after(const Bumps& bumps, SimTime from) {
    std::vector<double> steps;
    for (auto step = bumps.step_at(decay, from); step; step = bumps.step_at(decay, step->to)) {
        steps.push_back(days_between(bump_start, step->to));
    }
    return steps;
}

} // namespace

TEST_CASE("without bumps the level is 0 and nothing changes it") {
    const Bumps none;
    CHECK(none.level(decay, bump_start) == 0.0);
    CHECK(none.mean(decay, bump_start, bump_day(30.0)) == 0.0);
    CHECK_FALSE(none.step_at(decay, bump_start));
}

TEST_CASE("a bump fades by its time constant and counts nothing from 120 days on") {
    const auto bumps = bumps_of(arrest);
    CHECK(bumps.level(decay, bump_day(0.0)) == Approx(0.35));
    CHECK(bumps.level(decay, bump_day(14.0)) == Approx(0.35 / std::exp(1.0)));
    CHECK(bumps.level(decay, bump_day(120.0) - Duration{1}) ==
          Approx(0.35 * std::exp(-120.0 / 14.0)));
    CHECK(bumps.level(decay, bump_day(120.0)) == 0.0);
    CHECK(bumps.level({.tau_days = 30.0, .window_days = 120.0}, bump_day(30.0)) ==
          Approx(0.35 / std::exp(1.0)));
    CHECK(bumps.level({.tau_days = 14.0, .window_days = 10.0}, bump_day(10.0)) == 0.0);
}

TEST_CASE("each bump takes its share of what the others leave") {
    for (const auto& events : {arrest, crises, many}) {
        const auto bumps = bumps_of(events);
        for (const double on_day : {5.0, 41.0, 60.25, 119.0, 121.5, 122.9, 130.0, 200.0}) {
            if (on_day >= events.back().on_day) {
                CHECK(bumps.level(decay, bump_day(on_day)) ==
                      Approx(formula(events, on_day)).epsilon(1e-12));
            }
        }
    }
    // Two at once: 1 - (1 - 0.2) (1 - 0.3)
    CHECK(bumps_of({{0.2, 1.0}, {0.3, 1.0}}).level(decay, bump_day(1.0)) == Approx(0.44));
    CHECK(bumps_of({{1.0, 1.0}, {0.3, 1.0}}).level(decay, bump_day(1.0)) == 1.0);
}

TEST_CASE("the mean of one bump has the closed form of an exponential") {
    const auto bumps = bumps_of(arrest);
    const double mean = 0.35 * 14.0 / 3.0 * (std::exp(-4.0 / 14.0) - std::exp(-7.0 / 14.0));
    CHECK(bumps.mean(decay, bump_day(4.0), bump_day(7.0)) == Approx(mean).epsilon(1e-13));
}

TEST_CASE("the mean is the integral of the level over the interval") {
    const std::vector<std::pair<double, double>> intervals{
        {41.0, 42.0}, {41.0, 60.0}, {60.0, 90.0}, {5.0, 7.0}, {115.0, 119.0}};
    for (const auto& events : {arrest, crises, many}) {
        const auto bumps = bumps_of(events);
        for (const auto& [from, to] : intervals) {
            CHECK(bumps.mean(decay, bump_day(from), bump_day(to)) ==
                  Approx(mean_of_formula(events, from, to)).epsilon(1e-10));
        }
    }
}

TEST_CASE("an interval may hold beginnings and ends of bumps") {
    const std::vector<std::pair<double, double>> intervals{
        {-10.0, 50.0}, {0.0, 200.0}, {100.0, 125.0}, {119.0, 400.0}, {300.0, 310.0}};
    for (const auto& events : {arrest, crises, many}) {
        const auto bumps = bumps_of(events);
        for (const auto& [from, to] : intervals) {
            CHECK(bumps.mean(decay, bump_day(from), bump_day(to)) ==
                  Approx(mean_of_formula(events, from, to)).epsilon(1e-9).margin(1e-15));
        }
    }
}

TEST_CASE("the mean over a tick, or over nothing, is the level") {
    for (const auto& events : {arrest, crises, many}) {
        const auto bumps = bumps_of(events);
        const auto now = bump_day(43.0);
        CHECK(bumps.mean(decay, now, now) == bumps.level(decay, now));
        // Within a second the level falls by a share of 8e-7 at most; its mean by half of that.
        const double half_way =
            0.5 * (bumps.level(decay, now) + bumps.level(decay, now + Duration{1}));
        CHECK(bumps.mean(decay, now, now + Duration{1}) == Approx(half_way).epsilon(1e-11));
    }
}

TEST_CASE("means of parts weighted by length give the mean of the whole, and lie between levels") {
    std::mt19937_64 generator{5};
    const auto uniform = [&] { return static_cast<double>(generator() >> 11U) * 0x1p-53; };
    for (int life = 0; life < 500; ++life) {
        std::vector<Event> events;
        double on_day = 0.0;
        for (std::size_t bump = 0; bump < Bumps::capacity; ++bump) {
            on_day += 10.0 * uniform();
            events.push_back({uniform(), on_day});
        }
        const auto bumps = bumps_of(events);
        const auto from = bump_day(on_day + 20.0 * uniform());
        const auto middle = from + sampled(20.0 * uniform());
        const auto to = middle + sampled(20.0 * uniform());
        const double whole = bumps.mean(decay, from, to);
        const double parts = (bumps.mean(decay, from, middle) * days_between(from, middle) +
                              bumps.mean(decay, middle, to) * days_between(middle, to)) /
                             days_between(from, to);
        CHECK(whole == Approx(parts).epsilon(1e-11));
        CHECK(whole <= bumps.level(decay, from));
        CHECK(whole >= bumps.level(decay, to) * (1.0 - 1e-12));
    }
}

TEST_CASE(
    "the newest bump alone keeps the level above a threshold until a logarithm tells otherwise") {
    CHECK(bumps_of(arrest).newest_above_until(decay, 0.1) <= bump_day(14.0 * std::log(3.5)));
    CHECK(bumps_of(arrest).newest_above_until(decay, 0.1) > bump_day(14.0 * std::log(3.5) - 0.001));
    for (const auto& events : {arrest, crises, many}) {
        const auto bumps = bumps_of(events);
        for (const double threshold : {0.0, 1e-8, 0.01, 0.1, 0.2, 0.349}) {
            const auto until = bumps.newest_above_until(decay, threshold);
            const auto newest = bump_day(events.back().on_day);
            if (events.back().size <= threshold) {
                CHECK(until == SimTime::min());
                continue;
            }
            CHECK(bumps.level(decay, until) > threshold);
            CHECK(until >= newest);
            CHECK(until < newest + sampled(decay.window_days));
        }
    }
    CHECK(Bumps{}.newest_above_until(decay, 0.0) == SimTime::min());
}

TEST_CASE("the level steps on a grid after each bump until its window ends") {
    CHECK(steps_after(bumps_of(arrest), bump_start) ==
          std::vector<double>{1, 2, 4, 7, 14, 21, 28, 42, 60, 90, 120});
    // Seen from before, the bump itself is the first step.
    using Step = Bumps::Step;
    CHECK(bumps_of(arrest).step_at(decay, bump_start - one_day) ==
          Step{SimTime::min(), bump_start});
    CHECK(bumps_of(arrest).step_at(decay, bump_day(4.0) - Duration{1}) ==
          Step{bump_day(2.0), bump_day(4.0)});
    CHECK(bumps_of(arrest).step_at(decay, bump_day(4.0)) == Step{bump_day(4.0), bump_day(7.0)});
    CHECK_FALSE(bumps_of(arrest).step_at(decay, bump_day(120.0)));
}

TEST_CASE("the grid of several bumps is the union of their grids") {
    std::set<double> instants;
    for (const auto& event : crises) {
        for (const double step : {0, 1, 2, 4, 7, 14, 21, 28, 42, 60, 90, 120}) {
            instants.insert(event.on_day + step);
        }
    }
    instants.erase(0.0); // strictly after the start
    CHECK(steps_after(bumps_of(crises), bump_start) ==
          std::vector<double>(instants.begin(), instants.end()));
}

TEST_CASE("a shorter or longer window ends the grid of a bump") {
    const auto bumps = bumps_of(arrest);
    const BumpDecay shorter{.tau_days = 14.0, .window_days = 30.0};
    CHECK(bumps.step_at(shorter, bump_day(28.0)) == Bumps::Step{bump_day(28.0), bump_day(30.0)});
    CHECK_FALSE(bumps.step_at(shorter, bump_day(30.0)));
    const BumpDecay longer{.tau_days = 14.0, .window_days = 150.0};
    CHECK(bumps.step_at(longer, bump_day(120.0)) == Bumps::Step{bump_day(120.0), bump_day(150.0)});
    CHECK_FALSE(bumps.step_at(longer, bump_day(150.0)));
}

TEST_CASE("bumps past their window make room, then the faintest does") {
    auto bumps = bumps_of(many);
    // Day 121: those of day 0 and 1 are over, so a ninth and a tenth have room.
    bumps.add(0.4, decay, bump_day(121.0));
    bumps.add(0.4, decay, bump_day(121.0));
    auto events = many;
    events.push_back({0.4, 121.0});
    events.push_back({0.4, 121.0});
    CHECK(bumps.level(decay, bump_day(121.0)) == Approx(formula(events, 121.0)).epsilon(1e-12));

    // The eleventh finds eight: the oldest is not the faintest here, the third is.
    auto full = bumps_of({{0.5, 0.0},
                          {0.5, 1.0},
                          {0.01, 2.0},
                          {0.5, 3.0},
                          {0.5, 4.0},
                          {0.5, 5.0},
                          {0.5, 6.0},
                          {0.5, 7.0}});
    full.add(0.3, decay, bump_day(8.0));
    const std::vector<Event> kept{{0.5, 0.0},
                                  {0.5, 1.0},
                                  {0.5, 3.0},
                                  {0.5, 4.0},
                                  {0.5, 5.0},
                                  {0.5, 6.0},
                                  {0.5, 7.0},
                                  {0.3, 8.0}};
    CHECK(full.level(decay, bump_day(8.0)) == Approx(formula(kept, 8.0)).epsilon(1e-12));
    CHECK(full.level(decay, bump_day(60.0)) == Approx(formula(kept, 60.0)).epsilon(1e-12));

    // A newcomer fainter than all that are there is the one to go.
    const double before = full.level(decay, bump_day(8.0));
    full.add(0.001, decay, bump_day(8.0));
    CHECK(full.level(decay, bump_day(8.0)) == before);
}

TEST_CASE("of equally faint bumps the oldest goes") {
    Bumps bumps;
    for (std::size_t bump = 0; bump < Bumps::capacity; ++bump) {
        bumps.add(0.0, decay, bump_day(static_cast<double>(bump)));
    }
    bumps.add(0.0, decay, bump_day(10.0));
    // The grid of day 0 is gone: the last but seven of the windows ends on day 121.
    const auto steps = steps_after(bumps, bump_day(110.0));
    CHECK(std::find(steps.begin(), steps.end(), 120.0) == steps.end());
    CHECK(std::find(steps.begin(), steps.end(), 121.0) != steps.end());
    CHECK(steps.back() == 130.0);
}

TEST_CASE("misuse of bumps breaks a contract") {
    Bumps bumps;
    CHECK_THROWS_AS(bumps.add(-0.1, decay, bump_start), ContractViolation);
    CHECK_THROWS_AS(bumps.add(1.1, decay, bump_start), ContractViolation);
    bumps.add(0.3, decay, bump_day(2.0));
    CHECK_THROWS_AS(bumps.add(0.3, decay, bump_day(1.0)), ContractViolation);
    CHECK_THROWS_AS(bumps.mean(decay, bump_day(2.0), bump_day(1.0)), ContractViolation);
}
