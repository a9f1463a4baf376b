#include "engine/observation/observer.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <array>
#include <chrono>
#include <numeric>
#include <tuple>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

constexpr SimTime last_end = horizon - std::chrono::days{365};

} // namespace

TEST_CASE(
    "the cohort are persons of supervised intake whose S lies in [policy start, horizon - 365 "
    "d]") {
    Watch watch;
    watch.enter(person_with_end(policy_start - tick));
    CHECK(watch.count(Count::cohort) == 0);
    watch.enter(person_with_end(policy_start));
    CHECK(watch.count(Count::cohort) == 1);
    watch.enter(person_with_end(last_end));
    CHECK(watch.count(Count::cohort) == 2);
    watch.enter(person_with_end(last_end + tick));
    for (const auto source : {IntakeSource::full_term, IntakeSource::suspended_without_probation}) {
        auto outside = person_with_end(policy_start);
        outside.source = source;
        watch.enter(outside);
    }
    watch.enter(client_of_kind(ClientKind::background_person));
    watch.enter(client_of_kind(ClientKind::background_family));
    CHECK(watch.count(Count::cohort) == 2);
}

TEST_CASE("the whole cohort belongs to the group of its link when the policy starts") {
    Watch watch;
    watch.enter_cohort();
    watch.observer.start_policy(LinkGroup::good);
    watch.enter_cohort();
    CHECK(watch.count(Count::cohort, LinkGroup::good) == 2);
    CHECK(watch.count(Count::cohort, LinkGroup::not_good) == 0);
}

TEST_CASE("every attribute fixed at intake splits the whole cohort") {
    Watch watch;
    auto woman = person_with_end(scheduled_end);
    woman.sex = Sex::female;
    woman.age_years = 29.9;
    woman.severity = Severity::severe;
    woman.source = IntakeSource::suspended;
    woman.municipality = 2;
    watch.enter_cohort(woman);
    auto man = person_with_end(policy_start + std::chrono::days{366});
    man.age_years = 50.0;
    const auto with_family = watch.enter_cohort(man);
    watch.enter_family_of(with_family);
    auto third = person_with_end(scheduled_end);
    third.relative = ClientId{9};
    third.age_years = 40.0;
    watch.enter_cohort(third);

    CHECK(watch.count(Count::cohort, Level::female) == 1);
    CHECK(watch.count(Count::cohort, Level::male) == 2);
    CHECK(watch.count(Count::cohort, Level::under_30) == 1);
    CHECK(watch.count(Count::cohort, Level::from_30) == 0);
    CHECK(watch.count(Count::cohort, Level::from_40) == 1);
    CHECK(watch.count(Count::cohort, Level::from_50) == 1);
    CHECK(watch.count(Count::cohort, Level::suspended) == 1);
    CHECK(watch.count(Count::cohort, Level::direct_partial) == 2);
    CHECK(watch.count(Count::cohort, Level::severe) == 1);
    CHECK(watch.count(Count::cohort, Level::not_severe) == 2);
    CHECK(watch.count(Count::cohort, Level::with_family) == 1);
    CHECK(watch.count(Count::cohort, Level::without_family) == 2);
    CHECK(watch.count(Count::families, Level::with_family) +
              watch.count(Count::families, Level::without_family) ==
          1);
    CHECK(watch.count(Count::cohort, Level::began_after) == 1 + 2);
    const auto result = watch.observer.finish();
    REQUIRE(result.by_municipality.size() == 3);
    CHECK(result.by_municipality[0][0] == 2);
    CHECK(result.by_municipality[2][0] == 1);
    REQUIRE(result.by_fiscal_year.size() == 2); // S on 1 July 2027 and 2 April 2027
    CHECK(result.by_fiscal_year[0][0] == 0);
    CHECK(result.by_fiscal_year[1][0] == 3);
}

TEST_CASE("counts of each attribute's levels add up to those of the whole") {
    Watch watch;
    for (int i = 0; i < 24; ++i) {
        auto person = person_with_end(scheduled_end + std::chrono::days{40 * i});
        person.sex = i % 2 == 0 ? Sex::female : Sex::male;
        person.age_years = 22.0 + 2.0 * i;
        person.severity = i % 3 == 0 ? Severity::severe : Severity::other;
        person.source = static_cast<IntakeSource>(i % 5);
        person.municipality = static_cast<std::uint32_t>(i % 4);
        const auto id = watch.enter_cohort(person);
        watch.session(id, 50.0 + i);
        watch.tell(id, FactKind::lapsed, 10.0);
    }
    const auto result = watch.observer.finish();
    const auto levels_of = [&](std::size_t first, std::size_t number, std::size_t count) {
        std::int64_t sum = 0;
        for (auto level = first; level < first + number; ++level) {
            sum += result.by_level[level][count];
        }
        return sum;
    };
    for (std::size_t count = 0; count < counts; ++count) {
        const auto whole = result.by_group[0][count];
        for (const auto& [first, number] : {std::pair<std::size_t, std::size_t>{0, 2},
                                            {2, 4},
                                            {6, 7},
                                            {13, 2},
                                            {15, 2},
                                            {17, 2}}) {
            CHECK(levels_of(first, number, count) == whole);
        }
        std::int64_t municipalities = 0;
        for (const auto& tally : result.by_municipality) {
            municipalities += tally[count];
        }
        CHECK(municipalities == whole);
        std::int64_t years = 0;
        for (const auto& tally : result.by_fiscal_year) {
            years += tally[count];
        }
        CHECK(years == whole);
    }
}

TEST_CASE("first contacts, attended sessions and stays are support contacts, in the warm-up too") {
    const auto supported = [](auto&& tell) {
        Watch watch;
        const auto person = watch.enter_cohort();
        tell(watch, person);
        return watch.count(Count::support_at_end);
    };
    CHECK(supported([](Watch& watch, ClientId person) {
              watch.tell(person, FactKind::first_contact, -10.0);
          }) == 1);
    CHECK(supported([](Watch& watch, ClientId person) { watch.session(person, -10.0); }) == 1);
    CHECK(supported([](Watch& watch, ClientId person) {
              watch.open(person, -400.0, Service::residence, facility);
          }) == 1);
    CHECK(supported([](Watch& watch, ClientId person) {
              watch.open(person, -400.0, Service::bed);
              watch.end(person, -90.0, Service::bed, EpisodeEnd::completed);
          }) == 0);
    CHECK(supported([](Watch& watch, ClientId person) {
              watch.open(person, -400.0, Service::bed);
              watch.end(person, -89.9, Service::bed, EpisodeEnd::completed);
          }) == 1);
}

TEST_CASE("every stage of the chain enters the cascade") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person, FactKind::need_recognised, 1.0);
    CHECK(watch.count(Count::recognised) == 1);
    watch.tell(person, FactKind::offered, 1.0, static_cast<std::uint8_t>(Consent::refused));
    CHECK(watch.count(Count::offered) == 1);
    CHECK(watch.count(Count::consented) == 0);
    watch.tell(person, FactKind::offered, 1.0, static_cast<std::uint8_t>(Consent::given));
    CHECK(watch.count(Count::offered) == 1);
    CHECK(watch.count(Count::consented) == 1);
    watch.tell(person, FactKind::offer_accepted, 1.0);
    CHECK(watch.count(Count::accepted) == 1);
    watch.tell(person, FactKind::first_contact, 1.0);
    CHECK(watch.count(Count::first_contact) == 1);
    CHECK(watch.count(Count::second_visit) == 0);
    watch.tell(person, FactKind::second_visit, 1.0);
    CHECK(watch.count(Count::second_visit) == 1);
}

TEST_CASE("who comes by himself has accepted without an offer; who is in care from the start has "
          "had a first contact") {
    Watch watch;
    watch.tell(watch.enter_cohort(), FactKind::self_referred, 0.0);
    CHECK(watch.count(Count::accepted) == 1);
    CHECK(watch.count(Count::offered) == 0);
    watch.tell(watch.enter_cohort(), FactKind::second_visit, 0.0);
    CHECK(watch.count(Count::first_contact) == 1);
    CHECK(watch.count(Count::second_visit) == 1);
}

TEST_CASE("care is followed from the first episode to the end of the last") {
    Watch watch;
    const auto stays = watch.enter_cohort();
    const auto leaves = watch.enter_cohort();
    for (const auto person : {stays, leaves}) {
        watch.tell(person, FactKind::first_contact, 0.0);
        watch.open(person, 0.0, Service::counselling);
    }
    watch.end(leaves, 182.0, Service::counselling, EpisodeEnd::drop_out);
    CHECK(watch.count(Count::followed_6_months) == 2);
    CHECK(watch.count(Count::in_care_6_months) == 1);
    CHECK(watch.count(Count::followed_12_months) == 0);
}

TEST_CASE("losses are counted by reason, but not for who is gone") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person, FactKind::offer_refused, 0.0);
    for (const auto loss :
         {Loss::no_hours, Loss::not_kept, Loss::second_visit, Loss::person_gone}) {
        watch.tell(person, FactKind::referral_lost, 0.0, static_cast<std::uint8_t>(loss));
    }
    CHECK(watch.count(Count::refused) == 1);
    CHECK(watch.count(Count::found_no_hours) == 1);
    CHECK(watch.count(Count::not_kept) == 1);
    CHECK(watch.count(Count::lost_at_second_visit) == 1);
}

TEST_CASE("custody, release, death and moves set where somebody is") {
    Watch watch;
    const auto detained = watch.enter_cohort();
    watch.arrest_into_custody(detained, 50.0);
    const auto released = watch.enter_cohort();
    watch.arrest_into_custody(released, 50.0);
    watch.tell(released, FactKind::custody_ended, 170.0);
    watch.session(released, 175.0);
    watch.tell(watch.enter_cohort(), FactKind::died, 100.0);
    watch.tell(watch.enter_cohort(), FactKind::moved_away, 100.0);
    CHECK(watch.count(Count::custody_90) == 2);
    CHECK(watch.count(Count::custody_180) == 1);
    CHECK(watch.count(Count::support_180) == 1);
    CHECK(watch.count(Count::dead_180) == 1);
    CHECK(watch.count(Count::moved_180) == 1);
    CHECK(watch.count(Count::cohort) == 4);
}

TEST_CASE("who leaves the model in prison stays in custody for the cohort") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.arrest_into_custody(person, 20.0);
    watch.tell(person, FactKind::prison_entered, 145.0);
    watch.tell(person, FactKind::person_left, 145.0);
    CHECK(watch.count(Count::custody_180) == 1);
    CHECK(watch.count(Count::custody_365) == 1);
    CHECK(watch.count(Count::end_prison_1) == 1);
}

TEST_CASE("a prison term of a technical revocation is no entry to prison") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person,
               FactKind::custody_started,
               -100.0,
               static_cast<std::uint8_t>(CustodyCause::technical_revocation));
    watch.tell(person, FactKind::prison_entered, -100.0);
    CHECK(watch.count(Count::start_followed_1) == 1);
    CHECK(watch.count(Count::start_prison_1) == 0);
}

TEST_CASE("supervised until S is expired; a revocation is counted by type") {
    Watch watch;
    const auto expired = watch.enter_cohort();
    watch.tell(expired, FactKind::supervision_ended, 0.0);
    watch.session(expired, 100.0);
    auto suspended = person_with_end(scheduled_end);
    suspended.source = IntakeSource::suspended;
    const auto revoked = watch.enter_cohort(suspended);
    watch.arrest_into_custody(revoked, -50.0);
    watch.tell(revoked,
               FactKind::supervision_revoked,
               -50.0,
               static_cast<std::uint8_t>(CustodyCause::arrest));
    const auto died = watch.enter_cohort();
    watch.tell(died, FactKind::died, -5.0);
    CHECK(watch.count(Count::expired) == 1);
    CHECK(watch.count(Count::expired_support_180) == 1);
    CHECK(watch.count(Count::revoked) == 1);
    CHECK(watch.count(Count::revoked, Level::suspended) == 1);
    CHECK(watch.count(Count::revoked, Level::direct_partial) == 0);
}

TEST_CASE("any contact 30 days before S is asked of those supervised at liberty then") {
    Watch watch;
    const auto seen = watch.enter_cohort();
    watch.tell(seen, FactKind::supervision_contact, -30.0);
    const auto in_programme = watch.enter_cohort();
    watch.tell(in_programme, FactKind::programme_session, -59.0);
    const auto unseen = watch.enter_cohort();
    watch.tell(unseen, FactKind::supervision_contact, -60.0);
    const auto detained = watch.enter_cohort();
    watch.tell(detained, FactKind::supervision_contact, -40.0);
    watch.arrest_into_custody(detained, -31.0);
    CHECK(watch.count(Count::supervised_30_before) == 3);
    CHECK(watch.count(Count::any_contact_30_before) == 2);
}

TEST_CASE(
    "overlap needs an officer or the probation programme on one side and support on the other") {
    for (const auto kind : {FactKind::supervision_contact, FactKind::programme_session}) {
        Watch watch;
        const auto person = watch.enter_cohort();
        watch.tell(person, kind, -10.0);
        CHECK(watch.count(Count::overlap_days) == 0);
        watch.session(person, -5.0);
        CHECK(watch.count(Count::overlap_days) == 6);
    }
}

TEST_CASE(
    "a discharge is one from a bed or residence to liberty, followed by any support contact") {
    Watch watch;
    const auto stay = [&](Service service, EpisodeEnd end) {
        const auto person = watch.enter_cohort();
        watch.open(person, 10.0, service, facility);
        watch.end(person, 20.0, service, end, facility);
        return person;
    };
    watch.session(stay(Service::bed, EpisodeEnd::completed), 27.0);
    watch.session(stay(Service::residence, EpisodeEnd::drop_out), 50.0);
    stay(Service::residence, EpisodeEnd::money);
    for (const auto end :
         {EpisodeEnd::custody, EpisodeEnd::death, EpisodeEnd::moved, EpisodeEnd::other_residence}) {
        stay(Service::residence, end);
    }
    stay(Service::counselling, EpisodeEnd::completed);
    CHECK(watch.count(Count::discharged) == 3);
    CHECK(watch.count(Count::followed_7) == 1);
    CHECK(watch.count(Count::followed_30) == 2);
}

TEST_CASE("care is left with the last open episode, not with the one that bridged a wait") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.open(person, 0.0, Service::counselling);
    watch.open(person, 5.0, Service::outpatient);
    watch.end(person, 10.0, Service::outpatient, EpisodeEnd::drop_out);
    CHECK(watch.count(Count::left_care) == 0);
    watch.end(person, 20.0, Service::counselling, EpisodeEnd::completed);
    watch.open(person, 20.0, Service::programme);
    CHECK(watch.count(Count::left_care) == 0);
    watch.end(person, 30.0, Service::programme, EpisodeEnd::drop_out);
    CHECK(watch.count(Count::left_care) == 1);
    watch.session(person, 130.0);
    CHECK(watch.count(Count::back_90) == 0);
    CHECK(watch.count(Count::back_365) == 1);
}

TEST_CASE("support in a fiscal year is asked of those supervised in it") {
    Watch watch;
    const auto supported = watch.enter_cohort(); // 1 July 2026 to 1 July 2027
    watch.session(supported, -300.0);
    watch.tell(supported, FactKind::supervision_ended, 0.0);
    watch.session(supported, 30.0);
    CHECK(watch.count(Count::supervised_in_year) == 2);
    CHECK(watch.count(Count::supported_in_year) == 1);
    CHECK(watch.count(Count::supervised_at_year_end) == 1);
    CHECK(watch.count(Count::partial_at_year_end) == 1);
}

TEST_CASE("a return parole is no supervision of the statistics") {
    Watch watch;
    const auto person = watch.enter(person_with_end(scheduled_end));
    watch.tell(
        person, FactKind::supervision_started, days_after(scheduled_end, 100.0), {.amount = 1});
    CHECK(watch.count(Count::supervised_in_year) == 0);
}

TEST_CASE(
    "families of the cohort are reached, engaged and retained; those of nobody in it are not") {
    Watch watch;
    const auto family_of = [&](SimTime end) {
        return watch.enter_family_of(watch.enter_cohort(person_with_end(end)));
    };
    family_of(scheduled_end);                                            // not reached
    watch.tell(family_of(scheduled_end), FactKind::became_aware, 365.0); // reached
    watch.tell(family_of(scheduled_end), FactKind::became_aware, 365.1);
    watch.tell(family_of(scheduled_end), FactKind::guarantor_attended, -400.0);
    watch.tell(family_of(scheduled_end), FactKind::first_contact, 0.0);
    const auto retained = family_of(scheduled_end);
    watch.open(retained, 100.0, Service::family_counselling);
    watch.open(retained, 110.0, Service::family_class);
    watch.end(retained, 120.0, Service::family_counselling, EpisodeEnd::drop_out);
    const auto left = family_of(scheduled_end);
    watch.open(left, 100.0, Service::family_meeting);
    watch.end(left, 282.0, Service::family_meeting, EpisodeEnd::drop_out);
    const auto late = family_of(scheduled_end);
    watch.open(late, 200.0, Service::family_counselling);
    watch.tell(family_of(policy_start - tick), FactKind::became_aware, 0.0);
    CHECK(watch.count(Count::families) == 8);
    CHECK(watch.count(Count::families_reached) == 5);
    CHECK(watch.count(Count::families_engaged) == 3);
    CHECK(watch.count(Count::families_followed_6_months) == 2);
    CHECK(watch.count(Count::families_in_care_6_months) == 1);
    CHECK(watch.count(Count::support_180) == 0);
}

TEST_CASE("a row that somebody has left belongs to the next person, record and all") {
    Watch watch;
    const auto gone = watch.enter_cohort();
    watch.session(gone, -10.0);
    watch.tell(gone, FactKind::person_left, 0.0);
    watch.clients.remove(gone);
    const auto other = watch.enter(client_of_kind(ClientKind::background_person), scheduled_end);
    REQUIRE(other == gone);
    watch.tell(other, FactKind::first_contact, 1.0);
    CHECK(watch.count(Count::cohort) == 1);
    CHECK(watch.count(Count::support_at_end) == 1);
    CHECK(watch.count(Count::started_21) == 0);
}

TEST_CASE("waits are binned by their upper edge, by route, from policy start on") {
    Watch watch;
    const auto person = watch.enter(person_with_end(policy_start));
    const auto route = static_cast<std::uint8_t>(Route::self);
    const auto tell = [&](FactKind kind, SimTime at, std::int64_t ticks) {
        watch.tell(person, kind, at, {.detail = route, .amount = ticks});
    };
    tell(FactKind::not_kept, policy_start - tick, 1);
    watch.observer.start_policy(LinkGroup::not_good);
    const auto day = one_day.count();
    for (const auto ticks : {std::int64_t{1}, day, day + 1, 2 * day, 180 * day, 180 * day + 1}) {
        tell(FactKind::not_kept, policy_start, ticks);
    }
    tell(FactKind::first_contact, policy_start, 3);
    tell(FactKind::booked, policy_start, 4);
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
    const auto person = watch.enter(person_with_end(policy_start));
    watch.observer.start_policy(LinkGroup::not_good);
    const auto route = static_cast<std::uint8_t>(Route::handover);
    const Watch::What five_days{.detail = route, .amount = 5 * one_day.count()};
    watch.tell(person, FactKind::booked, horizon - tick, five_days);
    CHECK(watch.observer.finish().waits[route].due == 0);
    watch.tell(person, FactKind::not_kept, horizon - tick, five_days);
    watch.tell(person, FactKind::first_contact, horizon - tick, five_days);
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
    watch.tell_at(person,
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
    const auto person = watch.enter(person_with_end(policy_start));
    watch.tell_at(person, FactKind::session_not_offered, policy_start);
    watch.tell_at(person, FactKind::contact_cancelled, policy_start);
    watch.tell_at(person, FactKind::contact_cancelled, policy_start);
    watch.tell(person, FactKind::contact_overtime, policy_start, {.amount = 60});
    const auto result = watch.observer.finish();
    REQUIRE(result.work.size() == agency_keys.size());
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
    watched.enter(person_with_end(policy_start)); // told in the warm-up
    watched.observer.count_event();
    CHECK(watched.observer.finish().events == 0);
    for (auto* watch : {&watched, &fresh}) {
        watch->observer.start_policy(LinkGroup::not_good);
        watch->tell_at(ClientId{0}, FactKind::staff_rotated, policy_start);
        watch->observer.count_event();
    }
    CHECK(watched.observer.finish().digest == fresh.observer.finish().digest);
    CHECK(watched.observer.finish().events == 1);
    fresh.tell_at(ClientId{0}, FactKind::staff_rotated, policy_start + tick);
    CHECK(watched.observer.finish().digest != fresh.observer.finish().digest);
}

TEST_CASE("levels of understanding are kept in the order noted") {
    Watch watch;
    watch.observer.note_understanding(0.25);
    watch.observer.note_understanding(0.5);
    CHECK(watch.observer.finish().understanding == std::vector<double>{0.25, 0.5});
}
