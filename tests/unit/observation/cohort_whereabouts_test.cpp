// Where people of the cohort are, and what that makes of their support.
#include "tests/unit/observation/cohort_books.hpp"

#include <array>
#include <numeric>

using namespace tsunagi;
using namespace tsunagi::test;

TEST_CASE(
    "the five states of a day sum to the cohort, and custody, death and a move are no support") {
    struct Day {
        int day;
        Count supported;
        Count first_other;
    };
    const std::array<Day, 4> days{{{0, Count::support_at_end, Count::no_support_at_end},
                                   {90, Count::support_90, Count::no_support_90},
                                   {180, Count::support_180, Count::no_support_180},
                                   {365, Count::support_365, Count::no_support_365}}};
    for (const auto& [day, supported, first_other] : days) {
        for (const auto where : {Whereabouts::at_liberty,
                                 Whereabouts::custody,
                                 Whereabouts::dead,
                                 Whereabouts::moved}) {
            for (const auto late : {Duration{0}, one_tick}) {
                auto record = life();
                record.contact(after(day - 1.0), centre);
                record.change(after(day) + late, where);
                const auto books = books_of(record);
                const bool counted = where != Whereabouts::at_liberty && late == Duration{0};
                CHECK(books[supported] == (counted ? 0 : 1));
                std::int32_t states = books[supported];
                for (std::size_t other = 0; other < whereabouts; ++other) {
                    states += books[behind(first_other, other)];
                    CHECK(books[behind(first_other, other)] ==
                          (counted && other == static_cast<std::size_t>(where) ? 1 : 0));
                }
                CHECK(states == 1);
            }
        }
    }
}

TEST_CASE("who is released again is at liberty, who is dead or has moved stays so") {
    auto record = life();
    record.contact(after(100.0), centre);
    record.change(after(110.0), Whereabouts::custody);
    record.change(after(180.0), Whereabouts::at_liberty);
    CHECK(books_of(record)[Count::support_180] == 1);
    CHECK(books_of(record)[Count::custody_180] == 0);
    record.change(after(200.0), Whereabouts::dead);
    record.change(after(210.0), Whereabouts::at_liberty);
    CHECK(books_of(record)[Count::dead_365] == 1);
}

TEST_CASE("who is in prison before release is in custody until told otherwise") {
    auto person = person_with_end(scheduled_end);
    person.liberty = Liberty::pre_release;
    CohortRecord record{person, usual_windows};
    CHECK(books_of(record)[Count::custody_at_end] == 1);
    record.change(after(-120.0), Whereabouts::at_liberty);
    CHECK(books_of(record)[Count::no_support_at_end] == 1);
}

TEST_CASE("custody over the window is no support at its end, whatever came before") {
    auto record = life();
    record.contact(after(95.0), centre);
    record.change(after(96.0), Whereabouts::custody);
    record.change(after(200.0), Whereabouts::at_liberty);
    const auto books = books_of(record);
    CHECK(books[Count::support_180] == 0);
    CHECK(books[Count::custody_180] == 1);
    CHECK(books[Count::need_support_180] == 0);
    CHECK(books[Count::no_support_365] == 1);
    CHECK(books[Count::days_in_support] == 1); // day 95 alone: from day 96 on in custody, until 200
}

TEST_CASE("days in support need liberty, and a residence makes every one of its days one") {
    auto record = life();
    record.begin_stay(after(-10.0), facility);
    record.end_stay(after(40.0));
    CHECK(books_of(record)[Count::days_in_support] == 40 + 89);
    record.change(after(50.0), Whereabouts::custody);
    CHECK(books_of(record)[Count::days_in_support] == 49);
    record.change(after(100.0), Whereabouts::at_liberty);
    CHECK(books_of(record)[Count::days_in_support] == 49 + 30); // days 100 to 129
}

TEST_CASE("a residence over S supports from S on while it lasts and for the window after") {
    auto record = life();
    record.begin_stay(after(-400.0), facility);
    CHECK(books_of(record)[Count::support_365] == 1); // still there
    record.end_stay(after(100.0));
    const auto books = books_of(record);
    CHECK(books[Count::support_at_end] == 1);
    CHECK(books[Count::close_at_end] == 1);
    CHECK(books[Count::support_180] == 1);
    CHECK(books[Count::support_180_twice] == 1); // in (90, 100]
    CHECK(books[Count::close_180] == 0);
    CHECK(books[Count::support_365] == 0);
    CHECK(books[Count::linked_before_end] == 1);
    for (const auto& event : books.first_events) {
        CHECK(std::accumulate(event.begin(), event.end(), 0) == 0);
    }
}

TEST_CASE("custody, death and a move compete for the first event - the earliest counts alone") {
    const std::array order{
        FirstEvent::contact, FirstEvent::custody, FirstEvent::death, FirstEvent::moved};
    const auto tell = [](CohortRecord& record, FirstEvent event, SimTime at) {
        if (event == FirstEvent::contact) {
            record.contact(at, centre);
        } else {
            record.change(at, static_cast<Whereabouts>(event));
        }
    };
    for (const auto first : order) {
        auto record = life();
        tell(record, first, after(40.5));
        record.change(after(60.0), Whereabouts::custody);
        record.contact(after(70.0), centre);
        const auto bins = books_of(record).first_events;
        for (const auto event : order) {
            const auto& of_event = bins[static_cast<std::size_t>(event)];
            CHECK(std::accumulate(of_event.begin(), of_event.end(), 0) == (event == first ? 1 : 0));
            CHECK(of_event[40] == (event == first ? 1 : 0));
        }
    }
}

TEST_CASE("a contact and custody at one instant are a contact, then custody") {
    auto record = life();
    record.contact(after(30.0), centre);
    record.change(after(30.0), Whereabouts::custody);
    const auto bins = books_of(record).first_events;
    CHECK(bins[0][29] == 1);
    CHECK(std::accumulate(bins[1].begin(), bins[1].end(), 0) == 0);
}

TEST_CASE("nobody in custody, dead or moved at S is at risk of a first event") {
    for (const auto where : {Whereabouts::custody, Whereabouts::dead, Whereabouts::moved}) {
        auto record = life();
        record.change(after(0.0), where);
        record.change(after(10.0), Whereabouts::at_liberty);
        record.contact(after(20.0), centre);
        for (const auto& event : books_of(record).first_events) {
            CHECK(std::accumulate(event.begin(), event.end(), 0) == 0);
        }
    }
}
