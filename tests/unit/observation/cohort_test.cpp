#include "engine/observation/cohort.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <chrono>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

using namespace tsunagi;

namespace {

constexpr SimTime end_of_supervision{std::chrono::days{20'600}};
constexpr Duration tick{1};

SimTime after(double days) {
    return end_of_supervision + std::chrono::round<Duration>(RealDays{days});
}

struct Books {
    std::array<std::int64_t, counts> totals{};
    std::array<std::int32_t, follow_up_days> first_contact_day{};

    std::int64_t operator[](Count count) const { return totals[static_cast<std::size_t>(count)]; }
};

Books books_of(const CohortRecord& record) {
    Books books;
    record.add_to(books.totals, books.first_contact_day);
    return books;
}

CohortRecord life(Need need = Need::true_need) {
    return CohortRecord{end_of_supervision, need};
}

Books after_contacts(const std::vector<SimTime>& contacts) {
    auto record = life();
    for (const auto at : contacts) {
        record.contact(at);
    }
    return books_of(record);
}

} // namespace

TEST_CASE("a person of the cohort without any contact counts as such and in nothing else") {
    const auto books = books_of(life(Need::none));
    CHECK(books[Count::cohort] == 1);
    CHECK(books[Count::silent_before] == 1);
    CHECK(std::accumulate(books.totals.begin(), books.totals.end(), std::int64_t{0}) == 2);
}

TEST_CASE("support(d; v) holds with a contact in (S + d - v, S + d], to the second") {
    struct Window {
        Count count;
        int end_day;
        int length_days;
    };
    const std::array<Window, 6> windows{{{Count::support_at_end, 0, 90},
                                         {Count::support_90, 90, 90},
                                         {Count::support_180, 180, 90},
                                         {Count::support_365, 365, 90},
                                         {Count::close_30, 30, 30},
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

TEST_CASE("silence before S is no contact in (S - 60 d, S]") {
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
        const auto bins = after_contacts(contacts).first_contact_day;
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
        record.contact(after(150.0));
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
        in_time.contact(after(365.0 - mark));
        in_time.begin_care(after(365.0 - mark));
        CHECK(books_of(in_time)[followed] == 1);
        CHECK(books_of(in_time)[in_care] == 1);
        auto too_late = life();
        too_late.contact(after(365.0 - mark) + tick);
        too_late.begin_care(after(365.0 - mark) + tick);
        CHECK(books_of(too_late)[followed] == 0);
        CHECK(books_of(too_late)[in_care] == 0);
    }
}

TEST_CASE("in care at a mark: begun by then and not ended by then") {
    constexpr double first = -100.0;
    const auto at_half_year = [](const std::vector<std::pair<double, double>>& spells) {
        auto record = life();
        record.contact(after(first));
        for (const auto& [from, until] : spells) {
            record.begin_care(after(from));
            if (until < 1000.0) {
                record.end_care(after(until));
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
    using Marks = std::pair<std::int64_t, std::int64_t>;
    CHECK(at_half_year({{first, open}}) == Marks{1, 1});
    CHECK(at_half_year({{first, half_year}}) == Marks{0, 0});
    CHECK(at_half_year({{first, half_year + 0.1}}) == Marks{1, 0});
    CHECK(at_half_year({{first, year + 0.1}}) == Marks{1, 1});
    CHECK(at_half_year({{half_year, open}}) == Marks{1, 1});
    CHECK(at_half_year({{half_year + 0.1, open}}) == Marks{0, 1});
    CHECK(at_half_year({{first, first + 10.0}, {half_year - 5.0, half_year + 5.0}}) == Marks{1, 0});
    CHECK(at_half_year({}) == Marks{0, 0});
}
