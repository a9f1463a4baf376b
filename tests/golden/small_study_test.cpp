// Integer counts and digests of a small study, kept in small_study.txt: whatever changes them is a
// change of the model or a fault. The file says how to renew it.
#include "engine/execution/run_block.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>

using namespace tsunagi;

namespace {

class Unwatched final : public RunMonitor {
public:
    void replication_done() override {}
    bool stop_requested() const override { return false; }
};

// The office-centre link is not good in the first of these replications and good in the second.
constexpr std::int64_t first_replication = 2;
constexpr std::int64_t replications = 2;
constexpr std::array<std::string_view, 4> scenarios{
    "today", "no-contact", "regular-contact", "written-agreement"};
constexpr std::array<std::string_view, 2> readings{"causal", "selection"};
constexpr std::string_view head =
    "# Two replications of the short experiment of tests/support/whole_runs.hpp. For every run:\n"
    "# digest of its facts, events handled, appointments due by route, centre and office hours\n"
    "# in seconds, and every Count in its order, both groups together.\n"
    "# To renew after a change of the model: TSUNAGI_GOLDEN_OUT=tests/golden/small_study.txt\n"
    "# build/release/bin/golden; read the difference and give the reason in the commit.\n";

template <class Numbers> void write(std::ostream& out, std::string_view name, const Numbers& row) {
    out << "  " << name;
    for (const auto number : row) {
        out << ' ' << number;
    }
    out << '\n';
}

void write(std::ostream& out, const RunResult& result) {
    out << "  digest " << std::hex << std::setw(16) << std::setfill('0') << result.digest
        << std::dec << '\n';
    write(out, "events", std::array{result.events});
    std::array<std::int64_t, routes> due{};
    for (std::size_t route = 0; route < routes; ++route) {
        due.at(route) = result.waits.at(route).due;
    }
    write(out, "due", due);
    const auto seconds = [&](AgencyId agency) {
        const auto& by_task = result.work.at(agency.row());
        return std::accumulate(by_task.begin(), by_task.end(), std::int64_t{0});
    };
    write(out, "hours", std::array{seconds(test::centre), seconds(test::office)});
    std::array<std::int64_t, counts> both{};
    for (std::size_t count = 0; count < counts; ++count) {
        both.at(count) = result.by_group[0].at(count) + result.by_group[1].at(count);
    }
    write(out, "counts", both);
}

std::string golden_at(int threads) {
    auto experiment = test::short_experiment(first_replication + replications);
    experiment.readings = {test::causal, test::selection};
    const PreparedExperiment prepared{experiment};
    Unwatched monitor;
    const auto outcomes =
        run_replications(prepared, {first_replication, replications}, threads, monitor);
    std::ostringstream out;
    out << head;
    for (std::size_t replication = 0; replication < outcomes.size(); ++replication) {
        for (std::size_t run = 0; run < outcomes[replication].result.size(); ++run) {
            out << "replication " << first_replication + static_cast<std::int64_t>(replication)
                << ' ' << readings.at(run / scenarios.size()) << ' '
                << scenarios.at(run % scenarios.size()) << '\n';
            write(out, outcomes[replication].result[run]);
        }
    }
    return out.str();
}

std::string kept() {
    const std::ifstream file{TSUNAGI_GOLDEN "/small_study.txt"};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("the small study has the counts and digests that were kept, at 1, 2 and 8 threads") {
    const auto serial = golden_at(1);
    if (const char* path = std::getenv("TSUNAGI_GOLDEN_OUT"); path != nullptr) {
        std::ofstream{path} << serial;
    }
    CHECK(serial == kept());
    CHECK(golden_at(2) == serial);
    CHECK(golden_at(8) == serial);
}
