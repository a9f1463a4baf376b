#include "engine/observation/cohort.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <array>
#include <chrono>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

SimTime after(double days) {
    return days_after(scheduled_end, days);
}

struct Books {
    Tally totals{};
    FirstEventBins first_events{};

    std::int32_t operator[](Count count) const { return totals[static_cast<std::size_t>(count)]; }
};

Books books_of(const CohortRecord& record) {
    Books books;
    record.add_to(books.totals);
    record.add_to(books.first_events);
    return books;
}

CohortRecord life(Need need = Need::true_need) {
    auto person = person_with_end(scheduled_end);
    person.need = need;
    return CohortRecord{person};
}

Books after_contacts(const std::vector<SimTime>& contacts) {
    auto record = life();
    for (const auto at : contacts) {
        record.contact(at, centre);
    }
    return books_of(record);
}

} // namespace

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
    CHECK(std::accumulate(books.totals.begin(), books.totals.end(), 0) == 6);
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
        CHECK(after_contacts({start + tick})[window.count] == 1);
        CHECK(after_contacts({end})[window.count] == 1);
        CHECK(after_contacts({end + tick})[window.count] == 0);
        CHECK(after_contacts({start + tick, end})[window.count] == 1);
    }
}

TEST_CASE("silence before S is no contact in the 60 days up to S") {
    CHECK(after_contacts({after(-60.0)})[Count::silent_before] == 1);
    CHECK(after_contacts({after(-60.0) + tick})[Count::silent_before] == 0);
    CHECK(after_contacts({after(0.0)})[Count::silent_before] == 0);
    CHECK(after_contacts({after(0.0) + tick})[Count::silent_before] == 1);
}

TEST_CASE("of the silent, those who start within 21 days are counted") {
    CHECK(after_contacts({after(21.0)})[Count::silent_started_21] == 1);
    CHECK(after_contacts({after(-59.0), after(21.0)})[Count::silent_started_21] == 0);
    CHECK(after_contacts({after(-59.0), after(21.0)})[Count::started_21] == 1);
    CHECK(after_contacts({after(22.0)})[Count::silent_started_21] == 0);
    CHECK(after_contacts({after(14.0)})[Count::silent_started_14] == 1);
    CHECK(after_contacts({after(14.0) + tick})[Count::silent_started_14] == 0);
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

TEST_CASE("the first contact after S of one not yet in support falls into the bin (S + d, S + d + "
          "1]") {
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
    CHECK(bin_of({after(0.0) + tick}) == 0);
    CHECK(bin_of({after(1.0)}) == 0);
    CHECK(bin_of({after(1.0) + tick}) == 1);
    CHECK(bin_of({after(365.0)}) == 364);
    CHECK(bin_of({after(365.0) + tick}) == -1);
    CHECK(bin_of({after(40.0), after(50.0)}) == 40 - 1);
    CHECK(bin_of({after(-90.0), after(40.5)}) == 40); // a contact too long ago is no support at S
    CHECK(bin_of({after(0.0), after(40.5)}) == -1);   // in support at S
}

TEST_CASE("the cascade counts persons in true need, each stage by itself, up to S + 365 d") {
    const std::array pairs{std::pair{Stage::recognised, Count::recognised},
                           std::pair{Stage::offered, Count::offered},
                           std::pair{Stage::consented, Count::consented},
                           std::pair{Stage::accepted, Count::accepted},
                           std::pair{Stage::first_contact, Count::first_contact},
                           std::pair{Stage::second_visit, Count::second_visit}};
    for (const auto& [stage, count] : pairs) {
        for (const auto& [other_stage, other_count] : pairs) {
            auto record = life();
            record.reach(after(365.0), stage);
            record.reach(after(365.0), stage); // once per person
            CHECK(books_of(record)[other_count] == (count == other_count ? 1 : 0));
        }
        auto late = life();
        late.reach(after(365.0) + tick, stage);
        CHECK(books_of(late)[count] == 0);
        auto without_need = life(Need::none);
        without_need.reach(after(0.0), stage);
        CHECK(books_of(without_need)[count] == 0);
    }
    CHECK(books_of(life())[Count::true_need] == 1);
    CHECK(books_of(life(Need::none))[Count::true_need] == 0);
}

TEST_CASE("H(180) of those in need leaves out who has none") {
    for (const auto& [need, expected] : {std::pair{Need::true_need, 1}, {Need::none, 0}}) {
        auto record = life(need);
        record.contact(after(150.0), centre);
        CHECK(books_of(record)[Count::need_support_180] == expected);
        CHECK(books_of(record)[Count::support_180] == 1);
    }
}

TEST_CASE("losses are events, counted for everybody up to S + 365 d") {
    const std::array pairs{std::pair{Loss::refused, Count::refused},
                           std::pair{Loss::no_hours, Count::found_no_hours},
                           std::pair{Loss::not_kept, Count::not_kept},
                           std::pair{Loss::second_visit, Count::lost_at_second_visit}};
    for (const auto& [loss, count] : pairs) {
        auto record = life(Need::none);
        record.lose(after(-100.0), loss);
        record.lose(after(365.0), loss);
        record.lose(after(365.0) + tick, loss);
        for (const auto& [other_loss, other_count] : pairs) {
            CHECK(books_of(record)[other_count] == (other_count == count ? 2 : 0));
        }
    }
}

TEST_CASE("care half a year and a year after the first contact is asked where the mark lies within "
          "the follow-up") {
    constexpr double half_year = 182.625;
    constexpr double year = 365.25;
    // First contact so that the mark falls on S + 365 d or one second later.
    for (const auto& [mark, followed, in_care] :
         {std::tuple{half_year, Count::followed_6_months, Count::in_care_6_months},
          std::tuple{year, Count::followed_12_months, Count::in_care_12_months}}) {
        auto in_time = life();
        in_time.contact(after(365.0 - mark), centre);
        in_time.open_episode(after(365.0 - mark));
        CHECK(books_of(in_time)[followed] == 1);
        CHECK(books_of(in_time)[in_care] == 1);
        auto too_late = life();
        too_late.contact(after(365.0 - mark) + tick, centre);
        too_late.open_episode(after(365.0 - mark) + tick);
        CHECK(books_of(too_late)[followed] == 0);
        CHECK(books_of(too_late)[in_care] == 0);
    }
}

TEST_CASE("in care at a mark: begun by then and not ended by then") {
    constexpr double first = -100.0;
    const auto at_half_year = [](const std::vector<std::pair<double, double>>& spells) {
        auto record = life();
        record.contact(after(first), centre);
        for (const auto& [from, until] : spells) {
            record.open_episode(after(from));
            if (until < 1000.0) {
                record.close_episode(after(until));
            }
        }
        const auto books = books_of(record);
        CHECK(books[Count::followed_6_months] == 1);
        CHECK(books[Count::followed_12_months] == 1);
        return std::pair{books[Count::in_care_6_months], books[Count::in_care_12_months]};
    };
    constexpr double half_year = first + 182.625;
    constexpr double year = first + 365.25;
    constexpr double open = 1e4;
    using Marks = std::pair<std::int32_t, std::int32_t>;
    CHECK(at_half_year({{first, open}}) == Marks{1, 1});
    CHECK(at_half_year({{first, half_year}}) == Marks{0, 0});
    CHECK(at_half_year({{first, half_year + 0.1}}) == Marks{1, 0});
    CHECK(at_half_year({{first, year + 0.1}}) == Marks{1, 1});
    CHECK(at_half_year({{half_year, open}}) == Marks{1, 1});
    CHECK(at_half_year({{half_year + 0.1, open}}) == Marks{0, 1});
    CHECK(at_half_year({{first, first + 10.0}, {half_year - 5.0, half_year + 5.0}}) == Marks{1, 0});
    CHECK(at_half_year({}) == Marks{0, 0});
}

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
            for (const auto late : {Duration{0}, tick}) {
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
    CohortRecord record{person};
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

TEST_CASE("custody, death and a move compete for the first event; the earliest counts alone") {
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
    CHECK(after_contacts({after(0.0) + tick})[Count::linked_before_end] == 0);
}

TEST_CASE("any contact counts those of justice as well") {
    auto record = life();
    record.justice_contact(after(180.0), office);
    CHECK(books_of(record)[Count::any_contact_180] == 1);
    CHECK(books_of(record)[Count::support_180] == 0);
    auto early = life();
    early.justice_contact(after(150.0), office);
    CHECK(books_of(early)[Count::any_contact_180] == 0);
    CHECK(after_contacts({after(150.0) + tick})[Count::any_contact_180] == 1);
}

TEST_CASE("a first contact came through the family if it was the first of all and by that route") {
    auto brought = life();
    brought.come(Route::family);
    brought.contact(after(10.0), centre);
    CHECK(books_of(brought)[Count::first_contact_by_family] == 1);
    auto known = life();
    known.come(Route::self);
    known.contact(after(5.0), centre);
    known.come(Route::family);
    known.contact(after(10.0), centre);
    CHECK(books_of(known)[Count::first_contact_by_family] == 0);
}

TEST_CASE("continuity of visits A, A, B, A: COC 0.5, UPC 0.75, SECON 1/3") {
    auto record = life();
    record.contact(after(0.0), facility); // at S: before the year
    for (const auto& [day, agency] :
         {std::pair{1.0, centre}, {50.0, centre}, {100.0, facility}, {365.0, centre}}) {
        record.contact(after(day), agency);
    }
    record.contact(after(365.0) + tick, facility);
    const auto books = books_of(record);
    CHECK(books[Count::visits] == 4);
    CHECK(books[Count::visits_to_usual] == 3);
    CHECK(books[Count::visit_pairs] == 12);
    CHECK(books[Count::visit_pairs_same] == 9 + 1 - 4);
    CHECK(books[Count::next_visits] == 3);
    CHECK(books[Count::next_visits_same] == 1);
}

TEST_CASE("in continuity a stay is one visit") {
    auto record = life();
    record.begin_stay(after(10.0), facility);
    record.end_stay(after(90.0));
    record.contact(after(95.0), centre);
    const auto books = books_of(record);
    CHECK(books[Count::visits] == 2);
    CHECK(books[Count::visit_pairs_same] == 0);
}

TEST_CASE("episodes may overlap: in care is who has one open") {
    auto record = life();
    record.contact(after(-100.0), centre);
    record.open_episode(after(-100.0));
    record.open_episode(after(0.0));
    record.close_episode(after(10.0));
    CHECK(books_of(record)[Count::in_care_6_months] == 1);
    record.close_episode(after(82.0));
    CHECK(books_of(record)[Count::in_care_6_months] == 0); // the mark is at day 82.625
}
