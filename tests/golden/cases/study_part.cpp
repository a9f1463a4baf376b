#include "tests/golden/cases/study_part.hpp"

#include "engine/experiment/replicate.hpp"

#include "tests/golden/cases/fingerprint.hpp"
#include "tests/golden/cases/lines.hpp"
#include "tests/support/small_region.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <numeric>
#include <string_view>
#include <utility>

namespace tsunagi::test {

namespace {

constexpr std::array<std::string_view, 4> scenarios{
    "today", "no-contact", "regular-contact", "written-agreement"};

/// An experiment whose replications are run once, when first asked for.
class KeptStudy {
public:
    KeptStudy(Experiment experiment, std::vector<std::string> readings)
        : experiment_{std::move(experiment)}, readings_{std::move(readings)}, prepared_{
                                                                                  experiment_} {}
    KeptStudy(const KeptStudy&) = delete;
    KeptStudy& operator=(const KeptStudy&) = delete;
    KeptStudy(KeptStudy&&) = delete;
    KeptStudy& operator=(KeptStudy&&) = delete;
    ~KeptStudy() = default;

    const RunResult& result(const RunChoice& run) {
        auto& runs = results_[run.replication];
        if (runs.empty()) {
            runs = replicate(prepared_, run.replication);
        }
        return runs.at(run.reading * scenarios.size() + run.scenario);
    }
    const PreparedExperiment& prepared() const { return prepared_; }
    const std::vector<std::string>& readings() const { return readings_; }

private:
    Experiment experiment_;
    std::vector<std::string> readings_;
    PreparedExperiment prepared_; ///< points to the experiment
    std::map<std::int64_t, ReplicationResult> results_;
};

void add(Fingerprint& digest, const RunResult::Waits& waits) {
    digest.add(std::array{waits.due, waits.kept, waits.wait_ticks});
    digest.add(waits.bins);
}

void add(Fingerprint& digest, const RunResult::Appointments& appointments) {
    digest.add(std::array{appointments.due, appointments.kept});
}

void add(Fingerprint& digest, const FinishedEpisode& episode) {
    digest.add(episode.service);
    digest.add(episode.outcome);
    digest.add(episode.days);
}

template <class Rows> std::uint64_t digest_of_rows(const Rows& rows) {
    Fingerprint digest;
    digest.add(std::uint64_t{rows.size()});
    for (const auto& row : rows) {
        add(digest, row);
    }
    return digest.value();
}

template <class... Numbers> std::uint64_t digest_of(const Numbers&... numbers) {
    Fingerprint digest;
    (digest.add(numbers), ...);
    return digest.value();
}

/// A letter and a digest for every kind of number that a run is remembered by.
std::string digests(const RunResult& result) {
    return digest_line("A by group", digest_of(result.by_group)) +
           digest_line("B by level", digest_of(result.by_level)) +
           digest_line("C by municipality", digest_of(result.by_municipality)) +
           digest_line("D by fiscal year", digest_of(result.by_fiscal_year)) +
           digest_line("E first events", digest_of(result.first_event_day)) +
           digest_line("F use",
                       digest_of(result.use_course.persons,
                                 result.use_course.events,
                                 result.use_course.censored)) +
           digest_line("G waits", digest_of_rows(result.waits)) +
           digest_line("H first bookings", digest_of_rows(result.first_bookings)) +
           digest_line("I work", digest_of(result.work)) +
           digest_line("J agencies", digest_of(result.agencies)) +
           digest_line("K services", digest_of(result.by_service)) +
           digest_line("L ways to a place", digest_of(result.tracks)) +
           digest_line("M other clients", digest_of(result.others)) +
           digest_line("N episodes", digest_of_rows(result.episodes)) +
           digest_line("O shortages",
                       digest_of(result.cancelled_contacts,
                                 result.sessions_not_offered,
                                 result.slots_waited,
                                 result.beds_not_found,
                                 result.overtime_ticks)) +
           digest_line("P understanding", digest_of(result.understanding));
}

std::string summary(const RunResult& result) {
    std::array<std::int64_t, routes> due{};
    for (std::size_t route = 0; route < routes; ++route) {
        due.at(route) = result.waits.at(route).due;
    }
    const auto seconds = [&](AgencyId agency) {
        const auto& by_task = result.work.at(agency.row());
        return std::accumulate(by_task.begin(), by_task.end(), std::int64_t{0});
    };
    std::array<std::int64_t, counts> both{};
    for (std::size_t count = 0; count < counts; ++count) {
        both.at(count) = result.by_group[0].at(count) + result.by_group[1].at(count);
    }
    return digest_line("facts", result.digest) + counts_line("events", std::array{result.events}) +
           counts_line("due", due) +
           counts_line("hours", std::array{seconds(centre), seconds(office)}) +
           counts_line("counts", both) + digests(result);
}

void add_cases(GoldenPart& part,
               const std::string& region,
               const std::shared_ptr<KeptStudy>& study,
               std::int64_t replication) {
    const auto& readings = study->readings();
    for (std::size_t run = 0; run < readings.size() * scenarios.size(); ++run) {
        const RunChoice choice{.reading = run / scenarios.size(),
                               .scenario = run % scenarios.size(),
                               .replication = replication};
        part.cases.push_back({.name = region + " replication " + std::to_string(replication) + ' ' +
                                      readings[choice.reading] + ' ' +
                                      std::string{scenarios.at(choice.scenario)},
                              .summary = [study, choice] { return summary(study->result(choice)); },
                              .replay =
                                  [study, choice](const HearStep& hear) {
                                      StepListener listener{hear};
                                      listen(study->prepared(), choice, listener);
                                  }});
    }
}

} // namespace

GoldenPart study_part() {
    GoldenPart part{
        .name = "small_study",
        .about =
            "The short experiment of tests/support/small_region.hpp. Of every run: a digest of its "
            "facts, events handled,\nappointments due by route, centre and office hours in "
            "seconds, every Count in its order, both groups\ntogether, and a digest of each kind "
            "of number.",
        .cases = {}};
    // The office-centre link is not good in the first of these replications and good in the second.
    constexpr std::int64_t first = 2;
    auto small = short_experiment(first + 2);
    small.readings = {causal, selection};
    const auto study = std::make_shared<KeptStudy>(std::move(small),
                                                   std::vector<std::string>{"causal", "selection"});
    add_cases(part, "small", study, first);
    add_cases(part, "small", study, first + 1);
    auto wide = short_experiment(1);
    wide.region = wide_region();
    add_cases(part,
              "wide",
              std::make_shared<KeptStudy>(std::move(wide), std::vector<std::string>{"causal"}),
              0);
    return part;
}

} // namespace tsunagi::test
