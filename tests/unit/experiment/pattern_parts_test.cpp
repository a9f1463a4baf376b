#include "engine/experiment/detail/pattern_parts.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

using namespace tsunagi;

namespace {

RunResult empty_run(std::size_t agencies = 0) {
    RunResult run;
    run.agencies.resize(agencies);
    return run;
}

void set(RunResult& run, Count count, std::int64_t value, LinkGroup group = LinkGroup::good) {
    run.by_group.at(static_cast<std::size_t>(group)).at(static_cast<std::size_t>(count)) = value;
}

void set(RunResult& run, Level level, Count count, std::int32_t value) {
    run.by_level.at(static_cast<std::size_t>(level)).at(static_cast<std::size_t>(count)) = value;
}

std::vector<PatternRow> rows_of(const detail::SumsPart& part, const Sums& sums) {
    REQUIRE(sums.size() == part.size);
    return detail::rows_of({&part, 1}, {&sums, 1});
}

RunResult with_contacts(std::int64_t supervised, std::int64_t then, std::int64_t later) {
    auto run = empty_run();
    set(run, Count::supervised_30_before, supervised);
    set(run, Count::any_contact_30_before, then);
    set(run, Count::cohort, 1000);
    set(run, Count::any_contact_180, later);
    return run;
}

RunResult with_support(std::int64_t supported) {
    auto run = empty_run();
    set(run, Count::cohort, 1000);
    set(run, Count::support_180, supported);
    return run;
}

} // namespace

TEST_CASE("P3 sets contact before the end of supervision beside contact after it") {
    const auto without = with_contacts(500, 480, 100);
    const auto with = with_contacts(400, 385, 140);
    const auto rows = rows_of(detail::contrast_part(),
                              detail::contrast_sums({.today = with_support(60),
                                                     .no_contact = without,
                                                     .regular_contact = with,
                                                     .introduction = with_support(72)}));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].value.value() == Approx(385.0 / 400.0 - 480.0 / 500.0));
    CHECK(rows[0].n == 500);
    CHECK(rows[0].verdict() == PatternRow::Verdict::pass);
    CHECK(rows[1].value.value() == Approx(0.04));
    CHECK(rows[2].value.value() == Approx(0.04 - 3.0 * 0.0025));
    CHECK(rows[3].pattern == "P15");
    CHECK(rows[3].value.value() == Approx(0.012));
    CHECK(rows[3].verdict() == PatternRow::Verdict::miss);
}

TEST_CASE("P3 asks for a gain after supervision: none at all is a miss, and so is a third of it") {
    const auto today = with_support(60);
    const auto rows = [&](const RunResult& without, const RunResult& with) {
        return rows_of(detail::contrast_part(),
                       detail::contrast_sums({.today = today,
                                              .no_contact = without,
                                              .regular_contact = with,
                                              .introduction = today}));
    };
    const auto none = rows(with_contacts(500, 480, 100), with_contacts(500, 480, 100));
    CHECK(none[1].verdict() == PatternRow::Verdict::miss);
    // A loss of contact before the end weighs like a gain.
    const auto little = rows(with_contacts(500, 482, 100), with_contacts(500, 480, 110));
    CHECK(little[1].verdict() == PatternRow::Verdict::pass);
    CHECK(little[2].value.value() == Approx(0.01 - 3.0 * 0.004));
    CHECK(little[2].verdict() == PatternRow::Verdict::miss);
}

TEST_CASE("P5 is the gain in close contact over the gain in persons ever linked") {
    const auto run = [](std::int64_t linked, std::int64_t close) {
        auto result = empty_run();
        set(result, Count::cohort, 20);
        set(result, Count::linked_before_end, linked);
        set(result, Count::close_365, close);
        return result;
    };
    const auto rows = [&](const RunResult& without, const RunResult& with) {
        return rows_of(detail::ended_policy_part(),
                       detail::ended_policy_sums({.without = without, .with = with}));
    };
    CHECK(rows(run(3, 1), run(8, 3)).front().value.value() == Approx(0.4));
    CHECK(rows(run(3, 1), run(5, 3)).front().verdict() == PatternRow::Verdict::miss);
    CHECK_FALSE(rows(run(3, 1), run(3, 2)).front().value.has_value());
}

TEST_CASE("P7 reads first events month by month, and shares of those followed") {
    auto run = empty_run();
    run.use_course.persons = 100;
    auto& used = run.use_course.events.at(static_cast<std::size_t>(UseEvent::use));
    used.at(0) = 35;
    used.at(5) = 15;
    used.at(40) = 10;
    auto& arrested = run.use_course.events.at(static_cast<std::size_t>(UseEvent::arrest));
    arrested.at(11) = 6;
    arrested.at(12) = 4;
    arrested.at(30) = 50; // too late
    const auto relapse = rows_of(detail::relapse_part(), detail::relapse_sums(run));
    REQUIRE(relapse.size() == 4);
    CHECK(relapse[0].value.value() == Approx(0.35));
    CHECK(relapse[1].value.value() == Approx(0.50));
    CHECK(relapse[2].value.value() == Approx(0.50));
    CHECK(relapse[3].value.value() == Approx(0.60));
    CHECK(rows_of(detail::resident_part(), detail::resident_sums(run)).front().value.value() ==
          Approx(0.50));
    CHECK(rows_of(detail::arrest_part(), detail::arrest_sums(run)).front().value.value() ==
          Approx(0.6));
    set(run, Count::start_followed_1, 30, LinkGroup::good);
    set(run, Count::start_followed_1, 10, LinkGroup::not_good);
    set(run, Count::start_used_1, 12, LinkGroup::good);
    set(run, Count::start_used_1, 4, LinkGroup::not_good);
    const auto first_year = rows_of(detail::first_year_part(), detail::first_year_sums(run));
    CHECK(first_year.front().n == 40);
    CHECK(first_year.front().value.value() == Approx(0.4));
}

TEST_CASE("P7c adds up adults released from prison, by how they were released") {
    auto run = empty_run();
    const auto released = [&](Level source, std::int32_t second, std::int32_t fifth) {
        set(run, source, Count::released_2nd_year, 100);
        set(run, source, Count::prison_2nd_year, second);
        set(run, source, Count::released_5th_year, 50);
        set(run, source, Count::prison_5th_year, fifth);
    };
    released(Level::parole_only, 10, 20);
    released(Level::parole_partial, 14, 24);
    released(Level::direct_partial, 20, 25);
    released(Level::full_term, 28, 31);
    released(Level::juvenile, 90, 45);
    const auto rows = rows_of(detail::year_end_part(), detail::year_end_sums(run));
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].n == 400);
    CHECK(rows[0].value.value() == Approx(72.0 / 400.0));
    CHECK(rows[1].n == 200);
    CHECK(rows[1].value.value() == Approx(100.0 / 200.0));
    CHECK(rows[2].value.value() == Approx(24.0 / 200.0));
    CHECK(rows[3].value.value() == Approx(44.0 / 100.0));
    CHECK(rows[4].value.value() == Approx(0.28));
    CHECK(rows[5].value.value() == Approx(31.0 / 50.0));
}

TEST_CASE("P7d is the share of true use that surveys hear of") {
    const auto sums = detail::counselled_sums({.stayed = 40, .used = 10});
    CHECK(rows_of(detail::counselled_part(0.5), sums).front().value.value() == Approx(0.125));
    CHECK(rows_of(detail::counselled_part(1.0), sums).front().value.value() == Approx(0.25));
    CHECK(rows_of(detail::counselled_part(1.0), sums).front().n == 40);
}

TEST_CASE("P8 takes stays of everybody in a recovery facility, and no other episode") {
    auto run = empty_run();
    const auto stay = [&](int days, EpisodeOutcome outcome = EpisodeOutcome::drop_out) {
        run.episodes.push_back({.service = Service::residence,
                                .outcome = outcome,
                                .days = static_cast<std::uint16_t>(days)});
    };
    for (const int days : {7, 8, 90, 91, 365, 366}) {
        stay(days);
    }
    stay(40, EpisodeOutcome::custody); // out as well
    stay(20);
    run.episodes.push_back(
        {.service = Service::bed, .outcome = EpisodeOutcome::in_order, .days = 3});
    const auto rows = rows_of(detail::stay_part(), detail::stay_sums(run));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].n == 8);
    CHECK(rows[0].value.value() == Approx(1.0 / 8.0));
    CHECK(rows[1].value.value() == Approx(40.0));
    CHECK(rows[2].value.value() == Approx(3.0 / 8.0));
    CHECK(rows[3].value.value() == Approx(1.0 / 8.0));
    const double days = (40.0 + 90.0 + 91.0 + 365.0 + 366.0) / 5.0;
    CHECK(rows[4].value.value() == Approx(days * 12.0 / 365.25));
}

TEST_CASE(
    "P9b counts drop-out from counselling within a year, of those not lost to something else") {
    auto run = empty_run();
    const auto episode = [&](Service service, EpisodeOutcome outcome, int days) {
        run.episodes.push_back(
            {.service = service, .outcome = outcome, .days = static_cast<std::uint16_t>(days)});
    };
    episode(Service::counselling, EpisodeOutcome::drop_out, 365);
    episode(Service::counselling, EpisodeOutcome::drop_out, 366);
    episode(Service::counselling, EpisodeOutcome::censored, 10);
    episode(Service::counselling, EpisodeOutcome::censored, 1000);
    episode(Service::programme, EpisodeOutcome::drop_out, 5);
    const auto rows = rows_of(detail::leaving_part(), detail::leaving_sums(run));
    CHECK(rows.front().n == 4);
    CHECK(rows.front().value.value() == Approx(1.0 / 3.0));
}

TEST_CASE("P9a, P12, P13 and P14 are yearly numbers, stocks and shares of one run") {
    auto experiment = test::small_experiment(1); // five years of policy
    auto& facility = experiment.region.agencies[test::facility];
    facility.services = {{.service = Service::residence,
                          .places = 10.0,
                          .slots_per_month = std::nullopt,
                          .share = 1.0}};
    auto run = empty_run(experiment.region.agencies.size());
    set(run, Count::supervised_in_year, 800);
    set(run, Count::supervised_in_year, 75, LinkGroup::not_good);
    set(run, Count::supported_in_year, 70);
    set(run, Count::partial_at_year_end, 250);
    const auto span = (experiment.horizon - experiment.policy_start).count();
    auto& here = run.agencies.at(test::facility.row());
    here[AgencyCount::stay_ticks] = 6 * span;
    here[AgencyCount::stays_ended] = 90;
    // Stays in a bed are no stays in a facility.
    run.agencies.at(test::hospital.row())[AgencyCount::stay_ticks] = span;
    run.agencies.at(test::hospital.row())[AgencyCount::stays_ended] = 7;
    run.agencies.at(test::centre.row())[AgencyCount::first_contacts] = 345;
    set(run, Level::parole_only, Count::cohort, 200);
    set(run, Level::parole_only, Count::revoked, 9);
    set(run, Level::suspended, Count::cohort, 25);
    set(run, Level::suspended, Count::revoked, 8);
    const auto rows = rows_of(detail::level_part(), detail::level_sums(run, experiment));
    REQUIRE(rows.size() == 8);
    CHECK(rows[0].value.value() == Approx(70.0 / 875.0));
    CHECK(rows[0].n == 875);
    CHECK(rows[1].value.value() == Approx(175.0));
    CHECK(rows[2].value.value() == Approx(50.0)); // five 31 Decembers
    CHECK(rows[3].value.value() == Approx(0.6));
    CHECK(rows[4].value.value() == Approx(18.0));
    CHECK(rows[5].value.value() == Approx(69.0));
    CHECK(rows[6].value.value() == Approx(0.045));
    CHECK(rows[7].value.value() == Approx(0.32));
}
