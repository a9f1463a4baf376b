// What facts about one person of the justice system make of the counts: support, and where the
// person is and under whose supervision.
#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <utility>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

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

TEST_CASE("a family whose person moves away is not followed to the mark, one left by a death is") {
    Watch watch;
    const auto family_of = [&](FactKind farewell, double day) {
        const auto person = watch.enter_cohort();
        const auto family = watch.enter_family_of(person);
        watch.open(family, 0.0, Service::family_counselling);
        watch.end(family, day, Service::family_counselling, EpisodeEnd::moved);
        watch.tell(family, FactKind::person_left, day);
        watch.tell(person, farewell, day);
    };
    family_of(FactKind::moved_away, 182.0);
    CHECK(watch.count(Count::families_engaged) == 1);
    CHECK(watch.count(Count::families_followed_6_months) == 0);
    family_of(FactKind::moved_away, 183.0);
    CHECK(watch.count(Count::families_followed_6_months) == 1);
    CHECK(watch.count(Count::families_in_care_6_months) == 1);
    family_of(FactKind::died, 182.0);
    CHECK(watch.count(Count::families_followed_6_months) == 2);
    CHECK(watch.count(Count::families_in_care_6_months) == 1);
}

TEST_CASE("use after a move is not asked, use after a death is none") {
    Watch watch;
    watch.tell(watch.enter_cohort(), FactKind::moved_away, 100.0);
    CHECK(watch.count(Count::end_followed_1) == 0);
    watch.tell(watch.enter_cohort(), FactKind::died, 100.0);
    CHECK(watch.count(Count::end_followed_1) == 1);
    CHECK(watch.count(Count::end_used_1) == 0);
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

TEST_CASE("supervised until S is expired - a revocation is counted by type") {
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

TEST_CASE("where remote contacts do not count as support, a person is as if without them") {
    auto windows = usual_windows;
    windows.remote = RemoteContacts::not_counted;
    Watch with{.clients = {}, .observer = Observer{span, windows, agency_keys}};
    Watch without;
    const auto rung_up = with.enter_cohort();
    const auto visited = without.enter_cohort();
    for (const double day : {-100.0, 10.0, 20.0, 30.0, 150.0}) {
        with.tell(rung_up, FactKind::remote_contact, day);
    }
    with.session(rung_up, 160.0);
    without.session(visited, 160.0);
    const auto found = with.observer.finish().by_level;
    CHECK(found == without.observer.finish().by_level);
    CHECK(with.count(Count::support_180) == 1);
    CHECK(with.count(Count::started_14) == 0);
}

TEST_CASE("a remote contact is support in everything but the shares in person") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person, FactKind::remote_contact, 10.0);
    watch.tell(person, FactKind::remote_contact, 150.0);
    CHECK(watch.count(Count::started_14) == 1);
    CHECK(watch.count(Count::support_180) == 1);
    CHECK(watch.count(Count::support_180_in_person) == 0);
    watch.session(person, 160.0);
    CHECK(watch.count(Count::support_180_in_person) == 1);
}

TEST_CASE("the volunteer's contacts follow what is told of supervision") {
    auto person = person_with_end(scheduled_end);
    person.sentence.start = days_after(scheduled_end, -300.0);
    person.sentence.first_phase_end = days_after(scheduled_end, -40.0);
    person.sentence.volunteer = {.phase = 0.5, .interval_days = 12.0}; // days -294, ..., -66, -54
    const auto overlap = [&](const std::vector<std::pair<FactKind, CustodyCause>>& ends) {
        Watch watch;
        const auto id = watch.enter_cohort(person);
        for (const auto& [kind, cause] : ends) {
            watch.tell(id, kind, -60.0, static_cast<std::uint8_t>(cause));
        }
        watch.session(id, -50.5); // counts on the days -50 to -21
        return watch.count(Count::overlap_days);
    };
    CHECK(overlap({}) == 30);
    CHECK(overlap({{FactKind::supervision_ended, {}}}) == 14); // up to day -37
    CHECK(overlap({{FactKind::supervision_revoked, CustodyCause::arrest}}) == 14);
    // Probation starts on day -40, and the calendar of before comes to day -30.
    CHECK(overlap({{FactKind::supervision_revoked, CustodyCause::technical_revocation}}) == 24);
    CHECK(overlap({{FactKind::custody_started, CustodyCause::arrest}}) == 14);
    CHECK(overlap({{FactKind::died, {}}}) == 14);
}
