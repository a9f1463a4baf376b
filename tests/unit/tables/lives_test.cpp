#include "tests/unit/tables/hand_made_study.hpp"

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

const Compared& share(const StateShares& row, std::size_t day, PersonState state) {
    return row.days.at(day).shares.at(static_cast<std::size_t>(state));
}

} // namespace

TEST_CASE("states are shares of the whole cohort on each day, compared by the jackknife") {
    Study made{3};
    made.set_both(Count::cohort, {10, 20, 30});
    made.set(base, Count::support_180, {2, 3, 4});
    made.set(base, Count::no_support_180, {5, 10, 20});
    made.set(base, Count::custody_180, {2, 4, 3});
    made.set(base, Count::dead_180, {1, 1, 2});
    made.set(base, Count::moved_180, {0, 2, 1});
    made.set(other, Count::custody_180, {1, 2, 3});
    made.set(base, Count::custody_365, {3, 3, 3});
    const auto analysis = made.analysis();
    const auto& today = analysis.states[0];
    REQUIRE(today.days.size() == 4);
    CHECK(today.days[2].day == 180);
    CHECK(share(today, 2, PersonState::in_support).level->value == Approx(9.0 / 60.0));
    CHECK(share(today, 2, PersonState::no_support).level->value == Approx(35.0 / 60.0));
    CHECK(share(today, 2, PersonState::custody).level->value == Approx(9.0 / 60.0));
    CHECK(share(today, 2, PersonState::dead).level->value == Approx(4.0 / 60.0));
    CHECK(share(today, 2, PersonState::moved).level->value == Approx(3.0 / 60.0));
    CHECK(today.days[3].day == 365);
    CHECK(share(today, 3, PersonState::custody).level->value == Approx(9.0 / 60.0));
    CHECK_FALSE(share(today, 2, PersonState::custody).difference);
    const auto& policy = analysis.states[analysis_groups.size()];
    REQUIRE(policy.scenario == other);
    check_jackknife(share(policy, 2, PersonState::custody).difference,
                    -3.0 / 60.0,
                    {-2.0 / 50.0, -1.0 / 40.0, -3.0 / 30.0});
}

TEST_CASE("the states of every day, scenario and group sum to 1") {
    const auto analysis = analyse(synthetic::study(8));
    REQUIRE(analysis.states.size() == 4 * 4 * analysis_groups.size());
    for (const auto& row : analysis.states) {
        for (std::size_t day = 0; day < row.days.size(); ++day) {
            double sum = 0.0;
            for (const auto state : person_states) {
                sum += share(row, day, state).level->value;
            }
            CHECK(sum == Approx(1.0).epsilon(1e-12));
        }
        CHECK(share(row, 2, PersonState::in_support).level->value ==
              find_comparison(analysis, row.reading, row.scenario, Outcome::support_180, row.group)
                  .level->value);
    }
}

TEST_CASE("custody and death compete with a first contact, and who moved is watched no longer") {
    Study made{3};
    made.set_both(Count::cohort, {5, 5, 5});
    made.set(base, Count::support_at_end, {1, 1, 1});
    made.set(base, Count::custody_at_end, {0, 1, 1}); // neither at liberty nor at risk
    made.set(base, Count::no_support_at_end, {4, 3, 3});
    made.set_first(base, FirstEvent::contact, 0, {1, 0, 0});
    made.set_first(base, FirstEvent::custody, 0, {0, 1, 0});
    made.set_first(base, FirstEvent::moved, 1, {1, 0, 1});
    made.set_first(base, FirstEvent::contact, 2, {0, 1, 0});
    made.set_first(base, FirstEvent::death, 6, {0, 0, 1});
    const auto analysis = made.analysis();
    const auto& today = analysis.incidence[0];
    REQUIRE(today.days[1] == 7);
    CHECK(today.at_risk_per_year == Approx(10.0 / 3.0 / analysis.cohort_years));
    CHECK(today.contact.front() == 0.0);
    // Of 10: 1 comes, 1 is taken; of the 8 left 2 move; of the 6 left 1 comes; of 5 left 1 dies.
    CHECK(today.contact[1] == Approx(1.0 / 10.0 + 8.0 / 10.0 * 1.0 / 6.0));
    CHECK(today.custody[1] == Approx(1.0 / 10.0));
    CHECK(today.death[1] == Approx(8.0 / 10.0 * 5.0 / 6.0 * 1.0 / 5.0));
    CHECK(today.death.back() == today.death[1]);
    // Days before any of them: all of day 1; 8/10 of day 2 and 3; 8/10 5/6 of days 4 to 7; then
    // 8/10 5/6 4/5.
    REQUIRE(today.mean_days);
    const double left = 8.0 / 10.0 * 5.0 / 6.0;
    CHECK(today.mean_days->free ==
          Approx(1.0 + 2.0 * 8.0 / 10.0 + 4.0 * left + 358.0 * left * 4.0 / 5.0));
    CHECK(today.mean_days->custody == Approx(364.0 / 10.0));
    CHECK(today.mean_days->contact == Approx(364.0 / 10.0 + 362.0 * 8.0 / 10.0 / 6.0));
    CHECK(today.mean_days->death == Approx(358.0 * left / 5.0));
    // Of the whole cohort nobody leaves the count.
    CHECK(today.reached[1] == Approx(5.0 / 15.0));
    CHECK(analysis.incidence[1].contact == today.contact); // every link is good
    CHECK(analysis.incidence[2].contact.empty());          // so that none is not
}

TEST_CASE("families are shares of the cohort's families, the retained of those followed so long") {
    Study made{3};
    made.set_both(Count::cohort, {10, 20, 30});
    made.set_both(Count::families, {5, 10, 15});
    made.set(base, Count::families_reached, {1, 2, 3});
    made.set(other, Count::families_reached, {2, 4, 3});
    made.set(base, Count::families_engaged, {1, 1, 1});
    made.set(base, Count::families_followed_6_months, {1, 1, 0});
    made.set(base, Count::families_in_care_6_months, {1, 0, 0});
    const auto analysis = made.analysis();
    const auto& today = analysis.families[0];
    CHECK(today.families_per_year == Approx(30.0 / 3.0 / analysis.cohort_years));
    CHECK(today.reached.level->value == Approx(6.0 / 30.0));
    CHECK(today.engaged.level->value == Approx(3.0 / 30.0));
    CHECK(today.retained.level->value == Approx(1.0 / 2.0));
    const auto& policy = analysis.families[analysis_groups.size()];
    REQUIRE(policy.scenario == other);
    CHECK_FALSE(policy.retained.level);
    check_jackknife(policy.reached.difference, 3.0 / 30.0, {2.0 / 25.0, 1.0 / 20.0, 3.0 / 15.0});
}

TEST_CASE("clients without tie to the justice system are numbers a year: who is displaced") {
    Study made{3};
    const std::array<std::int64_t, 3> fewer{1, 2, 6};
    for (std::size_t row = 0; row < 3; ++row) {
        for (const auto scenario : {base, other}) {
            auto& persons =
                made.run(scenario, row).others[static_cast<std::size_t>(OtherClients::persons)];
            const auto lost = scenario == base ? 0 : fewer.at(row);
            persons[OtherCount::arrived] = 30;
            persons[OtherCount::first_contacts] = 20 - lost;
            persons[OtherCount::sessions_attended] = 100;
            persons[OtherCount::lost] = 10 + lost;
        }
    }
    const auto analysis = made.analysis();
    const double a_year = 1.0 / analysis.years;
    const auto& today = analysis.other_clients[0];
    CHECK(today.who == OtherClients::persons);
    CHECK(today.arrived == Approx(30.0 * a_year));
    CHECK(today.served.level->value == Approx(20.0 * a_year));
    CHECK(today.sessions.level->value == Approx(100.0 * a_year));
    const auto& policy = analysis.other_clients[other_clients];
    REQUIRE(policy.scenario == other);
    check_jackknife(
        policy.served.difference, -3.0 * a_year, {-4.0 * a_year, -3.5 * a_year, -1.5 * a_year});
    check_jackknife(
        policy.lost.difference, 3.0 * a_year, {4.0 * a_year, 3.5 * a_year, 1.5 * a_year});
    CHECK(policy.sessions.difference->value == 0.0);
    CHECK(analysis.other_clients[1].served.level->value == 0.0);
}

TEST_CASE("extra hours are of all agencies and tasks together, with the interval of their sum") {
    Study made{3};
    // One task costs in each replication what the other saves, plus 36, 72 and 108 hours.
    const std::array<std::int64_t, 3> noise{500, -200, 900};
    constexpr std::int64_t hour = 3600;
    for (std::size_t row = 0; row < 3; ++row) {
        for (const auto scenario : {base, other}) {
            auto& work = made.run(scenario, row).work.front();
            const std::int64_t moved = scenario == base ? 0 : noise.at(row);
            const auto added = scenario == base ? 0 : 36 * (static_cast<std::int64_t>(row) + 1);
            work[static_cast<std::size_t>(Task::liaison)] = (2000 + moved + added) * hour;
            work[static_cast<std::size_t>(Task::handover)] = (2000 - moved) * hour;
        }
    }
    const auto analysis = made.analysis();
    REQUIRE(analysis.extra_hours.size() == 1);
    const auto& row = analysis.extra_hours.front();
    CHECK(row.scenario == other);
    const double a_year = 1.0 / analysis.years;
    check_jackknife(row.per_year, 72.0 * a_year, {90.0 * a_year, 72.0 * a_year, 54.0 * a_year});
    CHECK(*row.full_time == Approx(row.per_year->value / (12.0 * 155.0)));
}

namespace {

/// Three replications with so many extra hours and extra persons in support.
Study with_gains(Three hours, Three persons) {
    Study made{3};
    constexpr std::int64_t hour = 3600;
    made.set_both(Count::cohort, {100, 100, 100});
    made.set_both(Count::support_180, {10, 10, 10});
    made.set(other, Count::support_180, {10 + persons[0], 10 + persons[1], 10 + persons[2]});
    for (std::size_t row = 0; row < 3; ++row) {
        made.run(other, row).work.front()[static_cast<std::size_t>(Task::liaison)] =
            hours.at(row) * hour;
    }
    return made;
}

} // namespace

TEST_CASE("hours per additional person are a year's hours over a year's persons, with Fieller's "
          "interval") {
    const auto analysis = with_gains({100, 210, 290}, {9, 11, 10}).analysis();
    const auto& found = analysis.extra_hours.front().per_person;
    REQUIRE(found);
    const double per_year = analysis.cohort_years / analysis.years;
    CHECK(found->value == Approx(600.0 / 30.0 * per_year));
    // Means 200 and 10, variances 9100 and 1, covariance 55, each over 3.
    const double scale = t_of_three_units * t_of_three_units / 3.0;
    const double a = 100.0 - scale;
    const double b = 2000.0 - 55.0 * scale;
    const double c = 40'000.0 - 9'100.0 * scale;
    const double root = std::sqrt(b * b - a * c);
    CHECK(found->interval->lower == Approx((b - root) / a * per_year));
    CHECK(found->interval->upper == Approx((b + root) / a * per_year));
}

TEST_CASE("there are no hours per person where the interval of the gain does not lie above 0") {
    const Three hours{100, 210, 290};
    CHECK(with_gains(hours, {9, 11, 10}).analysis().extra_hours.front().per_person);
    CHECK_FALSE(with_gains(hours, {1, 11, 2}).analysis().extra_hours.front().per_person);
    CHECK_FALSE(with_gains(hours, {0, 0, 0}).analysis().extra_hours.front().per_person);
    CHECK_FALSE(with_gains(hours, {-9, -9, -8}).analysis().extra_hours.front().per_person);
}
