// Use and its consequences, ways to a residential place and staying in care: why a number is not
// there, and what the numbers say on re-imprisonment.
#include "tests/unit/tables/hand_made_study.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using namespace tsunagi::hand_made;
using namespace std::chrono;

namespace {

using Index = UseOutcomes::Index;
using Clock = UseOutcomes::Clock;

UseOutcomes use_at(const Analysis& analysis, Index index, int years) {
    const auto found = std::ranges::find_if(analysis.use, [&](const UseOutcomes& row) {
        return row.scenario == base && row.index == index && row.years == years;
    });
    REQUIRE(found != analysis.use.end());
    return *found;
}

/// Episodes of counselling that last so many days, in one replication.
void add_episodes(Study& made,
                  std::size_t scenario,
                  std::size_t replication,
                  std::size_t number,
                  FinishedEpisode one) {
    one.service = Service::counselling;
    auto& episodes = made.run(scenario, replication).episodes;
    episodes.insert(episodes.end(), number, one);
}

constexpr FinishedEpisode left(std::uint16_t days) {
    return {.service = {}, .outcome = EpisodeOutcome::drop_out, .days = days};
}
constexpr FinishedEpisode still_open(std::uint16_t days) {
    return {.service = {}, .outcome = EpisodeOutcome::censored, .days = days};
}

Retention counselling(const Analysis& analysis, std::size_t scenario) {
    const auto found = std::ranges::find_if(analysis.retention, [&](const Retention& row) {
        return row.scenario == scenario && row.service == Service::counselling;
    });
    REQUIRE(found != analysis.retention.end());
    REQUIRE(found->points.size() == 3);
    return *found;
}

/// Three replications of 100 people followed for two years after S, of whom so many come to prison.
Study imprisoning(Three today, Three policy) {
    Study made{3};
    made.set_both(Count::end_followed_2, {100, 100, 100});
    made.set(base, Count::end_prison_2, today);
    made.set(other, Count::end_prison_2, policy);
    return made;
}

Reimprisonment only_row(const Study& made) {
    const auto rows = made.analysis().reimprisonment;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().scenario == other);
    return rows.front();
}

DescribedParameter graded(const char* id, const char* grade) {
    auto parameter = synthetic::parameters().front();
    parameter.id = id;
    parameter.grade = grade;
    return parameter;
}

} // namespace

TEST_CASE("five exact years do not lie within five calendar years, and the analysis says so") {
    Study made{3};
    made.set_both(Count::start_followed_1, {5, 5, 5});
    const auto analysis = made.analysis();
    CHECK(use_at(analysis, Index::start, 5).unfollowed == Unfollowed::horizon);
    CHECK(use_at(analysis, Index::end, 5).unfollowed == Unfollowed::horizon);
    CHECK_FALSE(use_at(analysis, Index::start, 1).unfollowed);
}

TEST_CASE("where there was time and nobody is followed, the reason is that there is nobody") {
    Study made{3};
    CHECK(use_at(made.analysis(), Index::end, 2).unfollowed == Unfollowed::no_persons);
    made.study().facts.horizon = sys_days{2026y / April / 2}; // 5 x 365.25 d end at 6 o'clock
    CHECK(use_at(made.analysis(), Index::start, 5).unfollowed == Unfollowed::no_persons);
}

TEST_CASE("the year-end clock begins with the first whole calendar year") {
    Study made{3};
    made.set_both(Count::released_2nd_year, {5, 5, 5});
    const auto why = [&](int years) {
        return use_at(made.analysis(), Index::start, years).unfollowed_by_year_end;
    };
    CHECK(why(1) == Unfollowed::no_clock);
    CHECK(use_at(made.analysis(), Index::end, 2).unfollowed_by_year_end == Unfollowed::no_clock);
    CHECK_FALSE(why(2));
    CHECK(why(5) == Unfollowed::horizon); // of 2022, to the end of 2026
    made.study().facts.horizon = sys_days{2026y / December / 31};
    CHECK(why(5) == Unfollowed::horizon);
    made.study().facts.horizon = sys_days{2027y / January / 1};
    CHECK(why(5) == Unfollowed::no_persons);
    made.study().facts.policy_start = sys_days{2021y / January / 1};
    made.study().facts.horizon = sys_days{2026y / January / 1};
    CHECK(why(5) == Unfollowed::no_persons);
}

TEST_CASE("how many are still there is Kaplan-Meier's, beside the reference by the jackknife") {
    Study made{3};
    for (std::size_t row = 0; row < 3; ++row) {
        add_episodes(made, base, row, 2, left(40));
        add_episodes(made, base, row, 2, still_open(100));
        add_episodes(made, base, row, 4, still_open(400));
        add_episodes(made, other, row, row + 1, left(40));
        add_episodes(made, other, row, 7 - row, still_open(400));
    }
    add_episodes(made, base, 0, 1, left(150));
    const auto analysis = made.analysis();
    const auto& today = counselling(analysis, base).points;
    CHECK(today[0].day == 90);
    CHECK(today[0].share.level->value == Approx(19.0 / 25.0));
    CHECK_FALSE(today[0].share.difference);
    CHECK(today[1].day == 180);
    CHECK(today[1].share.level->value == Approx(19.0 / 25.0 * 12.0 / 13.0));
    CHECK(today[2].share.level->value == today[1].share.level->value);
    const auto curve = counselling(analysis, base);
    const auto half_a_year = std::ranges::find(curve.days, 180) - curve.days.begin();
    CHECK(today[1].share.level->value ==
          Approx(curve.in_care.at(static_cast<std::size_t>(half_a_year))));
    CHECK_FALSE(today[2].unfollowed);
    // Of 24: 1, 2 and 3 leave. Of 25: 2 leave in each.
    check_jackknife(
        counselling(analysis, other).points[0].share.difference,
        18.0 / 24.0 - 19.0 / 25.0,
        {11.0 / 16.0 - 12.0 / 16.0, 12.0 / 16.0 - 13.0 / 17.0, 13.0 / 16.0 - 13.0 / 17.0});
}

TEST_CASE("a share of those still there that nobody was watched for is none, unless all had left") {
    Study made{3};
    add_episodes(made, base, 0, 4, left(40));
    add_episodes(made, base, 0, 4, still_open(100));
    add_episodes(made, other, 0, 8, left(40));
    const auto analysis = made.analysis();
    const auto& today = counselling(analysis, base).points;
    CHECK(today[0].share.level->value == Approx(0.5));
    CHECK_FALSE(today[0].share.level->standard_error); // one replication alone has episodes
    CHECK_FALSE(today[1].share.level);
    CHECK(today[1].unfollowed == Unfollowed::horizon);
    const auto& policy = counselling(analysis, other).points;
    CHECK(policy[2].share.level->value == 0.0);
    CHECK_FALSE(policy[2].unfollowed);
    CHECK(counselling(Study{3}.analysis(), base).points[0].unfollowed == Unfollowed::no_persons);
}

TEST_CASE("entries to a residential place are a number a year, beside the reference") {
    Study made{3};
    constexpr auto prison = static_cast<std::size_t>(AdmissionRoute::prison);
    const std::array<std::int64_t, 3> more{1, 2, 6};
    for (std::size_t row = 0; row < 3; ++row) {
        made.run(base, row).tracks[prison][TrackCount::entered] = 4;
        made.run(other, row).tracks[prison][TrackCount::entered] = 4 + more.at(row);
    }
    const auto analysis = made.analysis();
    const double a_year = 1.0 / analysis.years;
    CHECK(analysis.tracks.at(prison).entered_per_year.level->value == Approx(4.0 * a_year));
    check_jackknife(analysis.tracks.at(admission_routes + prison).entered_per_year.difference,
                    3.0 * a_year,
                    {4.0 * a_year, 3.5 * a_year, 1.5 * a_year});
}

TEST_CASE("re-imprisonment: no difference is seen where every interval holds 0") {
    const auto row = only_row(imprisoning({20, 20, 20}, {18, 23, 20}));
    CHECK(row.verdict == Verdict::no_difference_seen);
    CHECK(row.numbers == 1);
    CHECK(row.off_zero == 0);
    REQUIRE(row.told);
    CHECK(row.told->index == Index::end);
    CHECK(row.told->years == 2);
    CHECK(row.told->clock == Clock::exact);
    // Half-width plus t(0.8) standard errors; t(0.8) with two degrees of freedom in closed form.
    const double t = 0.6 / std::sqrt(2.0 * 0.8 * 0.2);
    CHECK(row.told->detectable ==
          Approx((t_of_three_units + t) * row.told->difference.standard_error.value()));
}

TEST_CASE("re-imprisonment: one interval off 0 is an effect, and the largest of these is told") {
    auto made = imprisoning({20, 20, 20}, {18, 18, 17});
    made.set_both(Count::released_2nd_year, {100, 100, 100});
    made.set(base, Count::prison_2nd_year, {10, 10, 10});
    made.set(other, Count::prison_2nd_year, {4, 5, 4});
    made.set_both(Count::start_followed_1, {100, 100, 100});
    made.set(other, Count::start_prison_1, {0, 30, 0});
    const auto row = only_row(made);
    CHECK(row.verdict == Verdict::fewer);
    CHECK(row.numbers == 3);
    CHECK(row.off_zero == 2);
    CHECK(row.told->clock == Clock::year_end);
    CHECK(row.told->difference.value == Approx(-17.0 / 300.0));
    CHECK(only_row(imprisoning({20, 20, 20}, {22, 22, 23})).verdict == Verdict::more);
}

TEST_CASE("re-imprisonment: equal counts are identical, and without anybody there is no verdict") {
    const auto same = only_row(imprisoning({20, 10, 20}, {20, 10, 20}));
    CHECK(same.verdict == Verdict::identical);
    CHECK(same.off_zero == 0);
    const auto none = only_row(Study{3});
    CHECK(none.verdict == Verdict::none);
    CHECK(none.numbers == 0);
    CHECK_FALSE(none.told);
}

TEST_CASE("a kind of numbers rests on the weakest grade among the parameters that make it") {
    Study made{3};
    made.study().parameters = {graded("use.median", "published"),
                               graded("use.lapse", "assumed"),
                               graded("use.custody", "assumed"),
                               graded("used.otherwise", "assumed"),
                               graded("adm.willing", "observed"),
                               graded("adm.ready", "published (derived)")};
    const auto bases = made.analysis().bases;
    CHECK(bases[0].kind == Basis::Kind::use);
    CHECK(bases[0].parameters == 3);
    CHECK(bases[0].grade == "assumed");
    CHECK(bases[0].of_grade == 2);
    CHECK(bases[1].grade == "published (derived)");
    CHECK(bases[1].of_grade == 1);
    CHECK(bases[2].kind == Basis::Kind::retention);
    CHECK(bases[2].parameters == 0);
    CHECK(bases[2].grade.empty());
}
