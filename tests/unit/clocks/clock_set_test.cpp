#include "engine/clocks/clock_set.hpp"
#include "engine/clocks/exposure_clock.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/clocks/clock_days.hpp"

#include <cmath>
#include <random>
#include <type_traits>
#include <vector>

using namespace tsunagi;
using test::clock_day;
using test::clock_start;
using test::ticks_between;

namespace {

using Three = ClockSet<3>;
static_assert(std::is_trivially_copyable_v<Three>);

/// Firing of the one armed cause; later than all where there is none.
SimTime firing(const Three& set) {
    const auto next = set.next();
    return next ? next->at : SimTime::max();
}

struct Uniform {
    std::mt19937_64 generator;
    double operator()() { return static_cast<double>(generator() >> 11U) * 0x1p-53; }
};

} // namespace

TEST_CASE("a cause without a threshold or without hazard does not fire") {
    Three set;
    CHECK_FALSE(set.next());
    CHECK_FALSE(set.armed(1));
    CHECK(set.rate(1) == 0.0);
    set.arm(1, 0.5, clock_start);
    CHECK(set.armed(1));
    CHECK_FALSE(set.armed(0));
    CHECK(set.rate(1) == 0.0);
    CHECK_FALSE(set.next());
    set.set_rate(1, 0.1, clock_start);
    CHECK(set.rate(1) == 0.1);
    CHECK(set.next()->cause == 1);
    CHECK(ticks_between(set.next()->at, clock_day(5.0)) <= 1);
    set.disarm(1);
    CHECK_FALSE(set.armed(1));
    CHECK_FALSE(set.next());
    set.disarm(1);
}

TEST_CASE("the integral is accumulated through every change of the rate") {
    // 10 days at 0.02, 10 at 0.06, 20 without hazard, then 0.01 until
    // 0.2 + 0.6 + 0.01 x = 1.
    Three set;
    set.arm(0, 1.0, clock_start);
    set.set_rate(0, 0.02, clock_start);
    set.set_rate(0, 0.06, clock_day(10.0));
    set.set_rate(0, 0.0, clock_day(20.0));
    CHECK_FALSE(set.next());
    set.set_rate(0, 0.01, clock_day(40.0));
    CHECK(ticks_between(firing(set), clock_day(60.0)) <= 1);
}

TEST_CASE("the earliest cause fires, at one tick the lowest") {
    Three set;
    set.arm(0, 1.0, clock_start);
    set.set_rate(0, 0.1, clock_start);
    set.arm(1, 1.0, clock_start);
    set.set_rate(1, 0.2, clock_start);
    set.arm(2, 1.0, clock_start);
    set.set_rate(2, 0.2, clock_start);
    CHECK(set.next()->cause == 1);
    CHECK(set.next()->at == clock_day(5.0));
    set.disarm(1);
    CHECK(set.next()->cause == 2);
    set.set_rate(2, 0.0, clock_day(1.0));
    CHECK(set.next()->cause == 0);
    CHECK(set.next()->at == clock_day(10.0));
}

TEST_CASE("a cause that has fired starts again with a new threshold") {
    Three set;
    set.arm(2, 1.0, clock_start);
    set.set_rate(2, 0.25, clock_start);
    const auto first = firing(set);
    CHECK(first == clock_day(4.0));
    set.arm(2, 0.5, first);
    CHECK(set.rate(2) == 0.0);
    set.set_rate(2, 0.25, first);
    CHECK(firing(set) == clock_day(6.0));
}

TEST_CASE("each cause is an exposure clock of its own, to a tick") {
    Uniform uniform{std::mt19937_64{7}};
    const ExponentialBaseline one_per_day{1.0};
    for (int life = 0; life < 300; ++life) {
        const double threshold = -std::log(1.0 - uniform());
        Three set;
        set.arm(1, threshold, clock_start);
        ExposureClock clock{{.at = clock_start, .threshold = threshold, .multiplier = 0.0}};
        auto now = clock_start;
        for (int change = 0; change < 30; ++change) {
            const double rate = uniform() < 0.2 ? 0.0 : 0.05 * uniform();
            set.set_rate(1, rate, now);
            clock.set_multiplier(one_per_day, now, rate);
            const auto fires = clock.fires_at(one_per_day);
            CHECK(fires.has_value() == set.next().has_value());
            if (fires && set.next()) {
                CHECK(ticks_between(*fires, set.next()->at) <= 1);
            }
            now += sampled(3.0 * uniform());
            if (fires && *fires <= now) {
                break;
            }
        }
    }
}

TEST_CASE("an unchanged rate and the fate of other causes change no bit") {
    Uniform uniform{std::mt19937_64{11}};
    for (int life = 0; life < 300; ++life) {
        const double threshold = -std::log(1.0 - uniform());
        Three quiet;
        quiet.arm(1, threshold, clock_start);
        quiet.set_rate(1, 0.013, clock_start);
        Three busy = quiet;
        auto now = clock_start;
        for (int event = 0; event < 40; ++event) {
            now += sampled(uniform());
            busy.set_rate(1, 0.013, now);
            for (const std::size_t other : {std::size_t{0}, std::size_t{2}}) {
                busy.arm(other, 5.0 + uniform(), now);
                busy.set_rate(other, uniform(), now);
                if (uniform() < 0.3) {
                    busy.disarm(other);
                }
            }
        }
        // A change that follows would show any difference left in the row.
        for (auto* set : {&quiet, &busy}) {
            set->disarm(0);
            set->disarm(2);
        }
        CHECK(firing(quiet) == firing(busy));
        quiet.set_rate(1, 0.7, now);
        busy.set_rate(1, 0.7, now);
        CHECK(firing(quiet) == firing(busy));
    }
}

TEST_CASE("a copy lives on by itself") {
    Three set;
    set.arm(0, 1.0, clock_start);
    set.set_rate(0, 0.1, clock_start);
    Three copy = set;
    copy.set_rate(0, 0.5, clock_start);
    CHECK(firing(set) == clock_day(10.0));
    CHECK(firing(copy) == clock_day(2.0));
}

TEST_CASE("a larger rate never fires later, whatever follows") {
    Uniform uniform{std::mt19937_64{23}};
    for (int life = 0; life < 1'000; ++life) {
        const double threshold = -std::log(1.0 - uniform());
        Three low;
        low.arm(0, threshold, clock_start);
        Three high = low;
        auto now = clock_start;
        for (int change = 0; change < 20; ++change) {
            const double rate = 0.1 * uniform();
            low.set_rate(0, rate, now);
            high.set_rate(0, rate + (uniform() < 0.5 ? 0.0 : 0.1 * uniform()), now);
            CHECK(firing(high) <= firing(low));
            now += sampled(2.0 * uniform());
            if (firing(high) <= now) {
                break;
            }
        }
    }
}

TEST_CASE("a firing is at least a tick after the last change and within ten thousand years") {
    Three set;
    set.arm(0, 0.3, clock_start);
    set.set_rate(0, 0.1, clock_start);
    const auto fires = firing(set);
    set.set_rate(0, 1e9, fires);
    CHECK(firing(set) == fires + Duration{1});
    set.arm(0, 1.0, clock_start);
    set.set_rate(0, 1e-7, clock_start);
    CHECK_FALSE(set.next());
}

TEST_CASE("misuse of a set of clocks breaks a contract") {
    Three set;
    CHECK_THROWS_AS(set.arm(3, 1.0, clock_start), ContractViolation);
    CHECK_THROWS_AS(set.arm(0, 0.0, clock_start), ContractViolation);
    CHECK_THROWS_AS(set.armed(3), ContractViolation);
    CHECK_THROWS_AS(set.rate(3), ContractViolation);
    CHECK_THROWS_AS(set.disarm(3), ContractViolation);
    CHECK_THROWS_AS(set.set_rate(0, 0.1, clock_start), ContractViolation); // not armed
    set.arm(0, 1.0, clock_day(2.0));
    CHECK_THROWS_AS(set.set_rate(0, -0.1, clock_day(2.0)), ContractViolation);
    CHECK_THROWS_AS(set.set_rate(0, 0.1, clock_day(1.0)), ContractViolation);
}
