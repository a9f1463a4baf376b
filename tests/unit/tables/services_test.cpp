// Retention, ways to a residence, use and hours used, each from numbers made by hand.
#include "tests/unit/tables/hand_made_study.hpp"

#include <algorithm>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

FinishedEpisode episode(Service service, EpisodeOutcome outcome, int days) {
    return {.service = service, .outcome = outcome, .days = static_cast<std::uint16_t>(days)};
}

const Retention& retention_of(const Analysis& analysis, Service service) {
    return analysis.retention.at(static_cast<std::size_t>(service));
}

/// Position of a length among the printed days.
std::size_t on_day(const Retention& row, int day) {
    const auto found = std::find(row.days.begin(), row.days.end(), day);
    REQUIRE(found != row.days.end());
    return static_cast<std::size_t>(found - row.days.begin());
}

} // namespace

TEST_CASE("retention is Kaplan-Meier with competing ends - the moved are watched no longer") {
    // Of 5: one drops out on day 10, one moves on day 20, one is taken into custody on day 30, one
    // completes on day 90, one is there beyond the last bin.
    Study made{2};
    made.run(base, 0).episodes = {episode(Service::programme, EpisodeOutcome::drop_out, 10),
                                  episode(Service::programme, EpisodeOutcome::censored, 20),
                                  episode(Service::programme, EpisodeOutcome::custody, 30)};
    made.run(base, 1).episodes = {episode(Service::programme, EpisodeOutcome::in_order, 90),
                                  episode(Service::programme, EpisodeOutcome::censored, 1000),
                                  episode(Service::self_help, EpisodeOutcome::death, 1)};
    const auto analysis = made.analysis();
    const auto& programme = retention_of(analysis, Service::programme);
    CHECK(programme.opened_per_year == Approx(5.0 / 2.0 / analysis.years));
    const auto check = [&](int day, std::array<double, 4> shares) {
        const auto at = on_day(programme, day);
        CAPTURE(day);
        CHECK(programme.in_care[at] == Approx(shares[0]));
        CHECK(programme.drop_out[at] == Approx(shares[1]));
        CHECK(programme.custody[at] == Approx(shares[2]));
        CHECK(programme.in_order[at] == Approx(shares[3]));
    };
    check(9, {1.0, 0.0, 0.0, 0.0});
    check(10, {4.0 / 5.0, 1.0 / 5.0, 0.0, 0.0});
    check(28, {4.0 / 5.0, 1.0 / 5.0, 0.0, 0.0});
    check(30, {4.0 / 5.0 * 2.0 / 3.0, 1.0 / 5.0, 4.0 / 15.0, 0.0});
    check(84, {8.0 / 15.0, 1.0 / 5.0, 4.0 / 15.0, 0.0});
    check(730, {4.0 / 15.0, 1.0 / 5.0, 4.0 / 15.0, 4.0 / 15.0});
    CHECK(retention_of(analysis, Service::self_help).death.front() == 1.0);
    CHECK(retention_of(analysis, Service::bed).days.empty());
}

TEST_CASE("ways to a residence are shares of those opened, and days of those who entered") {
    Study made{3};
    constexpr auto prison = static_cast<std::size_t>(AdmissionRoute::prison);
    for (std::size_t row = 0; row < 3; ++row) {
        auto& tracks = made.run(base, row).tracks[prison];
        tracks[TrackCount::opened] = 4;
        tracks[TrackCount::agreed] = 3;
        tracks[TrackCount::entered] = 2;
        tracks[TrackCount::entered_in_window] = 1;
        tracks[TrackCount::entry_ticks] = 2 * 50 * one_day.count();
    }
    const auto analysis = made.analysis();
    const auto& row = analysis.tracks.at(prison);
    CHECK(row.route == AdmissionRoute::prison);
    CHECK(row.opened_per_year == Approx(4.0 / analysis.years));
    CHECK(row.agreed.level->value == Approx(3.0 / 4.0));
    CHECK(row.entered.level->value == Approx(2.0 / 4.0));
    CHECK(row.entered_in_window.level->value == Approx(1.0 / 2.0));
    CHECK(row.mean_days.level->value == Approx(50.0));
    CHECK_FALSE(analysis.tracks.at(0).entered.level); // no such track was opened
}

TEST_CASE("use is told of those followed so long, from the start, from S and by the year's end") {
    Study made{3};
    made.set_both(Count::start_followed_2, {10, 10, 20});
    made.set_both(Count::start_used_2, {5, 5, 10});
    made.set_both(Count::start_regular_2, {4, 4, 8});
    made.set_both(Count::start_arrested_2, {2, 2, 4});
    made.set_both(Count::start_prison_2, {1, 1, 2});
    made.set_both(Count::released_2nd_year, {5, 5, 10});
    made.set_both(Count::prison_2nd_year, {1, 0, 1});
    made.set_both(Count::end_followed_1, {8, 8, 8});
    made.set(other, Count::end_used_1, {2, 2, 2});
    const auto analysis = made.analysis();
    const auto find = [&](std::size_t scenario, UseOutcomes::Index index, int years) {
        const auto found =
            std::find_if(analysis.use.begin(), analysis.use.end(), [&](const UseOutcomes& row) {
                return row.scenario == scenario && row.index == index && row.years == years;
            });
        REQUIRE(found != analysis.use.end());
        return *found;
    };
    const auto two_years = find(base, UseOutcomes::Index::start, 2);
    CHECK(two_years.followed == Approx(40.0 / 3.0));
    CHECK(two_years.used.level->value == Approx(20.0 / 40.0));
    CHECK(two_years.regular.level->value == Approx(16.0 / 40.0));
    CHECK(two_years.arrested.level->value == Approx(8.0 / 40.0));
    CHECK(two_years.imprisoned.level->value == Approx(4.0 / 40.0));
    CHECK(two_years.imprisoned_by_year_end.level->value == Approx(2.0 / 20.0));
    const auto after_s = find(other, UseOutcomes::Index::end, 1);
    CHECK(after_s.used.level->value == Approx(6.0 / 24.0));
    CHECK(after_s.used.difference->value == Approx(6.0 / 24.0));
    CHECK_FALSE(after_s.imprisoned_by_year_end.level);
    CHECK_FALSE(find(base, UseOutcomes::Index::start, 5).used.level);
}

TEST_CASE("hours used are of the hours there are - agencies without a limit are left out") {
    Study made{3};
    // 42 hours in each of the 260 whole weeks from Thursday 1 April 2021 to Wednesday 1 April 2026.
    constexpr std::int64_t weeks = 260;
    constexpr std::int64_t hour = 3600;
    for (std::size_t row = 0; row < 3; ++row) {
        for (const auto scenario : {base, other}) {
            auto& agency = made.run(scenario, row).agencies.front();
            const auto more = scenario == base ? 0 : static_cast<std::int64_t>(row + 1);
            agency[AgencyCount::direct_ticks] = 42 * weeks * hour;
            agency[AgencyCount::taken_ticks] = (21 + more) * weeks * hour;
        }
    }
    const auto analysis = made.analysis();
    REQUIRE(analysis.hours_used.size() == 2);
    const auto& today = analysis.hours_used.front();
    CHECK(today.available_per_week == Approx(42.0));
    CHECK(today.used.level->value == Approx(0.5));
    check_jackknife(analysis.hours_used.back().used.difference,
                    2.0 / 42.0,
                    {2.5 / 42.0, 2.0 / 42.0, 1.5 / 42.0});
    CHECK(Study{3}.analysis().hours_used.empty());
}

TEST_CASE("hours are means over replications, an hour of staff being an hour of pay") {
    Study made{3};
    for (const auto scenario : {base, other}) {
        for (std::size_t row = 0; row < 3; ++row) {
            made.run(scenario, row).work[0][static_cast<std::size_t>(Task::liaison)] =
                3600 * 60 * static_cast<std::int64_t>(scenario + 1);
        }
    }
    const auto analysis = made.analysis();
    const auto& hours = analysis.hours.back();
    CHECK(hours.task == Task::liaison);
    CHECK(hours.per_month == Approx(120.0 / (12.0 * analysis.years)));
    CHECK(hours.difference->value == Approx(60.0 / (12.0 * analysis.years)));
    CHECK(*hours.fte_difference == Approx(hours.difference->value / 155.0));
}

TEST_CASE("what ran out is a number a year in one replication") {
    Study made{2};
    auto& run = made.run(base, 1);
    run.cancelled_contacts = 20;
    run.sessions_not_offered = 40;
    run.slots_waited = 60;
    run.beds_not_found = 80;
    run.overtime_ticks = 100 * 3600;
    const auto analysis = made.analysis();
    const auto& found = analysis.upsets.at(base);
    const double a_year = 1.0 / (2.0 * analysis.years);
    CHECK(found.cancelled_contacts == Approx(20.0 * a_year));
    CHECK(found.sessions_not_offered == Approx(40.0 * a_year));
    CHECK(found.slots_waited == Approx(60.0 * a_year));
    CHECK(found.beds_not_found == Approx(80.0 * a_year));
    CHECK(found.overtime_hours == Approx(100.0 * a_year));
    CHECK(analysis.upsets.at(other).beds_not_found == 0.0);
}
