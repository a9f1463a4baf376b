// What would make a report look better while nobody's support does must not move the headline.
#include "engine/region/service_traits.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

/// Every count that calls somebody supported.
constexpr std::array headline_counts{Count::support_at_end,
                                     Count::support_90,
                                     Count::support_180,
                                     Count::support_365,
                                     Count::close_30,
                                     Count::close_180,
                                     Count::started_14,
                                     Count::started_21,
                                     Count::days_in_support,
                                     Count::linked_before_end};

/// A cohort of one with a deed every ten days from half a year before S on.
template <class Deed> Watch deeds_every_ten_days(Watch watch, Deed deed) {
    const auto person = watch.enter_cohort();
    for (int day = -180; day <= 365; day += 10) {
        deed(watch, person, day);
    }
    return watch;
}

std::int64_t headline_sum(const Watch& watch) {
    std::int64_t sum = 0;
    for (const auto count : headline_counts) {
        sum += watch.count(count);
    }
    return sum;
}

template <class Deed> std::int64_t gained_by(Deed deed) {
    return headline_sum(deeds_every_ten_days({}, deed));
}

} // namespace

TEST_CASE("information, offers, bookings, no-shows and meetings of staff are no support") {
    for (const auto kind : {FactKind::became_aware,
                            FactKind::need_recognised,
                            FactKind::offered,
                            FactKind::offer_accepted,
                            FactKind::self_referred,
                            FactKind::consultation_sought,
                            FactKind::booked,
                            FactKind::not_kept,
                            FactKind::session_missed,
                            FactKind::session_not_offered,
                            FactKind::list_joined,
                            FactKind::track_opened,
                            FactKind::track_contact,
                            FactKind::benefit_granted,
                            FactKind::contact_held}) {
        CAPTURE(static_cast<int>(kind));
        CHECK(gained_by([&](Watch& watch, ClientId person, double day) {
                  watch.tell(person, kind, day);
              }) == 0);
    }
}

TEST_CASE("officers and the probation programme are no support, staff of the centre beside them "
          "included") {
    for (const auto kind : {FactKind::supervision_contact, FactKind::programme_session}) {
        CHECK(gained_by([&](Watch& watch, ClientId person, double day) {
                  watch.tell(person, kind, day);
              }) == 0);
    }
}

TEST_CASE("many cheap episodes are no support while nobody attends them") {
    for (const auto service : {Service::counselling,
                               Service::programme,
                               Service::outpatient,
                               Service::day_programme,
                               Service::self_help}) {
        CHECK(gained_by([&](Watch& watch, ClientId person, double day) {
                  watch.open(person, day, service);
                  watch.end(person, day + 5.0, service, EpisodeEnd::completed);
              }) == 0);
    }
}

TEST_CASE("calls move no share in person, and none at all where a study does not count them") {
    const auto call = [](Watch& watch, ClientId person, double day) {
        watch.tell(person, FactKind::remote_contact, day);
    };
    const auto come_at_first = [](Watch& watch, ClientId person, double day) {
        if (day <= 60.0) {
            watch.session(person, day);
        }
    };
    const auto come_and_are_called = [&](Watch& watch, ClientId person, double day) {
        come_at_first(watch, person, day);
        call(watch, person, day);
    };
    const auto come = deeds_every_ten_days({}, come_at_first);
    const auto called_too = deeds_every_ten_days({}, come_and_are_called);
    for (const auto count : {Count::support_90_in_person,
                             Count::support_180_in_person,
                             Count::support_365_in_person,
                             Count::close_30_in_person}) {
        CHECK(called_too.count(count) == come.count(count));
        CHECK(deeds_every_ten_days({}, call).count(count) == 0);
    }
    CHECK(come.count(Count::support_90_in_person) == 1);
    CHECK(come.count(Count::support_180_in_person) == 0);
    CHECK(called_too.count(Count::support_180) == 1);
    auto in_person_alone = usual_windows;
    in_person_alone.remote = RemoteContacts::not_counted;
    CHECK(headline_sum(deeds_every_ten_days(
              {.clients = {}, .observer = Observer{span, in_person_alone, agency_keys}}, call)) ==
          0);
}

TEST_CASE("a second visit that is only told, without its contact, is no support") {
    CHECK(gained_by([](Watch& watch, ClientId person, double day) {
              watch.tell(person, FactKind::second_visit, day);
          }) == 0);
}

TEST_CASE("what only the family attends is no support of the person") {
    for (const auto service :
         {Service::family_counselling, Service::family_class, Service::family_meeting}) {
        // Told of the family, and even if it were told of the person himself.
        CHECK(gained_by([&](Watch& watch, ClientId person, double day) {
                  watch.session(person, day, service);
                  watch.open(person, day, service);
                  watch.end(person, day, service, EpisodeEnd::completed);
              }) == 0);
        Watch watch;
        const auto person = watch.enter_cohort();
        const auto family = watch.enter_family_of(person);
        watch.session(family, 170.0, service);
        CHECK(watch.count(Count::support_180) == 0);
        CHECK(watch.count(Count::families_reached) == 1);
    }
}

TEST_CASE("a stay in an offender rehabilitation facility or in prison is no support") {
    for (const auto residence :
         {Residence::rehabilitation_facility, Residence::prison, Residence::hospital}) {
        CHECK(gained_by([&](Watch& watch, ClientId person, double day) {
                  watch.tell(person,
                             FactKind::residence_changed,
                             day,
                             static_cast<std::uint8_t>(residence));
              }) == 0);
    }
}

TEST_CASE("closer spacing of the same course changes no share of those supported") {
    const auto supported = [](double spacing) {
        Watch watch;
        const auto person = watch.enter_cohort();
        for (int session = 0; session * spacing <= 70.0; ++session) {
            watch.session(person, 100.0 + session * spacing);
        }
        return watch.count(Count::support_180);
    };
    CHECK(supported(7.0) == 1);
    CHECK(supported(28.0) == 1);
}

TEST_CASE("an early revocation takes nobody out of the denominator") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.arrest_into_custody(person, -200.0);
    watch.tell(person,
               FactKind::supervision_revoked,
               -200.0,
               static_cast<std::uint8_t>(CustodyCause::arrest));
    CHECK(watch.count(Count::cohort) == 1);
    CHECK(watch.count(Count::custody_180) == 1);
    CHECK(watch.count(Count::support_180) == 0);
}

TEST_CASE("every service for persons counts as support, so that first appointments need not tell "
          "theirs") {
    for (std::size_t row = 0; row < services; ++row) {
        const auto& traits = traits_of(static_cast<Service>(row));
        CHECK((traits.support == ServiceTraits::Support::yes) ==
              (traits.subject == ServiceTraits::Subject::person));
    }
}
