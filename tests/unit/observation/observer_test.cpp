#include "engine/observation/observer.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <chrono>
#include <numeric>
#include <vector>

using namespace tsunagi;

namespace {

constexpr SimTime policy_start{std::chrono::days{20'544}};
constexpr SimTime horizon = policy_start + std::chrono::days{1000};
constexpr SimTime last_end = horizon - std::chrono::days{365};
constexpr Duration tick{1};
const std::vector<EntityKey> agencies{EntityKey{1}, EntityKey{2}, EntityKey{3}};

// An observer and the people it looks up.
struct Watch {
    Clients clients;
    Observer observer{{.policy_start = policy_start, .horizon = horizon}, agencies};

    ClientId enter(SimTime end, ClientKind kind = ClientKind::supervised) {
        Client client;
        client.sentence.end = end;
        client.kind = kind;
        client.need = Need::true_need;
        const auto id = clients.add(client);
        tell(id, FactKind::person_entered, policy_start - std::chrono::days{500});
        return id;
    }
    void tell(ClientId client,
              FactKind kind,
              SimTime at,
              std::uint8_t detail = 0,
              std::int64_t amount = 0) {
        observer.observe({.at = at,
                          .kind = kind,
                          .detail = detail,
                          .client = client,
                          .agency = AgencyId{0},
                          .amount = amount},
                         clients);
    }
    std::int64_t count(Count count, LinkGroup group = LinkGroup::not_good) const {
        return observer.finish()
            .by_group[static_cast<std::size_t>(group)][static_cast<std::size_t>(count)];
    }
};

} // namespace

TEST_CASE("the cohort are supervised persons whose S lies in [policy start, horizon - 365 d]") {
    Watch watch;
    watch.enter(policy_start - tick);
    CHECK(watch.count(Count::cohort) == 0);
    watch.enter(policy_start);
    CHECK(watch.count(Count::cohort) == 1);
    watch.enter(last_end);
    CHECK(watch.count(Count::cohort) == 2);
    watch.enter(last_end + tick);
    watch.enter(policy_start, ClientKind::background_person);
    watch.enter(policy_start, ClientKind::background_family);
    CHECK(watch.count(Count::cohort) == 2);
}

TEST_CASE("the whole cohort belongs to the group of its link when the policy starts") {
    Watch watch;
    watch.enter(policy_start);
    watch.observer.start_policy(LinkGroup::good);
    watch.enter(last_end);
    CHECK(watch.count(Count::cohort, LinkGroup::good) == 2);
    CHECK(watch.count(Count::cohort, LinkGroup::not_good) == 0);
}

TEST_CASE("first contacts and attended sessions are support contacts, in the warm-up too") {
    for (const auto kind : {FactKind::first_contact, FactKind::session_attended}) {
        Watch watch;
        const auto person = watch.enter(policy_start + std::chrono::days{10});
        watch.tell(person, kind, policy_start - std::chrono::days{10});
        CHECK(watch.count(Count::support_at_end) == 1);
    }
    for (const auto kind : {FactKind::session_missed,
                            FactKind::session_not_offered,
                            FactKind::supervision_contact,
                            FactKind::programme_session,
                            FactKind::not_kept,
                            FactKind::booked}) {
        Watch watch;
        const auto person = watch.enter(policy_start + std::chrono::days{10});
        watch.tell(person, kind, policy_start);
        CHECK(watch.count(Count::support_at_end) == 0);
    }
}

TEST_CASE("every stage of the chain enters the cascade") {
    Watch watch;
    const auto person = watch.enter(policy_start);
    const auto at = policy_start + tick;
    watch.tell(person, FactKind::need_recognised, at);
    CHECK(watch.count(Count::recognised) == 1);
    watch.tell(person, FactKind::offered, at, static_cast<std::uint8_t>(Consent::refused));
    CHECK(watch.count(Count::offered) == 1);
    CHECK(watch.count(Count::consented) == 0);
    watch.tell(person, FactKind::offered, at, static_cast<std::uint8_t>(Consent::given));
    CHECK(watch.count(Count::offered) == 1);
    CHECK(watch.count(Count::consented) == 1);
    watch.tell(person, FactKind::offer_accepted, at);
    CHECK(watch.count(Count::accepted) == 1);
    watch.tell(person, FactKind::first_contact, at);
    CHECK(watch.count(Count::first_contact) == 1);
    CHECK(watch.count(Count::second_visit) == 0);
    watch.tell(person, FactKind::second_visit, at);
    CHECK(watch.count(Count::second_visit) == 1);
}

TEST_CASE("who comes by himself has accepted without an offer; who is in care from the start has "
          "had a first contact") {
    Watch watch;
    const auto alone = watch.enter(policy_start);
    watch.tell(alone, FactKind::self_referred, policy_start);
    CHECK(watch.count(Count::accepted) == 1);
    CHECK(watch.count(Count::offered) == 0);
    const auto in_care = watch.enter(policy_start);
    watch.tell(in_care, FactKind::session_attended, policy_start);
    watch.tell(in_care, FactKind::second_visit, policy_start);
    CHECK(watch.count(Count::first_contact) == 1);
    CHECK(watch.count(Count::second_visit) == 1);
}

TEST_CASE("care is followed from the second visit to the end of the episode") {
    Watch watch;
    const auto stays = watch.enter(policy_start);
    const auto leaves = watch.enter(policy_start);
    for (const auto person : {stays, leaves}) {
        watch.tell(person, FactKind::first_contact, policy_start);
        watch.tell(person, FactKind::second_visit, policy_start);
    }
    watch.tell(leaves, FactKind::episode_ended, policy_start + std::chrono::days{182});
    CHECK(watch.count(Count::followed_6_months) == 2);
    CHECK(watch.count(Count::in_care_6_months) == 1);
    CHECK(watch.count(Count::followed_12_months) == 0);
}

TEST_CASE("losses are counted by reason") {
    Watch watch;
    const auto person = watch.enter(policy_start);
    watch.tell(person, FactKind::offer_refused, policy_start);
    for (const auto loss : {Loss::no_hours, Loss::not_kept, Loss::second_visit}) {
        watch.tell(person, FactKind::referral_lost, policy_start, static_cast<std::uint8_t>(loss));
    }
    CHECK(watch.count(Count::refused) == 1);
    CHECK(watch.count(Count::found_no_hours) == 1);
    CHECK(watch.count(Count::not_kept) == 1);
    CHECK(watch.count(Count::lost_at_second_visit) == 1);
}

TEST_CASE("a row that somebody has left belongs to the next person, record and all") {
    Watch watch;
    const auto gone = watch.enter(policy_start);
    watch.tell(gone, FactKind::person_left, policy_start);
    watch.clients.remove(gone);
    const auto family = watch.enter(policy_start, ClientKind::background_family);
    REQUIRE(family == gone);
    watch.tell(family, FactKind::first_contact, policy_start + tick);
    CHECK(watch.count(Count::cohort) == 1);
    CHECK(watch.count(Count::started_21) == 0);
}

TEST_CASE("waits are binned by their upper edge, by route, from policy start on") {
    Watch watch;
    const auto person = watch.enter(policy_start);
    const auto route = static_cast<std::uint8_t>(Route::self);
    watch.tell(person, FactKind::not_kept, policy_start - tick, route, 1);
    watch.observer.start_policy(LinkGroup::not_good);
    const auto day = one_day.count();
    for (const auto ticks : {std::int64_t{1}, day, day + 1, 2 * day, 180 * day, 180 * day + 1}) {
        watch.tell(person, FactKind::not_kept, policy_start, route, ticks);
    }
    watch.tell(person, FactKind::first_contact, policy_start, route, 3);
    watch.tell(person, FactKind::booked, policy_start, route, 4);
    const auto result = watch.observer.finish();
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
    const auto person = watch.enter(policy_start);
    watch.observer.start_policy(LinkGroup::not_good);
    const auto route = static_cast<std::uint8_t>(Route::handover);
    watch.tell(person, FactKind::booked, horizon - tick, route, 5 * one_day.count());
    CHECK(watch.observer.finish().waits[route].due == 0);
    watch.tell(person, FactKind::not_kept, horizon - tick, route, 5 * one_day.count());
    watch.tell(person, FactKind::first_contact, horizon - tick, route, 5 * one_day.count());
    const auto waits = watch.observer.finish().waits[route];
    CHECK(waits.due == 2);
    CHECK(waits.kept == 1);
}

TEST_CASE("first bookings of accepted offers are counted below and from a link of 0.25 on, "
          "re-bookings left out") {
    Watch watch;
    const auto person = watch.enter(policy_start);
    watch.observer.start_policy(LinkGroup::not_good);
    const auto appointment = [&](BookingAttempt attempt, std::int64_t link, bool kept) {
        watch.tell(person,
                   FactKind::appointment_due,
                   policy_start,
                   static_cast<std::uint8_t>(attempt),
                   link);
        watch.tell(person,
                   kept ? FactKind::first_contact : FactKind::not_kept,
                   policy_start,
                   static_cast<std::uint8_t>(Route::handover));
    };
    appointment(BookingAttempt::first, 249'999, true);
    appointment(BookingAttempt::first, 250'000, true);
    appointment(BookingAttempt::first, 900'000, false);
    appointment(BookingAttempt::rebooked, 900'000, true);
    watch.tell(person,
               FactKind::first_contact,
               policy_start,
               static_cast<std::uint8_t>(Route::self)); // no offer's
    const auto result = watch.observer.finish();
    CHECK(result.first_bookings[0].due == 1);
    CHECK(result.first_bookings[0].kept == 1);
    CHECK(result.first_bookings[1].due == 2);
    CHECK(result.first_bookings[1].kept == 1);
}

TEST_CASE("staff time is summed by agency and task from policy start on, and what was lost is "
          "counted") {
    Watch watch;
    const auto work = [&](SimTime at, AgencyId agency, Task task, std::int64_t ticks) {
        watch.observer.observe({.at = at,
                                .kind = FactKind::work_done,
                                .detail = static_cast<std::uint8_t>(task),
                                .agency = agency,
                                .amount = ticks},
                               watch.clients);
    };
    work(policy_start - tick, AgencyId{1}, Task::handover, 500);
    watch.observer.start_policy(LinkGroup::not_good);
    work(policy_start, AgencyId{1}, Task::handover, 30);
    work(policy_start, AgencyId{1}, Task::handover, 40);
    work(policy_start, AgencyId{2}, Task::liaison, 5);
    const auto person = watch.enter(policy_start);
    watch.tell(person, FactKind::session_not_offered, policy_start);
    watch.tell(person, FactKind::contact_cancelled, policy_start);
    watch.tell(person, FactKind::contact_cancelled, policy_start);
    watch.tell(person, FactKind::contact_overtime, policy_start, 0, 60);
    const auto result = watch.observer.finish();
    REQUIRE(result.work.size() == agencies.size());
    CHECK(result.work[1][static_cast<std::size_t>(Task::handover)] == 70);
    CHECK(result.work[2][static_cast<std::size_t>(Task::liaison)] == 5);
    CHECK(result.work[0] == std::array<std::int64_t, tasks>{});
    CHECK(result.sessions_not_offered == 1);
    CHECK(result.cancelled_contacts == 2);
    CHECK(result.overtime_ticks == 60);
}

TEST_CASE("the digest and the number of events begin with the policy") {
    Watch watched;
    Watch fresh;
    watched.enter(policy_start); // told in the warm-up
    watched.observer.count_event();
    CHECK(watched.observer.finish().events == 0);
    for (auto* watch : {&watched, &fresh}) {
        watch->observer.start_policy(LinkGroup::not_good);
        watch->tell(ClientId{0}, FactKind::staff_rotated, policy_start);
        watch->observer.count_event();
    }
    CHECK(watched.observer.finish().digest == fresh.observer.finish().digest);
    CHECK(watched.observer.finish().events == 1);
    fresh.tell(ClientId{0}, FactKind::staff_rotated, policy_start + tick);
    CHECK(watched.observer.finish().digest != fresh.observer.finish().digest);
}

TEST_CASE("levels of understanding are kept in the order noted") {
    Watch watch;
    watch.observer.note_understanding(0.25);
    watch.observer.note_understanding(0.5);
    CHECK(watch.observer.finish().understanding == std::vector<double>{0.25, 0.5});
}
