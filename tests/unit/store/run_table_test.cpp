#include "engine/core/contracts.hpp"
#include "outputs/store/run_table.hpp"
#include "outputs/store/schema.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

/// A run in which every number is different.
RunResult numbered_run(std::int64_t start) {
    RunResult run;
    auto next = start;
    for (auto& group : run.by_group) {
        for (auto& count : group) {
            count = next++;
        }
    }
    for (auto& group : run.first_contact_day) {
        for (auto& day : group) {
            day = static_cast<std::int32_t>(next++);
        }
    }
    for (auto& waits : run.waits) {
        waits.due = next++;
        waits.kept = next++;
        waits.wait_ticks = next++;
        for (auto& bin : waits.bins) {
            bin = static_cast<std::int32_t>(next++);
        }
    }
    run.work.resize(2);
    for (auto& agency : run.work) {
        for (auto& ticks : agency) {
            ticks = next++;
        }
    }
    run.cancelled_contacts = next++;
    run.sessions_not_offered = next++;
    run.overtime_ticks = next++;
    run.understanding = {static_cast<double>(next), static_cast<double>(next + 1)};
    run.digest = static_cast<std::uint64_t>(next + 2);
    run.events = next + 3;
    return run;
}

constexpr RunShape small{
    .readings = 2, .scenarios = 3, .replications = 4, .agencies = 2, .years = 3};

} // namespace

TEST_CASE("a run table gives every number of a run back from the place where it was put") {
    RunTable table{small};
    const RunIndex index{1, 2, 3};
    const auto run = numbered_run(1000);
    table.put(index, run);
    table.put({1, 2, 2}, numbered_run(50000));
    CHECK(table.count(index, LinkGroup::good, Count::not_kept) == run.by_group[1][25]);
    CHECK(table.first_contacts(index, LinkGroup::not_good, 364) == run.first_contact_day[0][364]);
    const auto waits = table.waits(index, Route::self);
    CHECK(waits.due == run.waits[2].due);
    CHECK(waits.kept == run.waits[2].kept);
    CHECK(waits.wait_ticks == run.waits[2].wait_ticks);
    CHECK(waits.bins == run.waits[2].bins);
    CHECK(table.work_ticks(index, 1, Task::handover) == run.work[1][8]);
    CHECK(table.cancelled_contacts(index) == run.cancelled_contacts);
    CHECK(table.sessions_not_offered(index) == run.sessions_not_offered);
    CHECK(table.overtime_ticks(index) == run.overtime_ticks);
    CHECK(table.understanding(index, 1) == run.understanding[1]);
    CHECK(std::isnan(table.understanding(index, 2)));
    CHECK(table.digest(index) == run.digest);
    CHECK(table.events(index) == run.events);
    CHECK(table.count({0, 0, 0}, LinkGroup::good, Count::cohort) == 0);
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
    auto run = numbered_run(0);
    run.work.pop_back();
    CHECK_THROWS_AS(table.put({0, 0, 0}, run), ContractViolation);
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
