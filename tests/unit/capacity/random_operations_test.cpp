// Places, waiting lists and monthly slots after any sequence of operations, each beside a model so
// plain that it can be believed: lists of what happened, searched from end to end.
#include "engine/capacity/monthly_slots.hpp"
#include "engine/capacity/places.hpp"
#include "engine/capacity/waiting_list.hpp"

#include "tests/support/for_all.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <vector>

using namespace tsunagi;
using std::chrono::days;

namespace {

// What is done next, to whom or how late: read by each property in its own way.
using Step = std::tuple<int, int, int>;

std::vector<Step> any_steps(int kinds, int whos, int hows) {
    return *rc::gen::container<std::vector<Step>>(rc::gen::tuple(
        rc::gen::inRange(0, kinds), rc::gen::inRange(0, whos), rc::gen::inRange(0, hows)));
}

constexpr SimTime start =
    at_date(std::chrono::sys_days{std::chrono::year{2020} / std::chrono::April / 1});

// Stays in places, each as the instants between which a place was taken.
struct Stays {
    struct Stay {
        SimTime from;
        SimTime until = SimTime::max();
    };
    std::vector<Stay> stays;

    template <class Condition> std::int64_t count(const Condition& condition) const {
        return std::count_if(stays.begin(), stays.end(), condition);
    }
    std::int64_t present() const {
        return count([](const Stay& stay) { return stay.until == SimTime::max(); });
    }
    std::int64_t left_since(SimTime after) const {
        return count(
            [&](const Stay& stay) { return stay.until != SimTime::max() && stay.until > after; });
    }
    std::int64_t ticks(SimTime now) const {
        return std::accumulate(
            stays.begin(), stays.end(), std::int64_t{0}, [&](std::int64_t sum, const Stay& stay) {
                return sum + (std::min(stay.until, now) - stay.from).count();
            });
    }
    // The n-th of those present leaves.
    void end(int number, SimTime now) {
        for (auto& stay : stays) {
            if (stay.until == SimTime::max() && number-- == 0) {
                stay.until = now;
            }
        }
    }
};

// In the words of the model: by priority class, then tick joined, then keyed order, then subject.
bool goes_before(const Claim& one, const Claim& other) {
    if (one.priority != other.priority) {
        return static_cast<int>(one.priority) < static_cast<int>(other.priority);
    }
    if (one.joined != other.joined) {
        return one.joined < other.joined;
    }
    return one.order != other.order ? one.order < other.order
                                    : one.subject.value < other.subject.value;
}

// Few ticks and few orders, so that every rule has ties to break.
Claim claim_of(int subject, int draw) {
    return {.priority = Claim::Priority{static_cast<std::uint8_t>(draw % 3)},
            .joined = SimTime{Duration{draw / 3 % 3}},
            .order = (1 + draw / 9 % 3) / 4.0,
            .subject = {static_cast<std::uint64_t>(subject) + 1},
            .row = static_cast<std::uint32_t>(draw)};
}
constexpr int claim_draws = 27;

std::vector<Claim> serve_all(WaitingList list) {
    std::vector<Claim> order;
    while (!list.empty()) {
        order.push_back(list.pop_first());
    }
    return order;
}

} // namespace

TEST_CASE("places: nobody enters a full service, and who entered has left or is there") {
    test::for_all([] {
        Places places{static_cast<std::uint32_t>(*rc::gen::inRange(0, 5)), start};
        RecentExits exits{start};
        Stays stays;
        auto now = start;
        for (const auto& [what, who, hours] : any_steps(5, 5, 24 * 40)) {
            now += std::chrono::hours{hours};
            if (what == 0) {
                places.set_capacity(static_cast<std::uint32_t>(who));
            } else if (what <= 2 && places.has_free()) {
                RC_ASSERT(stays.present() < std::int64_t{*places.capacity()});
                places.take(now);
                stays.stays.push_back({.from = now});
            } else if (what > 2 && places.occupied() > 0) {
                stays.end(who % static_cast<int>(places.occupied()), now);
                places.give_back(now);
                exits.note(now);
            }
            const auto present = stays.present();
            const std::int64_t capacity = *places.capacity();
            RC_ASSERT(places.occupied() == present);
            RC_ASSERT(places.has_free() == (present < capacity));
            RC_ASSERT(*places.free() == std::max(capacity - present, std::int64_t{0}));
            RC_ASSERT(places.occupied_ticks(now) == stays.ticks(now));
            const double open_days = static_cast<double>((now - start).count()) / 86'400.0;
            RC_ASSERT(exits.mean_per_day(now) ==
                      static_cast<double>(stays.left_since(now - days{365})) /
                          std::min(std::max(open_days, 1.0), 365.0));
        }
    });
}

TEST_CASE("waiting list: after any operations it is the sorted list of the claims that are left") {
    test::for_all([] {
        WaitingList list;
        std::vector<Claim> left; // in the order of joining
        const auto forget = [&](EntityKey subject) {
            std::erase_if(left, [&](const Claim& claim) { return claim.subject == subject; });
        };
        for (const auto& [what, who, draw] : any_steps(6, 12, claim_draws)) {
            const auto claim = claim_of(who, draw);
            const auto held = list.find(claim.subject);
            if (what <= 2 && !held) {
                list.join(claim);
                left.push_back(claim);
            } else if (what == 3) {
                RC_ASSERT(list.leave(claim.subject) == held);
                forget(claim.subject);
            } else if (what == 4) {
                list.reprioritise(claim.subject, claim.priority);
                for (auto& other : left) {
                    other.priority =
                        other.subject == claim.subject ? claim.priority : other.priority;
                }
            } else if (what == 5 && !left.empty()) {
                const auto first = *std::min_element(left.begin(), left.end(), goes_before);
                RC_ASSERT(list.first() == first);
                RC_ASSERT(list.pop_first() == first);
                forget(first.subject);
            }
            RC_ASSERT(list.size() == left.size());
            RC_ASSERT(list.empty() == left.empty());
            const auto ahead = std::count_if(left.begin(), left.end(), [&](const Claim& other) {
                return goes_before(other, claim);
            });
            RC_ASSERT(list.ahead_of(claim) == static_cast<std::size_t>(ahead));
            auto sorted = left;
            std::sort(sorted.begin(), sorted.end(), goes_before);
            RC_ASSERT(serve_all(list) == sorted);
        }
    });
}

TEST_CASE("waiting list: the order of joining changes nothing") {
    test::for_all([] {
        // Each subject with a claim and a number by which it joins the second list.
        WaitingList one;
        std::vector<std::pair<int, Claim>> again;
        int subject = 0;
        for (const auto& [unused, draw, turn] : any_steps(1, claim_draws, 1000)) {
            const auto claim = claim_of(subject++, draw);
            one.join(claim);
            again.emplace_back(turn, claim);
        }
        std::sort(again.begin(), again.end(), [](const auto& left, const auto& right) {
            return left.first < right.first;
        });
        WaitingList other;
        for (const auto& [turn, claim] : again) {
            other.join(claim);
        }
        RC_ASSERT(serve_all(one) == serve_all(other));
    });
}

TEST_CASE("monthly slots: no month takes more than it has, none is passed over that has a slot") {
    test::for_all([] {
        const std::int64_t thousandths = *rc::gen::inRange(0, 3500);
        constexpr int months = 18;
        const auto month_start = [](int month) {
            return at_date(std::chrono::sys_days{
                (std::chrono::year{2020} / std::chrono::April + std::chrono::months{month}) / 1});
        };
        const auto limit = [&](int month) {
            return (month + 1) * thousandths / 1000 - month * thousandths / 1000;
        };
        MonthlySlots slots{
            static_cast<double>(thousandths) / 1000.0, start, month_start(months) - one_day};
        std::map<int, std::vector<SimTime>> kept; // bookings by month
        const auto taken = [&](int month) { return static_cast<std::int64_t>(kept[month].size()); };
        for (const auto& [what, month, day] : any_steps(4, months, 28)) {
            if (what == 0 && !kept[month].empty()) {
                slots.release(kept[month].back());
                kept[month].pop_back();
            } else if (what > 0) {
                const auto wish = month_start(month) + days{day};
                const auto latest = wish + days{120};
                int expected = month;
                while (expected < months && taken(expected) >= limit(expected)) {
                    ++expected;
                }
                const auto at = expected == month ? wish : month_start(expected);
                const auto booking = slots.book({wish, latest});
                RC_ASSERT(booking.has_value() == (at <= latest));
                if (booking) {
                    RC_ASSERT(booking->at == at);
                    RC_ASSERT((booking->waited == MonthlySlots::Waited::no) == (expected == month));
                    kept[expected].push_back(at);
                }
            }
            for (int counted = 0; counted < months; ++counted) {
                RC_ASSERT(slots.slots(month_start(counted)) == limit(counted));
                RC_ASSERT(slots.booked(month_start(counted)) == taken(counted));
                RC_ASSERT(taken(counted) <= limit(counted));
            }
        }
    });
}
