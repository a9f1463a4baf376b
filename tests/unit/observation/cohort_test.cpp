// Support around the scheduled end S: windows, days, first contacts.
#include "tests/unit/observation/cohort_books.hpp"

#include <array>
#include <numeric>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

TEST_CASE("a person of the cohort without any contact counts as such and in nothing else") {
    const auto books = books_of(life(Need::none));
    CHECK(books[Count::cohort] == 1);
    CHECK(books[Count::silent_before] == 1);
    for (const auto state : {Count::no_support_at_end,
                             Count::no_support_90,
                             Count::no_support_180,
                             Count::no_support_365}) {
        CHECK(books[state] == 1);
    }
    CHECK(books[Count::at_liberty_180] == 1);
    std::int32_t all = 0;
    books.totals.for_each([&](std::size_t /*row*/, std::int32_t amount) { all += amount; });
    CHECK(all == 7);
}

TEST_CASE(
    "support at d with window v is a contact after S + d - v and up to S + d, to the second") {
    struct Window {
        Count count;
        int end_day;
        int length_days;
    };
    const std::array<Window, 11> windows{{{Count::support_at_end, 0, 90},
                                          {Count::support_90, 90, 90},
                                          {Count::support_180, 180, 90},
                                          {Count::support_365, 365, 90},
                                          {Count::close_30, 30, 30},
                                          {Count::close_at_end, 0, 30},
                                          {Count::close_90, 90, 30},
                                          {Count::close_180, 180, 30},
                                          {Count::close_365, 365, 30},
                                          {Count::started_14, 14, 14},
                                          {Count::started_21, 21, 21}}};
    for (const auto& window : windows) {
        const auto end = after(window.end_day);
        const auto start = after(window.end_day - window.length_days);
        CAPTURE(window.end_day, window.length_days);
        CHECK(after_contacts({start})[window.count] == 0);
        CHECK(after_contacts({start + one_tick})[window.count] == 1);
        CHECK(after_contacts({end})[window.count] == 1);
        CHECK(after_contacts({end + one_tick})[window.count] == 0);
        CHECK(after_contacts({start + one_tick, end})[window.count] == 1);
    }
}

TEST_CASE("a study's own windows stand in every share that names them") {
    const SupportWindows windows{.support_days = 300, .close_days = 7};
    struct Window {
        Count count;
        int end_day;
        int length_days;
    };
    const std::array<Window, 7> shares{{{Count::support_at_end, 0, 300},
                                        {Count::support_180, 180, 300},
                                        {Count::support_180_in_person, 180, 300},
                                        {Count::need_support_180, 180, 300},
                                        {Count::close_30, 30, 7},
                                        {Count::close_180, 180, 7},
                                        {Count::any_contact_180, 180, 7}}};
    for (const auto& [count, end_day, length_days] : shares) {
        CAPTURE(end_day, length_days);
        const auto start = after(end_day - length_days);
        CHECK(after_contacts({start}, windows)[count] == 0);
        CHECK(after_contacts({start + one_tick}, windows)[count] == 1);
        CHECK(after_contacts({after(end_day)}, windows)[count] == 1);
        CHECK(after_contacts({after(end_day) + one_tick}, windows)[count] == 0);
    }
    // The year after S: days 1 to 299 with a contact 300 days back; 7 days for the overlap.
    CHECK(after_contacts({after(0.0)}, windows)[Count::days_in_support] == 299);
    auto overlapping = life(Need::true_need, windows);
    overlapping.contact(after(-50.0), centre);
    overlapping.justice_contact(after(-48.0), office);
    CHECK(books_of(overlapping)[Count::overlap_days] == 5);
}

TEST_CASE("silence before S is no contact in the 60 days up to S") {
    CHECK(after_contacts({after(-60.0)})[Count::silent_before] == 1);
    CHECK(after_contacts({after(-60.0) + one_tick})[Count::silent_before] == 0);
    CHECK(after_contacts({after(0.0)})[Count::silent_before] == 0);
    CHECK(after_contacts({after(0.0) + one_tick})[Count::silent_before] == 1);
}

TEST_CASE("of the silent, those who start within 21 days are counted") {
    CHECK(after_contacts({after(21.0)})[Count::silent_started_21] == 1);
    CHECK(after_contacts({after(-59.0), after(21.0)})[Count::silent_started_21] == 0);
    CHECK(after_contacts({after(-59.0), after(21.0)})[Count::started_21] == 1);
    CHECK(after_contacts({after(22.0)})[Count::silent_started_21] == 0);
    CHECK(after_contacts({after(14.0)})[Count::silent_started_14] == 1);
    CHECK(after_contacts({after(14.0) + one_tick})[Count::silent_started_14] == 0);
    CHECK(after_contacts({after(-59.0), after(14.0)})[Count::silent_started_14] == 0);
}

TEST_CASE("twice in the window of H(180) takes two contacts") {
    CHECK(after_contacts({after(100.0)})[Count::support_180_twice] == 0);
    CHECK(after_contacts({after(100.0), after(190.0)})[Count::support_180_twice] == 0);
    CHECK(after_contacts({after(100.0), after(180.0)})[Count::support_180_twice] == 1);
    CHECK(after_contacts({after(100.0), after(120.0), after(140.0)})[Count::support_180_twice] ==
          1);
}

TEST_CASE("days in support are the days of the year after S with a contact in the last 90") {
    const auto days = [](const std::vector<double>& contacts) {
        std::vector<SimTime> instants;
        for (const double day : contacts) {
            instants.push_back(after(day));
        }
        return after_contacts(instants)[Count::days_in_support];
    };
    CHECK(days({10.0}) == 90);  // days 10 to 99
    CHECK(days({10.5}) == 90);  // days 11 to 100
    CHECK(days({0.0}) == 89);   // days 1 to 89; the day of S itself is before the year
    CHECK(days({-30.0}) == 59); // days 1 to 59
    CHECK(days({-88.5}) == 1);  // day 1 alone
    CHECK(days({-89.0}) == 0);
    CHECK(days({-200.0}) == 0);
    CHECK(days({365.0}) == 1); // the last day
    CHECK(days({364.5}) == 1);
    CHECK(days({365.5}) == 0);
    CHECK(days({10.0, 40.0}) == 120); // days 10 to 129
    CHECK(days({10.0, 200.0}) == 180);
    // Days 1 to 9 by the first, the others without a gap.
    CHECK(days({-80.0, 5.0, 80.0, 160.0, 240.0, 320.0}) == 365);
}

TEST_CASE(
    "the first contact after S of one not yet in support falls into the bin after S + d, up to "
    "S + d + 1") {
    const auto bin_of = [](const std::vector<SimTime>& contacts) {
        const auto bins = after_contacts(contacts).first_events[0];
        CHECK(std::accumulate(bins.begin(), bins.end(), 0) <= 1);
        for (std::size_t day = 0; day < bins.size(); ++day) {
            if (bins[day] == 1) {
                return static_cast<int>(day);
            }
        }
        return -1;
    };
    CHECK(bin_of({after(0.0) + one_tick}) == 0);
    CHECK(bin_of({after(1.0)}) == 0);
    CHECK(bin_of({after(1.0) + one_tick}) == 1);
    CHECK(bin_of({after(365.0)}) == 364);
    CHECK(bin_of({after(365.0) + one_tick}) == -1);
    CHECK(bin_of({after(40.0), after(50.0)}) == 40 - 1);
    CHECK(bin_of({after(-90.0), after(40.5)}) == 40); // a contact too long ago is no support at S
    CHECK(bin_of({after(0.0), after(40.5)}) == -1);   // in support at S
}

TEST_CASE(
    "overlap counts the days up to S with a contact of justice and of support in the last 30") {
    const auto overlap = [](const std::vector<double>& support,
                            const std::vector<double>& justice) {
        auto record = life();
        for (const double day : support) {
            record.contact(after(day), centre);
        }
        for (const double day : justice) {
            record.justice_contact(after(day), office);
        }
        return books_of(record)[Count::overlap_days];
    };
    CHECK(overlap({-100.0}, {}) == 0);
    CHECK(overlap({}, {-100.0}) == 0);
    CHECK(overlap({-100.0}, {-100.0}) == 30);
    CHECK(overlap({-100.0}, {-80.0}) == 10);
    CHECK(overlap({-100.0}, {-70.0}) == 0);
    CHECK(overlap({-10.0}, {-10.0}) == 11);   // days -10 to 0
    CHECK(overlap({-180.0}, {-180.0}) == 29); // the day at S - 180 d is not one of them
    CHECK(overlap({-208.9}, {-208.9}) == 1);  // the day at S - 179 d is the first
    CHECK(overlap({-209.0}, {-208.9}) == 0);
    CHECK(overlap({-208.9}, {-209.0}) == 0);
    CHECK(overlap({5.0}, {5.0}) == 0);
}

TEST_CASE("engaged are those who start within 14 days and come twice more within 34 days of it") {
    const auto engaged = [](const std::vector<double>& days) {
        std::vector<SimTime> contacts;
        for (const double day : days) {
            contacts.push_back(after(day));
        }
        return after_contacts(contacts)[Count::engaged_34];
    };
    CHECK(engaged({14.0, 20.0, 48.0}) == 1);
    CHECK(engaged({14.0, 20.0, 48.1}) == 0);
    CHECK(engaged({14.1, 20.0, 30.0}) == 0);
    CHECK(engaged({10.0, 38.0, 66.0}) == 0); // counselling every 28 d
    CHECK(engaged({-5.0, 1.0, 2.0}) == 0);
    CHECK(engaged({-5.0, 1.0, 2.0, 3.0}) == 1);
}

TEST_CASE("linked before S is whoever ever had a support contact by then, however long ago") {
    CHECK(after_contacts({after(-3000.0)})[Count::linked_before_end] == 1);
    CHECK(after_contacts({after(0.0)})[Count::linked_before_end] == 1);
    CHECK(after_contacts({after(0.0) + one_tick})[Count::linked_before_end] == 0);
}

TEST_CASE("any contact counts those of justice as well") {
    auto record = life();
    record.justice_contact(after(180.0), office);
    CHECK(books_of(record)[Count::any_contact_180] == 1);
    CHECK(books_of(record)[Count::support_180] == 0);
    auto early = life();
    early.justice_contact(after(150.0), office);
    CHECK(books_of(early)[Count::any_contact_180] == 0);
    CHECK(after_contacts({after(150.0) + one_tick})[Count::any_contact_180] == 1);
}

TEST_CASE(
    "support by telephone or online counts, and is left out where only contacts in person do") {
    // One rings every week, one rings and comes once on day 100, one comes; the last is in custody.
    auto by_telephone = life();
    auto both = life();
    auto in_person = life();
    auto in_custody = life();
    for (int week = 1; week <= 52; ++week) {
        const double day = 7.0 * week;
        by_telephone.contact(after(day), centre, Medium::remote);
        both.contact(after(day), centre, Medium::remote);
        in_person.contact(after(day), centre);
        in_custody.contact(after(day), centre);
    }
    both.contact(after(100.0), centre);
    in_custody.change(after(20.0), Whereabouts::custody);
    struct Expected {
        const CohortRecord& record;
        std::array<int, 4> with;    ///< 90, 180, 365 days; close at 30
        std::array<int, 4> without; ///< the same in person
    };
    const std::array<Expected, 4> lives{{{by_telephone, {1, 1, 1, 1}, {0, 0, 0, 0}},
                                         {both, {1, 1, 1, 1}, {0, 1, 0, 0}},
                                         {in_person, {1, 1, 1, 1}, {1, 1, 1, 1}},
                                         {in_custody, {0, 0, 0, 0}, {0, 0, 0, 0}}}};
    for (const auto& [record, with, without] : lives) {
        const auto books = books_of(record);
        CHECK(books[Count::support_90] == with[0]);
        CHECK(books[Count::support_180] == with[1]);
        CHECK(books[Count::support_365] == with[2]);
        CHECK(books[Count::close_30] == with[3]);
        CHECK(books[Count::support_90_in_person] == without[0]);
        CHECK(books[Count::support_180_in_person] == without[1]);
        CHECK(books[Count::support_365_in_person] == without[2]);
        CHECK(books[Count::close_30_in_person] == without[3]);
        CHECK(books[Count::at_liberty_180] == (&record == &in_custody ? 0 : 1));
    }
}
