// How far the referral chain goes, care after it, and continuity of visits.
#include "tests/unit/observation/cohort_books.hpp"

#include <array>
#include <tuple>
#include <utility>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

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
        late.reach(after(365.0) + one_tick, stage);
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
                           std::pair{Loss::second_visit, Count::lost_at_second_visit},
                           std::pair{Loss::person_gone, Count::person_gone}};
    for (const auto& [loss, count] : pairs) {
        auto record = life(Need::none);
        record.lose(after(-100.0), loss);
        record.lose(after(365.0), loss);
        record.lose(after(365.0) + one_tick, loss);
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
        too_late.contact(after(365.0 - mark) + one_tick, centre);
        too_late.open_episode(after(365.0 - mark) + one_tick);
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

TEST_CASE("a first contact came through the family if it was the first of all and by that route") {
    auto brought = life();
    brought.come(after(10.0), Route::family);
    brought.contact(after(10.0), centre);
    CHECK(books_of(brought)[Count::first_contact_by_family] == 1);
    auto known = life();
    known.come(after(5.0), Route::self);
    known.contact(after(5.0), centre);
    known.come(after(10.0), Route::family);
    known.contact(after(10.0), centre);
    CHECK(books_of(known)[Count::first_contact_by_family] == 0);
}

TEST_CASE("a first contact through the family counts up to S + 365 d, and before S as well") {
    const auto counted = [](SimTime at) {
        auto record = life();
        record.come(at, Route::family);
        record.contact(at, centre);
        return books_of(record)[Count::first_contact_by_family];
    };
    CHECK(counted(after(-100.0)) == 1);
    CHECK(counted(after(365.0)) == 1);
    CHECK(counted(after(365.0) + one_tick) == 0);
}

namespace {

CohortRecord visitor(const std::vector<std::pair<double, AgencyId>>& visits) {
    auto record = life();
    for (const auto& [day, agency] : visits) {
        record.contact(after(day), agency);
    }
    return record;
}

} // namespace

TEST_CASE("continuity of visits A, A, B, A in the year after S, in ten-thousandths") {
    const auto books = books_of(visitor({{0.0, facility}, // at S: before the year
                                         {1.0, centre},
                                         {50.0, centre},
                                         {100.0, facility},
                                         {365.0, centre},
                                         {365.1, facility}}));
    CHECK(books[Count::visits] == 4);
    CHECK(books[Count::visited_twice] == 1);
    CHECK(books[Count::bice_boxerman] == 5'000);
    CHECK(books[Count::usual_provider] == 7'500);
    CHECK(books[Count::sequential] == 3'333);
    CHECK(books[Count::concentration] == 6'774); // (1 - 2/4.1) / (1 - 1/4.1) = 21/31
    CHECK(books[Count::hand_offs] == 2);
}

TEST_CASE("continuity weighs persons alike, however many visits they pay") {
    std::vector<std::pair<double, AgencyId>> faithful;
    for (int day = 1; day <= 40; ++day) {
        faithful.emplace_back(day, centre);
    }
    auto sums = books_of(visitor(faithful)).totals;
    visitor({{1.0, centre}, {2.0, facility}}).add_to(sums);
    CHECK(sums[Count::visited_twice] == 2);
    CHECK(sums[Count::bice_boxerman] == 10'000 + 0);
    CHECK(sums[Count::usual_provider] == 10'000 + 5'000);
    CHECK(sums[Count::sequential] == 10'000 + 0);
    CHECK(sums[Count::hand_offs] == 0 + 1);
}

TEST_CASE("who pays one visit or none has no continuity, neither good nor bad") {
    for (const auto& visits : {std::vector<std::pair<double, AgencyId>>{}, {{10.0, centre}}}) {
        const auto books = books_of(visitor(visits));
        CHECK(books[Count::visits] == static_cast<std::int32_t>(visits.size()));
        for (const auto count : {Count::visited_twice,
                                 Count::bice_boxerman,
                                 Count::usual_provider,
                                 Count::sequential,
                                 Count::concentration,
                                 Count::hand_offs}) {
            CHECK(books[count] == 0);
        }
    }
}

TEST_CASE("in continuity a stay is one visit") {
    auto record = life();
    record.begin_stay(after(10.0), facility);
    record.end_stay(after(90.0));
    record.contact(after(95.0), centre);
    const auto books = books_of(record);
    CHECK(books[Count::visits] == 2);
    CHECK(books[Count::bice_boxerman] == 0);
    CHECK(books[Count::hand_offs] == 1);
}

TEST_CASE("who moves away before the mark is not followed to it - the dead are, and not in care") {
    constexpr double mark = -100.0 + 182.625;
    const auto at_half_year = [](double day, Whereabouts to) {
        auto record = life();
        record.contact(after(-100.0), centre);
        record.open_episode(after(-100.0));
        record.close_episode(after(day));
        record.change(after(day), to);
        const auto books = books_of(record);
        return std::pair{books[Count::followed_6_months], books[Count::in_care_6_months]};
    };
    using Marks = std::pair<std::int32_t, std::int32_t>;
    CHECK(at_half_year(mark, Whereabouts::moved) == Marks{0, 0});
    CHECK(at_half_year(mark + 0.1, Whereabouts::moved) == Marks{1, 1});
    CHECK(at_half_year(mark, Whereabouts::dead) == Marks{1, 0});
    CHECK(at_half_year(mark, Whereabouts::custody) == Marks{1, 0});
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
