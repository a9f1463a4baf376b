// A set of clocks after any sequence of operations, beside a model so plain that it can be
// believed: for each cause the list of all its rates, summed from end to end at every question.
#include "engine/clocks/clock_set.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/for_all.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <tuple>
#include <vector>

using namespace tsunagi;

namespace {

constexpr std::size_t causes = 4;
const SimTime start{Duration{1'500'000'000}};
constexpr double never = std::numeric_limits<double>::infinity();

struct PlainClock {
    struct Stretch {
        SimTime from;
        double per_day{};
    };
    double threshold{};
    std::vector<Stretch> stretches;

    /// Day from the start on which the integral of all rates so far reaches the threshold.
    double firing_day() const {
        double left = threshold;
        for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
            left -= stretches[i].per_day * days_between(stretches[i].from, stretches[i + 1].from);
        }
        const auto& last = stretches.back();
        return last.per_day > 0.0
                   ? days_between(start, last.from) + std::max(left, 0.0) / last.per_day
                   : never;
    }
};

using Plain = std::array<std::optional<PlainClock>, causes>;

/// No firing of the model comes before that of the set, and that of its cause comes with it; a
/// second of rounding up, and one where a clock is asked in its last tick.
void check_firing(const ClockSet<causes>& set, const Plain& plain) {
    constexpr double two_ticks = 2.0 / 86'400.0;
    const auto next = set.next();
    for (std::size_t cause = 0; cause < causes; ++cause) {
        RC_ASSERT(set.armed(cause) == plain[cause].has_value());
        const double day = plain[cause] ? plain[cause]->firing_day() : never;
        const double next_day = next ? days_between(start, next->at) : never;
        RC_ASSERT(next_day <= day + two_ticks);
        if (next && next->cause == cause) {
            RC_ASSERT(next_day >= day - 1e-9);
        }
    }
}

enum class Operation { arm, disarm, rate, stop, repeat };
using Step = std::tuple<Operation, std::size_t, int, int>; // cause; hundredths; hours that pass

std::vector<Step> any_steps() {
    return *rc::gen::container<std::vector<Step>>(
        rc::gen::tuple(rc::gen::weightedElement<Operation>({{2, Operation::arm},
                                                            {1, Operation::disarm},
                                                            {6, Operation::rate},
                                                            {1, Operation::stop},
                                                            {2, Operation::repeat}}),
                       rc::gen::inRange<std::size_t>(0, causes),
                       rc::gen::inRange(1, 300),
                       rc::gen::inRange(0, 200)));
}

void set_rate(ClockSet<causes>& set, Plain& plain, std::size_t cause, SimTime now, double rate) {
    if (plain[cause]) {
        set.set_rate(cause, rate, now);
        plain[cause]->stretches.push_back({now, rate});
    }
}

void take(ClockSet<causes>& set, Plain& plain, const Step& step, SimTime now) {
    const auto [operation, cause, hundredths, hours] = step;
    switch (operation) {
    case Operation::arm:
        set.arm(cause, hundredths / 100.0, now);
        plain[cause] = PlainClock{.threshold = hundredths / 100.0, .stretches = {{now, 0.0}}};
        break;
    case Operation::disarm:
        set.disarm(cause);
        plain[cause].reset();
        break;
    case Operation::rate:
        set_rate(set, plain, cause, now, hundredths / 1'000.0);
        break;
    case Operation::stop:
        set_rate(set, plain, cause, now, 0.0);
        break;
    case Operation::repeat:
        set_rate(set, plain, cause, now, set.rate(cause));
        break;
    }
}

} // namespace

TEST_CASE("after any operations the next firing is that of the integrals, cause by cause") {
    test::for_all([] {
        ClockSet<causes> set;
        Plain plain;
        auto now = start;
        for (const auto& step : any_steps()) {
            now += std::chrono::hours{std::get<3>(step)};
            // What is due fires first; its cause is then armed no more.
            while (set.next() && set.next()->at <= now) {
                const auto cause = set.next()->cause;
                set.disarm(cause);
                plain[cause].reset();
            }
            take(set, plain, step, now);
            check_firing(set, plain);
        }
    });
}
