// Indicators of ways through the agencies, each from counts made by hand.
#include "tests/unit/tables/hand_made_study.hpp"

#include <set>
#include <string_view>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

const PathwayIndicators::Row&
indicator_of(const Analysis& analysis, std::size_t scenario, Indicator indicator) {
    return analysis.pathways.at(scenario).rows.at(static_cast<std::size_t>(indicator));
}

} // namespace

TEST_CASE("indicators stand in their order, each with a name of its own") {
    const auto analysis = Study{3}.analysis();
    REQUIRE(analysis.pathways.size() == 2);
    std::set<std::string_view> names;
    for (std::size_t row = 0; row < indicators; ++row) {
        CHECK(analysis.pathways.front().rows.at(row).indicator == static_cast<Indicator>(row));
        CHECK(names.insert(name_of(static_cast<Indicator>(row))).second);
    }
    CHECK(analysis.pathways.front().rows.size() == indicators);
}

TEST_CASE("continuity is the mean of the indices of persons with two visits") {
    for (const auto& [indicator, count] :
         {std::pair{Indicator::bice_boxerman, Count::bice_boxerman},
          std::pair{Indicator::usual_provider, Count::usual_provider},
          std::pair{Indicator::sequential, Count::sequential},
          std::pair{Indicator::concentration, Count::concentration}}) {
        Study made{3};
        made.set_both(Count::cohort, {2, 1, 1});
        made.set_both(Count::visited_twice, {2, 1, 1});
        made.set(base, count, {10'000, 5'000, 5'000}); // two persons with 1/2 each in the first
        made.set(other, count, {20'000, 5'000, 5'000});
        const auto analysis = made.analysis();
        const auto& today = indicator_of(analysis, base, indicator);
        CHECK(today.base == Approx(4.0 / 3.0));
        CHECK(today.value.level->value == Approx(0.5));
        check_jackknife(indicator_of(analysis, other, indicator).value.difference,
                        1.0 / 4.0,
                        {0.0, 1.0 / 3.0, 1.0 / 3.0});
    }
}

TEST_CASE("hand-offs are per person with two visits, visits per person of the cohort") {
    Study made{3};
    made.set_both(Count::cohort, {10, 10, 20});
    made.set_both(Count::visits, {20, 30, 30});
    made.set_both(Count::visited_twice, {4, 4, 2});
    made.set_both(Count::hand_offs, {6, 4, 5});
    const auto analysis = made.analysis();
    const auto level = [&](Indicator indicator) {
        return indicator_of(analysis, base, indicator).value.level->value;
    };
    CHECK(level(Indicator::visits) == Approx(80.0 / 40.0));
    CHECK(level(Indicator::visited_twice) == Approx(10.0 / 40.0));
    CHECK(level(Indicator::hand_offs) == Approx(15.0 / 10.0));
}

TEST_CASE("coming back is a share of those whose care ended, compared by the jackknife") {
    Study made{3};
    made.set_both(Count::left_care, {10, 20, 30});
    made.set(base, Count::back_90, {1, 2, 3});
    made.set(other, Count::back_90, {2, 4, 3});
    made.set_both(Count::back_365, {5, 10, 15});
    const auto analysis = made.analysis();
    CHECK(indicator_of(analysis, base, Indicator::back_90).value.level->value == Approx(0.1));
    CHECK(indicator_of(analysis, base, Indicator::back_365).value.level->value == Approx(0.5));
    check_jackknife(indicator_of(analysis, other, Indicator::back_90).value.difference,
                    3.0 / 60.0,
                    {2.0 / 50.0, 1.0 / 40.0, 3.0 / 30.0});
}

TEST_CASE("appointments are added up over routes, sessions and lists over services") {
    Study made{3};
    for (std::size_t row = 0; row < 3; ++row) {
        made.book(base, row, 6, 3); // 4 bookings of up to 14 days by one route
        auto& waits = made.run(base, row).waits[static_cast<std::size_t>(Route::self)];
        waits.due = 4;
        waits.kept = 1;
        waits.bins[7] = 4; // beyond 14 days
        auto& by_service = made.run(base, row).by_service;
        auto& programme = by_service[static_cast<std::size_t>(Service::programme)];
        programme[ServiceCount::sessions_attended] = 5;
        programme[ServiceCount::sessions_missed] = 5;
        auto& bed = by_service[static_cast<std::size_t>(Service::bed)];
        bed[ServiceCount::sessions_attended] = 10;
        bed[ServiceCount::list_admitted] = 2;
        bed[ServiceCount::list_wait_ticks] = 2 * 30 * one_day.count();
        auto& residence = by_service[static_cast<std::size_t>(Service::residence)];
        residence[ServiceCount::list_patience] = 1;
        residence[ServiceCount::list_gone] = 1;
    }
    const auto analysis = made.analysis();
    const auto level = [&](Indicator indicator) {
        return indicator_of(analysis, base, indicator).value.level->value;
    };
    CHECK(level(Indicator::first_kept) == Approx(4.0 / 8.0));
    CHECK(level(Indicator::first_within_14) == Approx(4.0 / 8.0));
    CHECK(level(Indicator::sessions_kept) == Approx(15.0 / 20.0));
    CHECK(level(Indicator::list_given_up) == Approx(1.0 / 4.0));
    CHECK(level(Indicator::list_days) == Approx(30.0));
    CHECK(indicator_of(analysis, base, Indicator::sessions_kept).base == 20.0);
}

TEST_CASE("an indicator of nobody has no value") {
    const auto analysis = Study{3}.analysis();
    const auto& found = indicator_of(analysis, other, Indicator::bice_boxerman);
    CHECK(found.base == 0.0);
    CHECK_FALSE(found.value.level);
    CHECK_FALSE(found.value.difference);
}
