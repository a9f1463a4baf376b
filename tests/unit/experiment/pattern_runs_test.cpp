#include "engine/experiment/detail/pattern_runs.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

using namespace tsunagi;

namespace {

std::int64_t opened(const RunResult& run, Service service) {
    return run.by_service.at(static_cast<std::size_t>(service))[ServiceCount::episodes_opened];
}

std::int64_t opened(const RunResult& run) {
    std::int64_t all = 0;
    for (std::size_t service = 0; service < services; ++service) {
        all += opened(run, static_cast<Service>(service));
    }
    return all;
}

// Everything that can happen in a life, in a region where all of it is offered.
Experiment wide_experiment() {
    auto experiment = test::small_experiment(1);
    experiment.region = test::wide_region();
    return experiment;
}

RunResult first_run(const PatternGroup& group) {
    return replicate(PreparedExperiment{group.experiment}, 0).front();
}

} // namespace

TEST_CASE("without care nobody comes to any service, and lives go on") {
    const auto experiment = detail::without_care(wide_experiment());
    const auto run = replicate(PreparedExperiment{experiment}, 0).front();
    CHECK(opened(run) == 0);
    for (const auto& agency : run.agencies) {
        CHECK(agency[AgencyCount::first_contacts] == 0);
    }
    CHECK(run.use_course.persons > 200);
    CHECK(detail::count_in(run, Count::start_used_1) > 50);
    CHECK(detail::count_in(run, Count::start_arrested_1) > 10);
    CHECK(detail::count_in(run, Count::supervised_in_year) > 500);
}

TEST_CASE("where use alone is left nobody dies, moves, or is arrested without use") {
    auto experiment = detail::without_care(wide_experiment());
    detail::leave_only_use(experiment.parameters);
    experiment.parameters.use.early = 1e-12;
    experiment.parameters.use.late_per_year = 0.0;
    const auto run = replicate(PreparedExperiment{experiment}, 0).front();
    CHECK(detail::count_in(run, Count::cohort) > 100);
    for (const auto count : {Count::dead_365,
                             Count::moved_365,
                             Count::custody_365,
                             Count::revoked,
                             Count::start_arrested_2}) {
        CHECK(detail::count_in(run, count) == 0);
    }
}

TEST_CASE(
    "everybody is in counselling, or in a facility, from the first day on, and nowhere else") {
    const auto groups = kept_in_care_patterns(wide_experiment());
    REQUIRE(groups.size() == 3);
    const auto counselled = first_run(groups[0]);
    CHECK(counselled.use_course.persons > 200);
    CHECK(opened(counselled, Service::counselling) == counselled.use_course.persons);
    CHECK(opened(counselled) == counselled.use_course.persons);
    CHECK(counselled.sessions_not_offered == 0);
    const auto resident = first_run(groups[1]);
    CHECK(opened(resident, Service::residence) == resident.use_course.persons);
    CHECK(opened(resident) == resident.use_course.persons);
    const auto half = first_run(groups[2]);
    CHECK(opened(half, Service::counselling) == half.use_course.persons);
    CHECK(detail::count_in(half, Count::start_arrested_2) == 0);
}

TEST_CASE("a resident leaves the facility for custody alone") {
    const auto run = first_run(kept_in_care_patterns(wide_experiment()).at(1));
    std::int64_t custody = 0;
    for (const auto& stay : run.episodes) {
        CHECK(
            (stay.outcome == EpisodeOutcome::custody || stay.outcome == EpisodeOutcome::censored));
        custody += stay.outcome == EpisodeOutcome::custody ? 1 : 0;
    }
    CHECK(custody > 0);
}

TEST_CASE("the cohort of a policy's last quarter is what two ordinary cohorts differ by") {
    auto study = test::small_experiment(1);
    const auto groups = contrast_patterns(study);
    REQUIRE(groups.size() == 2);
    const auto& ended = groups[1];
    const auto sums = ended.count(PreparedExperiment{ended.experiment}, 0);
    // Cohorts with S up to the policy's end, and up to 90 days before it.
    auto shorter = ended.experiment;
    shorter.horizon -= std::chrono::days{90};
    const auto all = replicate(PreparedExperiment{ended.experiment}, 0);
    const auto but_last = replicate(PreparedExperiment{shorter}, 0);
    const auto last = [&](std::size_t scenario, Count count) {
        return detail::count_in(all.at(scenario), count) -
               detail::count_in(but_last.at(scenario), count);
    };
    REQUIRE(sums.size() == 5);
    CHECK(sums[0] > 0);
    CHECK(sums[0] == last(1, Count::cohort));
    CHECK(sums[1] == last(1, Count::linked_before_end));
    CHECK(sums[2] == last(1, Count::close_365));
    CHECK(sums[3] == last(2, Count::linked_before_end));
    CHECK(sums[4] == last(2, Count::close_365));
}

TEST_CASE("a region without the contact t2.05 has nothing to compare") {
    auto study = test::small_experiment(1);
    study.region.activities.clear();
    CHECK(contrast_patterns(study).empty());
}

TEST_CASE("every group counts as many sums as its rows read, in every replication alike") {
    for (const auto& group : pattern_groups(test::small_experiment(1), 2)) {
        const PreparedExperiment prepared{group.experiment};
        const std::vector<Sums> sums{group.count(prepared, 0), group.count(prepared, 1)};
        const auto rows = group.rows(sums);
        CHECK_FALSE(rows.empty());
        CHECK(group.count(prepared, 0) == sums[0]);
        for (const auto& row : rows) {
            CAPTURE(row.pattern, row.measure);
            CHECK((row.band.lower || row.band.upper));
            CHECK(row.band.lower.value_or(-1e9) < row.band.upper.value_or(1e9));
            CHECK(row.n.has_value());
            CHECK(row.measure.substr(0, 8) == "pattern.");
        }
    }
}
