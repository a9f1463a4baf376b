#include "engine/core/contracts.hpp"
#include "outputs/store/run_table.hpp"
#include "outputs/store/schema.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/numbered_run.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tsunagi;

namespace {

constexpr RunShape small{.readings = 2,
                         .scenarios = 3,
                         .replications = 4,
                         .agencies = 2,
                         .years = 3,
                         .municipalities = 3,
                         .fiscal_years = 2};

/// A run for this shape.
RunResult numbered_run(std::int64_t start) {
    return test::numbered_run(small, start);
}

} // namespace

TEST_CASE("a run table gives every number of a run back from the place where it was put") {
    RunTable table{small};
    const RunIndex index{1, 2, 3};
    const auto run = numbered_run(1000);
    table.put(index, run);
    table.put({1, 2, 2}, numbered_run(50000));
    constexpr auto not_kept = static_cast<std::size_t>(Count::not_kept);
    CHECK(table.count(index, LinkGroup::good, Count::not_kept) == run.by_group[1][not_kept]);
    CHECK(table.count(index, Level::suspended, Count::not_kept) ==
          run.by_level[static_cast<std::size_t>(Level::suspended)][not_kept]);
    CHECK(table.municipality_count(index, 2, Count::not_kept) == run.by_municipality[2][not_kept]);
    CHECK(table.fiscal_year_count(index, 1, Count::not_kept) == run.by_fiscal_year[1][not_kept]);
    CHECK(table.first_events(index, FirstEvent::death, 364) == run.first_event_day[2][364]);
    CHECK(table.use_persons(index) == run.use_course.persons);
    CHECK(table.use_events(index, UseEvent::arrest, 59) == run.use_course.events[2][59]);
    CHECK(table.use_censored(index, UseEvent::prison, 0) == run.use_course.censored[3][0]);
    const auto waits = table.waits(index, Route::self);
    CHECK(waits.due == run.waits[2].due);
    CHECK(waits.kept == run.waits[2].kept);
    CHECK(waits.wait_ticks == run.waits[2].wait_ticks);
    CHECK(waits.bins == run.waits[2].bins);
    CHECK(table.work_ticks(index, 1, Task::handover) == run.work[1][8]);
    CHECK(table.count(index, 1, AgencyCount::stay_ticks) == run.agencies[1].values[4]);
    CHECK(table.count(index, Service::bed, ServiceCount::places_left) ==
          run.by_service[6].values[10]);
    CHECK(table.count(index, AdmissionRoute::prison, TrackCount::entered) ==
          run.tracks[2].values[2]);
    CHECK(table.count(index, OtherClients::families, OtherCount::lost) == run.others[1].values[3]);
    CHECK(table.cancelled_contacts(index) == run.cancelled_contacts);
    CHECK(table.sessions_not_offered(index) == run.sessions_not_offered);
    CHECK(table.slots_waited(index) == run.slots_waited);
    CHECK(table.beds_not_found(index) == run.beds_not_found);
    CHECK(table.overtime_ticks(index) == run.overtime_ticks);
    CHECK(table.understanding(index, 1) == run.understanding[1]);
    CHECK(std::isnan(table.understanding(index, 2)));
    CHECK(table.digest(index) == run.digest);
    CHECK(table.events(index) == run.events);
    CHECK(table.count({0, 0, 0}, LinkGroup::good, Count::cohort) == 0);
}

TEST_CASE("first contacts belong to the link group of the run's cohort") {
    RunTable table{small};
    auto run = numbered_run(0);
    run.by_group = {};
    run.by_group[1][static_cast<std::size_t>(Count::cohort)] = 1;
    table.put({0, 0, 0}, run);
    CHECK(table.first_contacts({0, 0, 0}, LinkGroup::good, 5) == run.first_event_day[0][5]);
    CHECK(table.first_contacts({0, 0, 0}, LinkGroup::not_good, 5) == 0);
}

TEST_CASE("episodes are binned by the edge that their days do not exceed") {
    CHECK(episode_bin(1) == 0);
    CHECK(episode_bin(14) == 13);
    CHECK(episode_bin(15) == 14);
    CHECK(episode_bin(21) == 14);
    CHECK(episode_bin(730) == episode_bins - 2);
    CHECK(episode_bin(731) == episode_bins - 1);
    RunTable table{small};
    auto run = numbered_run(0);
    run.episodes = {{Service::bed, EpisodeOutcome::death, 1},
                    {Service::bed, EpisodeOutcome::death, 1},
                    {Service::residence, EpisodeOutcome::drop_out, 29},
                    {Service::self_help, EpisodeOutcome::censored, 9000}};
    table.put({0, 0, 1}, run);
    table.put({0, 0, 1}, run); // put anew, not added
    CHECK(table.episodes({0, 0, 1}, {Service::bed, EpisodeOutcome::death}, 0) == 2);
    CHECK(table.episodes(
              {0, 0, 1}, {Service::residence, EpisodeOutcome::drop_out}, episode_bin(30)) == 1);
    CHECK(table.episodes(
              {0, 0, 1}, {Service::self_help, EpisodeOutcome::censored}, episode_bins - 1) == 1);
    CHECK(table.episodes({0, 0, 1}, {Service::bed, EpisodeOutcome::drop_out}, 0) == 0);
}

TEST_CASE("a municipality from which nobody came and a year in which nobody ended are 0") {
    RunTable table{small};
    table.put({0, 0, 0}, numbered_run(7));
    auto run = numbered_run(7);
    run.by_municipality.pop_back();
    run.by_fiscal_year.clear();
    table.put({0, 0, 0}, run);
    CHECK(table.municipality_count({0, 0, 0}, 1, Count::cohort) == run.by_municipality[1][0]);
    CHECK(table.municipality_count({0, 0, 0}, 2, Count::cohort) == 0);
    CHECK(table.fiscal_year_count({0, 0, 0}, 0, Count::cohort) == 0);
}

TEST_CASE("a failed run is kept as failed") {
    RunTable table{small};
    table.put_failure({0, 1, 2});
    CHECK(table.state({0, 1, 2}) == RunState::failed);
    CHECK(table.state({0, 1, 1}) == RunState::completed);
}

TEST_CASE("a run table checks every bound and every shape") {
    RunTable table{small};
    CHECK_THROWS_AS(table.digest({2, 0, 0}), ContractViolation);
    CHECK_THROWS_AS(table.digest({0, 3, 0}), ContractViolation);
    CHECK_THROWS_AS(table.digest({0, 0, 4}), ContractViolation);
    CHECK_THROWS_AS(table.first_contacts({0, 0, 0}, LinkGroup::good, 365), ContractViolation);
    CHECK_THROWS_AS(table.count({0, 0, 0}, LinkGroup::good, Count::number_of_counts),
                    ContractViolation);
    CHECK_THROWS_AS(table.work_ticks({0, 0, 0}, 2, Task::liaison), ContractViolation);
    const auto refuses = [&](auto&& spoil) {
        auto run = numbered_run(0);
        spoil(run);
        CHECK_THROWS_AS(table.put({0, 0, 0}, run), ContractViolation);
    };
    refuses([](RunResult& run) { run.work.pop_back(); });
    refuses([](RunResult& run) { run.agencies.pop_back(); });
    refuses([](RunResult& run) { run.by_municipality.emplace_back(); });
    refuses([](RunResult& run) { run.by_fiscal_year.emplace_back(); });
    refuses([](RunResult& run) { run.first_event_day[0][0] = 32768; });
    refuses([](RunResult& run) { run.understanding.resize(4); });
    CHECK_THROWS_AS(table.count({0, 0, 0}, Level::began_after, Count::number_of_counts),
                    ContractViolation);
    CHECK_THROWS_AS(table.municipality_count({0, 0, 0}, 3, Count::cohort), ContractViolation);
    CHECK_THROWS_AS(table.fiscal_year_count({0, 0, 0}, 2, Count::cohort), ContractViolation);
    CHECK_THROWS_AS(table.count({0, 0, 0}, 2, AgencyCount::stay_ticks), ContractViolation);
    CHECK_THROWS_AS(RunTable{RunShape{}}, ContractViolation);
}

TEST_CASE("parts put side by side make the whole") {
    RunTable whole{small};
    RunTable together{small};
    for (const std::size_t first : {0U, 1U}) {
        auto shape = small;
        shape.replications = first == 0 ? 1 : 3;
        RunTable part{shape};
        for (std::size_t reading = 0; reading < 2; ++reading) {
            for (std::size_t scenario = 0; scenario < 3; ++scenario) {
                for (std::size_t replication = 0; replication < shape.replications; ++replication) {
                    const auto run = numbered_run(static_cast<std::int64_t>(
                        100000 * reading + 10000 * scenario + 1000 * (first + replication)));
                    part.put({reading, scenario, replication}, run);
                    whole.put({reading, scenario, first + replication}, run);
                }
            }
        }
        together.put_range(first, part);
    }
    std::vector<std::vector<double>> expected;
    whole.for_each_dataset([&](std::string_view, const auto& array) {
        expected.emplace_back(array.begin(), array.end());
    });
    std::size_t dataset = 0;
    together.for_each_dataset([&](std::string_view path, const auto& array) {
        CAPTURE(path);
        const std::vector<double> found(array.begin(), array.end());
        // NaN stands where a year was not recorded, in both.
        CHECK(std::ranges::equal(found, expected[dataset], [](double one, double other) {
            return one == other || (std::isnan(one) && std::isnan(other));
        }));
        ++dataset;
    });
    CHECK_THROWS_AS(whole.put_range(1, whole), ContractViolation);
}

TEST_CASE("the run table holds the schema's datasets of runs, all of them and in order") {
    std::vector<std::string_view> stored;
    RunTable{small}.for_each_dataset(
        [&](std::string_view path, const auto&) { stored.push_back(path); });
    std::vector<std::string_view> specified;
    for (const auto& spec : schema()) {
        if (spec.part == StoredPart::runs) {
            specified.push_back(spec.path);
        }
    }
    CHECK(stored == specified);
}

TEST_CASE("the runs of a table are counted replication by replication, scenario by scenario") {
    const RunShape shape{
        .readings = 2, .scenarios = 3, .replications = 4, .agencies = 1, .years = 1};
    std::size_t n = 0;
    for (std::size_t reading = 0; reading < shape.readings; ++reading) {
        for (std::size_t scenario = 0; scenario < shape.scenarios; ++scenario) {
            for (std::size_t replication = 0; replication < shape.replications; ++replication) {
                const auto index = run_at(shape, n++);
                CHECK(index.reading == reading);
                CHECK(index.scenario == scenario);
                CHECK(index.replication == replication);
            }
        }
    }
    CHECK_THROWS_AS(run_at(shape, n), ContractViolation);
}
