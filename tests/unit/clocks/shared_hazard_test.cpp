#include "engine/clocks/shared_hazard.hpp"
#include "engine/core/id.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/for_all.hpp"
#include "tests/unit/clocks/clock_days.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::clock_day;
using test::ticks_between;

namespace {

using Shared = SharedHazard<ClientId>;

constexpr ClientId one{1};
constexpr ClientId other{2};

// Who waits beside the list of all hazards, summed from end to end at every question.
class PlainWaiters {
public:
    void set_rate(double per_day, SimTime now) { stretches_.push_back({now, per_day}); }
    void join(std::uint32_t id, double left, SimTime now) { waiters_[id] = {now, left}; }
    bool waits(std::uint32_t id) const { return waiters_.contains(id); }
    double left(std::uint32_t id, SimTime now) const {
        const auto& [since, threshold] = waiters_.at(id);
        double left = threshold;
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            const auto end =
                i + 1 < stretches_.size() ? std::min(stretches_[i + 1].from, now) : now;
            const auto from = std::max(stretches_[i].from, since);
            left -= from < end ? stretches_[i].per_day * days_between(from, end) : 0.0;
        }
        return std::max(0.0, left);
    }
    void leave(std::uint32_t id) { waiters_.erase(id); }
    /// Days from now on until the first one fires; the id with it.
    std::pair<double, std::uint32_t> first(SimTime now) const {
        std::pair<double, std::uint32_t> first{1e300, 0};
        for (const auto& [id, unused] : waiters_) {
            first = std::min(first, {left(id, now) / stretches_.back().per_day, id});
        }
        return first;
    }
    bool any() const { return !waiters_.empty() && stretches_.back().per_day > 0.0; }

private:
    struct Stretch {
        SimTime from;
        double per_day{};
    };
    std::vector<Stretch> stretches_{{SimTime{}, 0.0}};
    std::map<std::uint32_t, std::pair<SimTime, double>> waiters_;
};

enum class Happening { move, rate };
// Who; hundredths; hours that pass.
using SharedStep = std::tuple<Happening, std::uint32_t, int, int>;

} // namespace

TEST_CASE("a shared hazard uses up every threshold at once, through every change") {
    // 10 days at 0.02, 5 without hazard, then 0.05 until 0.2 + 0.05 x = 0.5.
    Shared shared;
    CHECK_FALSE(shared.next());
    shared.join(one, 0.5, clock_day(0.0));
    CHECK_FALSE(shared.next());
    shared.set_rate(0.02, clock_day(0.0));
    CHECK(ticks_between(shared.next()->at, clock_day(25.0)) <= 1);
    shared.set_rate(0.0, clock_day(10.0));
    CHECK_FALSE(shared.next());
    shared.set_rate(0.05, clock_day(15.0));
    CHECK(shared.next()->id == one);
    CHECK(ticks_between(shared.next()->at, clock_day(21.0)) <= 1);
    shared.join(other, 0.1, clock_day(16.0));
    CHECK(shared.next()->id == other);
    CHECK(ticks_between(shared.next()->at, clock_day(18.0)) <= 1);
    CHECK(shared.leave(other, clock_day(17.0)) == Approx(0.05));
    CHECK(shared.leave(one, clock_day(17.0)) == Approx(0.2));
    CHECK_FALSE(shared.next());
}

TEST_CASE("who joins or leaves a shared hazard never touches another, to the bit") {
    const auto left_of_one = [](int visitors) {
        Shared shared;
        shared.set_rate(0.013, clock_day(0.0));
        shared.join(one, 1.0, clock_day(0.3));
        for (int i = 0; i < visitors; ++i) {
            shared.join(other, 0.7, clock_day(1.1 + 3.3 * i));
            shared.leave(other, clock_day(2.7 + 3.3 * i));
        }
        shared.set_rate(0.017, clock_day(40.0));
        return shared.leave(one, clock_day(51.9));
    };
    CHECK(left_of_one(0) == left_of_one(11));
}

TEST_CASE("of those due together who joined first fires first, and an unchanged hazard changes "
          "nothing") {
    Shared shared;
    shared.set_rate(0.1, clock_day(0.0));
    shared.join(other, 0.5, clock_day(0.0));
    shared.join(one, 0.5, clock_day(0.0));
    const auto before = shared.next();
    CHECK(before->id == other);
    shared.set_rate(0.1, clock_day(3.7));
    CHECK(shared.next() == before);
}

TEST_CASE("after any operations a shared hazard fires who is first by the integrals, person by "
          "person") {
    test::for_all([] {
        Shared shared;
        PlainWaiters plain;
        auto now = test::clock_start;
        const auto steps = *rc::gen::container<std::vector<SharedStep>>(rc::gen::tuple(
            rc::gen::weightedElement<Happening>({{3, Happening::move}, {1, Happening::rate}}),
            rc::gen::inRange<std::uint32_t>(0, 5),
            rc::gen::inRange(0, 300),
            rc::gen::inRange(0, 200)));
        for (const auto& [happening, id, hundredths, hours] : steps) {
            now += std::chrono::hours{hours};
            while (shared.next() && shared.next()->at <= now) {
                const auto due = shared.next()->id;
                shared.leave(due, now);
                plain.leave(static_cast<std::uint32_t>(due.row()));
            }
            if (happening == Happening::rate) {
                shared.set_rate(hundredths / 1'000.0, now);
                plain.set_rate(hundredths / 1'000.0, now);
            } else if (plain.waits(id)) {
                const double expected = plain.left(id, now);
                RC_ASSERT(std::abs(shared.leave(ClientId{id}, now) - expected) < 1e-9);
                plain.leave(id);
            } else {
                shared.join(ClientId{id}, (hundredths + 1) / 100.0, now);
                plain.join(id, (hundredths + 1) / 100.0, now);
            }
            RC_ASSERT(shared.next().has_value() == plain.any());
            if (const auto next = shared.next()) {
                constexpr double two_ticks = 2.0 / 86'400.0;
                RC_ASSERT(std::abs(days_between(now, next->at) - plain.first(now).first) <
                          two_ticks);
            }
        }
    });
}
