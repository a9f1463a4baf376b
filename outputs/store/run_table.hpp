#pragma once

#include "engine/observation/metrics.hpp"
#include "outputs/store/episode_bins.hpp"
#include "outputs/store/study_description.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Whether a run came to its end. A failed run is a recorded result and never dropped in silence.
enum class RunState : std::int8_t { completed = 0, failed = 1 };

/// Sizes of the axes that differ between studies.
struct RunShape {
    std::size_t readings{};
    std::size_t scenarios{};
    std::size_t replications{};
    std::size_t agencies{};
    std::size_t years{};
    std::size_t municipalities{};
    std::size_t fiscal_years{}; ///< of the scheduled ends of the cohort

    std::size_t runs() const { return readings * scenarios * replications; }
    friend bool operator==(const RunShape&, const RunShape&) = default;
};

/// Shape of all runs of a study.
RunShape shape_of(const StudyDescription& study);

/// Which run: rows on the three outer axes.
struct RunIndex {
    std::size_t reading{};
    std::size_t scenario{};
    std::size_t replication{}; ///< from the first replication of the table
};

/// The n-th run of a table, n < shape.runs(), in the order of its arrays.
RunIndex run_at(const RunShape& shape, std::size_t n);

/// All runs of a block or of a study as dense arrays, [reading][scenario][replication] outermost.
/// Every access is checked.
class RunTable {
public:
    explicit RunTable(RunShape shape);

    const RunShape& shape() const { return shape_; }

    /// Takes over one completed run.
    /// @throws ContractViolation if the run's agencies, municipalities or years do not fit the
    /// shape, or a bin holds more than its type can; fewer yearly records are filled with NaN
    void put(RunIndex index, const RunResult& run);
    /// Marks a run as failed.
    void put_failure(RunIndex index);
    /// Copies all runs of a table that holds a range of this one's replications.
    /// @param first  replication of this table that `part` begins with
    void put_range(std::size_t first, const RunTable& part);

    RunState state(RunIndex index) const;
    /// How many runs are marked as failed.
    std::int64_t failed_runs() const;
    std::int64_t count(RunIndex index, LinkGroup group, Count count) const;
    std::int32_t count(RunIndex index, Level level, Count count) const;
    std::int32_t municipality_count(RunIndex index, std::size_t municipality, Count count) const;
    std::int32_t fiscal_year_count(RunIndex index, std::size_t fiscal_year, Count count) const;
    /// First events after S of those at liberty and not in support at S, by day.
    std::int32_t first_events(RunIndex index, FirstEvent event, std::size_t day) const;
    /// The contacts among them, of a run in which the whole cohort is of the group; else 0.
    std::int32_t first_contacts(RunIndex index, LinkGroup group, std::size_t day) const;
    std::int32_t use_persons(RunIndex index) const;
    std::int32_t use_events(RunIndex index, UseEvent event, std::size_t month) const;
    std::int32_t use_censored(RunIndex index, UseEvent event, std::size_t month) const;
    /// Which episodes.
    struct EpisodeKind {
        Service service{};
        EpisodeOutcome outcome{};
    };
    std::int32_t episodes(RunIndex index, EpisodeKind kind, std::size_t bin) const;
    RunResult::Waits waits(RunIndex index, Route route) const;
    std::int64_t work_ticks(RunIndex index, std::size_t agency, Task task) const;
    std::int64_t count(RunIndex index, std::size_t agency, AgencyCount count) const;
    std::int64_t count(RunIndex index, Service service, ServiceCount count) const;
    std::int64_t count(RunIndex index, AdmissionRoute route, TrackCount count) const;
    std::int64_t count(RunIndex index, OtherClients who, OtherCount count) const;
    std::int64_t cancelled_contacts(RunIndex index) const;
    std::int64_t sessions_not_offered(RunIndex index) const;
    std::int64_t slots_waited(RunIndex index) const;
    std::int64_t beds_not_found(RunIndex index) const;
    std::int64_t overtime_ticks(RunIndex index) const;
    double understanding(RunIndex index, std::size_t year) const;
    std::uint64_t digest(RunIndex index) const;
    std::int64_t events(RunIndex index) const;

    /// Calls visit(path, array) for every dataset of the schema's part "runs", in the schema's
    /// order.
    template <class Visit> void for_each_dataset(Visit&& visit) {
        for_each_member([&](std::string_view path, auto member) { visit(path, this->*member); });
    }
    template <class Visit> void for_each_dataset(Visit&& visit) const {
        for_each_member([&](std::string_view path, auto member) { visit(path, this->*member); });
    }

private:
    template <class Visit> static void for_each_member(Visit&& visit) {
        visit(std::string_view{"/failed"}, &RunTable::failed_);
        visit(std::string_view{"/counts"}, &RunTable::counts_);
        visit(std::string_view{"/counts_by_level"}, &RunTable::level_counts_);
        visit(std::string_view{"/counts_by_municipality"}, &RunTable::municipality_counts_);
        visit(std::string_view{"/counts_by_fiscal_year"}, &RunTable::fiscal_year_counts_);
        visit(std::string_view{"/first_event_day"}, &RunTable::first_event_day_);
        visit(std::string_view{"/use/persons"}, &RunTable::use_persons_);
        visit(std::string_view{"/use/events"}, &RunTable::use_events_);
        visit(std::string_view{"/use/censored"}, &RunTable::use_censored_);
        visit(std::string_view{"/episodes"}, &RunTable::episodes_);
        visit(std::string_view{"/waits/due"}, &RunTable::due_);
        visit(std::string_view{"/waits/kept"}, &RunTable::kept_);
        visit(std::string_view{"/waits/wait"}, &RunTable::wait_ticks_);
        visit(std::string_view{"/waits/bins"}, &RunTable::wait_bins_);
        visit(std::string_view{"/work"}, &RunTable::work_ticks_);
        visit(std::string_view{"/by_agency"}, &RunTable::agency_counts_);
        visit(std::string_view{"/by_service"}, &RunTable::service_counts_);
        visit(std::string_view{"/tracks"}, &RunTable::track_counts_);
        visit(std::string_view{"/other_clients"}, &RunTable::other_counts_);
        visit(std::string_view{"/cancelled_contacts"}, &RunTable::cancelled_contacts_);
        visit(std::string_view{"/sessions_not_offered"}, &RunTable::sessions_not_offered_);
        visit(std::string_view{"/slots_waited"}, &RunTable::slots_waited_);
        visit(std::string_view{"/beds_not_found"}, &RunTable::beds_not_found_);
        visit(std::string_view{"/overtime"}, &RunTable::overtime_ticks_);
        visit(std::string_view{"/understanding"}, &RunTable::understanding_);
        visit(std::string_view{"/digest"}, &RunTable::digest_);
        visit(std::string_view{"/events"}, &RunTable::events_);
    }
    std::size_t row(RunIndex index) const;
    void put_people(std::size_t here, const RunResult& run);
    void put_episodes(std::size_t here, const RunResult& run);
    void put_agencies(std::size_t here, const RunResult& run);

    RunShape shape_;
    std::vector<std::int8_t> failed_;
    std::vector<std::int64_t> counts_;
    std::vector<std::int32_t> level_counts_;
    std::vector<std::int32_t> municipality_counts_;
    std::vector<std::int32_t> fiscal_year_counts_;
    std::vector<std::int16_t> first_event_day_;
    std::vector<std::int32_t> use_persons_;
    std::vector<std::int16_t> use_events_;
    std::vector<std::int16_t> use_censored_;
    std::vector<std::int16_t> episodes_;
    std::vector<std::int64_t> due_;
    std::vector<std::int64_t> kept_;
    std::vector<std::int64_t> wait_ticks_;
    std::vector<std::int32_t> wait_bins_;
    std::vector<std::int64_t> work_ticks_;
    std::vector<std::int64_t> agency_counts_;
    std::vector<std::int64_t> service_counts_;
    std::vector<std::int64_t> track_counts_;
    std::vector<std::int64_t> other_counts_;
    std::vector<std::int64_t> cancelled_contacts_;
    std::vector<std::int64_t> sessions_not_offered_;
    std::vector<std::int64_t> slots_waited_;
    std::vector<std::int64_t> beds_not_found_;
    std::vector<std::int64_t> overtime_ticks_;
    std::vector<double> understanding_;
    std::vector<std::uint64_t> digest_;
    std::vector<std::int64_t> events_;
};

} // namespace tsunagi
