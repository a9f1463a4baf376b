// What facts about one person of the justice system make of the counts.
#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

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

TEST_CASE("whom the family brings has accepted when booked; other bookings tell no acceptance") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person, FactKind::booked, 0.0, static_cast<std::uint8_t>(Route::handover));
    CHECK(watch.count(Count::accepted) == 0);
    watch.tell(person, FactKind::booked, 0.0, static_cast<std::uint8_t>(Route::family));
    CHECK(watch.count(Count::accepted) == 1);
    CHECK(watch.count(Count::offered) == 0);
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
