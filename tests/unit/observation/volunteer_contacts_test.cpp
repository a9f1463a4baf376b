// Contacts with the volunteer probation officer, which are worked out when asked for.
#include "engine/observation/volunteer_contacts.hpp"

#include "tests/unit/observation/cohort_books.hpp"

#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

constexpr VolunteerCalendar every_twelve_days{.phase = 0.5, .interval_days = 12.0};

SimTime day(double days) {
    return days_after(scheduled_end, days);
}

/// Days of contacts between two days, found by windows of a day.
std::vector<int>
days_of(const VolunteerContacts& contacts, const WhereaboutsLine& line, int first, int last) {
    std::vector<int> found;
    for (int d = first; d <= last; ++d) {
        if (contacts.any_in({.after = day(d - 1), .until = day(d)}, line)) {
            found.push_back(d);
        }
    }
    return found;
}

const WhereaboutsLine always_at_liberty{Liberty::at_liberty};

} // namespace

TEST_CASE("a volunteer is met at day (i + u) times the interval of supervision, until it ends") {
    VolunteerContacts contacts{every_twelve_days};
    contacts.start(day(0));
    CHECK(days_of(contacts, always_at_liberty, -20, 45) == std::vector{6, 18, 30, 42});
    contacts.end(day(30));
    CHECK(days_of(contacts, always_at_liberty, -20, 45) == std::vector{6, 18});
    CHECK(contacts.any_in({.after = day(18) - one_tick, .until = day(18)}, always_at_liberty));
    CHECK_FALSE(contacts.any_in({.after = day(18), .until = day(30)}, always_at_liberty));
}

TEST_CASE("nobody is met before supervision, in custody, or without an interval") {
    CHECK(days_of(VolunteerContacts{every_twelve_days}, always_at_liberty, -20, 45).empty());
    VolunteerContacts none{VolunteerCalendar{}};
    none.start(day(0));
    CHECK(days_of(none, always_at_liberty, -20, 45).empty());

    VolunteerContacts contacts{every_twelve_days};
    contacts.start(day(0));
    WhereaboutsLine whereabouts{Liberty::at_liberty};
    whereabouts.change(day(18), Whereabouts::custody);
    whereabouts.change(day(30.5), Whereabouts::at_liberty);
    CHECK(days_of(contacts, whereabouts, -20, 60) == std::vector{6, 42, 54});
}

TEST_CASE("a probation after a revoked parole keeps the calendar, a return parole has its own") {
    VolunteerContacts contacts{every_twelve_days};
    contacts.start(day(0));
    contacts.end(day(10));
    contacts.go_on(day(29.5));
    contacts.end(day(43));
    contacts.start(day(60));
    contacts.end(day(80));
    CHECK(days_of(contacts, always_at_liberty, -20, 120) == std::vector{6, 30, 42, 66, 78});
    contacts.end(day(70)); // what is over ends no later and no earlier than told
    VolunteerContacts never_begun{every_twelve_days};
    never_begun.start(day(0));
    never_begun.end(day(10));
    never_begun.go_on(day(29.5));
    never_begun.end(day(20)); // gone before the probation starts
    CHECK(days_of(never_begun, always_at_liberty, -20, 120) == std::vector{6});
}

TEST_CASE("days within a month of a volunteer's contact are the days that its windows cover") {
    VolunteerContacts contacts{every_twelve_days};
    contacts.start(day(-100.25));
    contacts.end(day(-20));
    const auto origin = day(-180);
    constexpr std::chrono::days month{30};
    const auto covered = contacts.covered_days(origin, month, day(-210), always_at_liberty);
    for (int d = 0; d <= 180; ++d) {
        const auto end = origin + std::chrono::days{d};
        CHECK(covered.test(static_cast<std::size_t>(d)) ==
              contacts.any_in({.after = end - month, .until = end}, always_at_liberty));
    }
    CHECK(covered.any());
    // Contacts at days -94.25, ..., -22.25; that of -94.25 lies before what is watched.
    CHECK(contacts.covered_days(origin, month, day(-94.25), always_at_liberty).count() ==
          covered.count() - 12);
}

TEST_CASE("whom no officer has seen for a month is in touch with justice by the volunteer") {
    auto person = person_with_end(scheduled_end);
    person.sentence.volunteer = every_twelve_days;
    CohortRecord record{person, usual_windows};
    record.start_supervision(day(-90));
    record.end_supervision(day(0));
    record.contact(day(-50.5), centre);
    // Support covers the days -50 to -21, the volunteer those from -84 on.
    CHECK(books_of(record)[Count::overlap_days] == 30);
    CHECK(record.any_contact(0));
    CHECK(record.any_contact(17));
    CHECK_FALSE(record.any_contact(18)); // the last was twelve days before S
    auto without = person_with_end(scheduled_end);
    CohortRecord alone{without, usual_windows};
    alone.start_supervision(day(-90));
    alone.contact(day(-50.5), centre);
    CHECK(books_of(alone)[Count::overlap_days] == 0);
    CHECK_FALSE(alone.any_contact(0));
}
