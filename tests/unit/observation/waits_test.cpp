// First appointments: waits, and which were kept.
#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <numeric>

using namespace tsunagi;
using namespace tsunagi::test;

TEST_CASE("waits are binned by their upper edge, by route, from policy start on - who comes "
          "unannounced had none") {
    Watch watch;
    const auto person = watch.enter(person_with_end(policy_start));
    const auto route = static_cast<std::uint8_t>(Route::self);
    const auto tell = [&](FactKind kind, SimTime at, std::int64_t ticks) {
        watch.tell(person, kind, at, {.detail = route, .amount = ticks});
    };
    tell(FactKind::not_kept, policy_start - one_tick, 1);
    watch.observer.start_policy(LinkGroup::not_good);
    const auto day = one_day.count();
    for (const auto ticks : {std::int64_t{1}, day, day + 1, 2 * day, 180 * day, 180 * day + 1}) {
        tell(FactKind::not_kept, policy_start, ticks);
    }
    tell(FactKind::first_contact, policy_start, 3);
    tell(FactKind::booked, policy_start, 4);
    const auto unannounced = static_cast<std::uint8_t>(Route::unannounced);
    watch.tell_at(person, FactKind::first_contact, policy_start, unannounced);
    const auto result = watch.observer.finish();
    CHECK(result.waits[unannounced].due == 0);
    const auto& waits = result.waits[route];
    CHECK(waits.due == 7);
    CHECK(waits.kept == 1);
    CHECK(waits.wait_ticks == 3 + 1 + day + day + 1 + 2 * day + 180 * day + 180 * day + 1);
    CHECK(waits.bins[0] == 3);
    CHECK(waits.bins[1] == 2);
    CHECK(waits.bins[wait_bins - 2] == 1);
    CHECK(waits.bins[wait_bins - 1] == 1);
    CHECK(std::accumulate(waits.bins.begin(), waits.bins.end(), 0) == 7);
    CHECK(result.waits[static_cast<std::size_t>(Route::handover)].due == 0);
}

TEST_CASE("a booking still open at the horizon is neither kept nor lost") {
    Watch watch;
    const auto person = watch.enter(person_with_end(policy_start));
    watch.observer.start_policy(LinkGroup::not_good);
    const auto route = static_cast<std::uint8_t>(Route::handover);
    const Watch::What five_days{.detail = route, .amount = 5 * one_day.count()};
    watch.tell(person, FactKind::booked, horizon - one_tick, five_days);
    CHECK(watch.observer.finish().waits[route].due == 0);
    watch.tell(person, FactKind::not_kept, horizon - one_tick, five_days);
    watch.tell(person, FactKind::first_contact, horizon - one_tick, five_days);
    const auto waits = watch.observer.finish().waits[route];
    CHECK(waits.due == 2);
    CHECK(waits.kept == 1);
}

TEST_CASE("first bookings of accepted offers are counted below and from a link of 0.25 on, "
          "re-bookings left out") {
    Watch watch;
    const auto person = watch.enter(person_with_end(policy_start));
    watch.observer.start_policy(LinkGroup::not_good);
    const auto appointment = [&](BookingAttempt attempt, std::int64_t link, bool kept) {
        watch.tell(person,
                   FactKind::appointment_due,
                   policy_start,
                   {.detail = static_cast<std::uint8_t>(attempt), .amount = link});
        watch.tell_at(person,
                      kept ? FactKind::first_contact : FactKind::not_kept,
                      policy_start,
                      static_cast<std::uint8_t>(Route::handover));
    };
    appointment(BookingAttempt::first, 249'999, true);
    appointment(BookingAttempt::first, 250'000, true);
    appointment(BookingAttempt::first, 900'000, false);
    appointment(BookingAttempt::rebooked, 900'000, true);
    for (const auto route : {Route::self, Route::discharge, Route::unannounced}) { // no partner's
        watch.tell_at(
            person, FactKind::first_contact, policy_start, static_cast<std::uint8_t>(route));
    }
    const auto result = watch.observer.finish();
    CHECK(result.first_bookings[0].due == 1);
    CHECK(result.first_bookings[0].kept == 1);
    CHECK(result.first_bookings[1].due == 2);
    CHECK(result.first_bookings[1].kept == 1);
}
