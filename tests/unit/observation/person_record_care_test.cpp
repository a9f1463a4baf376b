// What facts about one person's way into, through and out of care make of the counts.
#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

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

TEST_CASE("who comes by himself has accepted without an offer - who is in care from the start has "
          "had a first contact") {
    Watch watch;
    watch.tell(watch.enter_cohort(), FactKind::self_referred, 0.0);
    CHECK(watch.count(Count::accepted) == 1);
    CHECK(watch.count(Count::offered) == 0);
    watch.tell(watch.enter_cohort(), FactKind::second_visit, 0.0);
    CHECK(watch.count(Count::first_contact) == 1);
    CHECK(watch.count(Count::second_visit) == 1);
}

TEST_CASE("whom the family brings has accepted when booked - other bookings tell no acceptance") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.tell(person, FactKind::booked, 0.0, static_cast<std::uint8_t>(Route::handover));
    CHECK(watch.count(Count::accepted) == 0);
    watch.tell(person, FactKind::booked, 0.0, static_cast<std::uint8_t>(Route::family));
    CHECK(watch.count(Count::accepted) == 1);
    CHECK(watch.count(Count::offered) == 0);
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
