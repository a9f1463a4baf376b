#include "outputs/store/run_table.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <limits>

namespace tsunagi {
namespace {

struct Place {
    std::size_t row{};
    std::size_t column{};
};

/// Checked position in a dense array with `columns` values per row.
std::size_t at(Place place, std::size_t columns) {
    expects(place.column < columns, "column outside the run table");
    return place.row * columns + place.column;
}

template <class Enum> std::size_t position(Enum value) {
    return static_cast<std::size_t>(value);
}

template <class Values, class Array>
void copy_to(Array& array, std::size_t start, const Values& values) {
    std::copy(
        std::begin(values), std::end(values), array.begin() + static_cast<std::ptrdiff_t>(start));
}

} // namespace

RunShape shape_of(const StudyDescription& study) {
    return {.readings = study.readings.size(),
            .scenarios = study.scenarios.size(),
            .replications = static_cast<std::size_t>(study.facts.replications),
            .agencies = study.agencies.size(),
            .years = yearly_records(study.facts)};
}

RunTable::RunTable(RunShape shape)
    : shape_{shape}, failed_(shape.runs()), counts_(shape.runs() * link_groups * counts),
      first_contact_day_(shape.runs() * link_groups * follow_up_days), due_(shape.runs() * routes),
      kept_(shape.runs() * routes), wait_ticks_(shape.runs() * routes),
      wait_bins_(shape.runs() * routes * tsunagi::wait_bins),
      work_ticks_(shape.runs() * shape.agencies * tasks), cancelled_contacts_(shape.runs()),
      sessions_not_offered_(shape.runs()), overtime_ticks_(shape.runs()),
      understanding_(shape.runs() * shape.years), digest_(shape.runs()), events_(shape.runs()) {
    expects(shape.runs() > 0, "a run table holds at least one run");
}

RunIndex run_at(const RunShape& shape, std::size_t n) {
    expects(n < shape.runs(), "a run lies in the run table");
    const auto cell = n / shape.replications;
    return {.reading = cell / shape.scenarios,
            .scenario = cell % shape.scenarios,
            .replication = n % shape.replications};
}

std::size_t RunTable::row(RunIndex index) const {
    expects(index.reading < shape_.readings, "reading outside the run table");
    expects(index.scenario < shape_.scenarios, "scenario outside the run table");
    expects(index.replication < shape_.replications, "replication outside the run table");
    return (index.reading * shape_.scenarios + index.scenario) * shape_.replications +
           index.replication;
}

void RunTable::put(RunIndex index, const RunResult& run) {
    expects(run.work.size() == shape_.agencies, "a run tells the work of every agency");
    expects(run.understanding.size() <= shape_.years, "a run records understanding once a year");
    const auto here = row(index);
    failed_[here] = static_cast<std::int8_t>(RunState::completed);
    for (std::size_t group = 0; group < link_groups; ++group) {
        const auto group_row = here * link_groups + group;
        copy_to(counts_, group_row * counts, run.by_group[group]);
        copy_to(first_contact_day_, group_row * follow_up_days, run.first_contact_day[group]);
    }
    for (std::size_t route = 0; route < routes; ++route) {
        const auto& waits = run.waits[route];
        const auto route_row = here * routes + route;
        due_[route_row] = waits.due;
        kept_[route_row] = waits.kept;
        wait_ticks_[route_row] = waits.wait_ticks;
        copy_to(wait_bins_, route_row * tsunagi::wait_bins, waits.bins);
    }
    for (std::size_t agency = 0; agency < shape_.agencies; ++agency) {
        copy_to(work_ticks_, (here * shape_.agencies + agency) * tasks, run.work[agency]);
    }
    cancelled_contacts_[here] = run.cancelled_contacts;
    sessions_not_offered_[here] = run.sessions_not_offered;
    overtime_ticks_[here] = run.overtime_ticks;
    for (std::size_t year = 0; year < shape_.years; ++year) {
        understanding_[here * shape_.years + year] = year < run.understanding.size()
                                                         ? run.understanding[year]
                                                         : std::numeric_limits<double>::quiet_NaN();
    }
    digest_[here] = run.digest;
    events_[here] = run.events;
}

void RunTable::put_failure(RunIndex index) {
    failed_[row(index)] = static_cast<std::int8_t>(RunState::failed);
}

void RunTable::put_range(std::size_t first, const RunTable& part) {
    auto expected = shape_;
    expected.replications = part.shape_.replications;
    expects(part.shape_ == expected, "a part differs from the whole in its replications alone");
    expects(first + part.shape_.replications <= shape_.replications,
            "a part lies inside the whole");
    for_each_member([&](std::string_view, auto member) {
        const auto& from = part.*member;
        auto& whole = this->*member;
        const auto inner = whole.size() / shape_.runs();
        const auto length = part.shape_.replications * inner;
        for (std::size_t outer = 0; outer < shape_.readings * shape_.scenarios; ++outer) {
            const auto start = (outer * shape_.replications + first) * inner;
            std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(outer * length),
                        length,
                        whole.begin() + static_cast<std::ptrdiff_t>(start));
        }
    });
}

RunState RunTable::state(RunIndex index) const {
    return failed_[row(index)] == 0 ? RunState::completed : RunState::failed;
}

std::int64_t RunTable::failed_runs() const {
    return std::ranges::count(failed_, static_cast<std::int8_t>(RunState::failed));
}

std::int64_t RunTable::count(RunIndex index, LinkGroup group, Count count) const {
    const auto group_row = at({row(index), position(group)}, link_groups);
    return counts_[at({group_row, position(count)}, counts)];
}

std::int32_t RunTable::first_contacts(RunIndex index, LinkGroup group, std::size_t day) const {
    const auto group_row = at({row(index), position(group)}, link_groups);
    return first_contact_day_[at({group_row, day}, follow_up_days)];
}

RunResult::Waits RunTable::waits(RunIndex index, Route route) const {
    const auto route_row = at({row(index), position(route)}, routes);
    RunResult::Waits waits{.due = due_[route_row],
                           .kept = kept_[route_row],
                           .wait_ticks = wait_ticks_[route_row],
                           .bins = {}};
    for (std::size_t bin = 0; bin < tsunagi::wait_bins; ++bin) {
        waits.bins[bin] = wait_bins_[route_row * tsunagi::wait_bins + bin];
    }
    return waits;
}

std::int64_t RunTable::work_ticks(RunIndex index, std::size_t agency, Task task) const {
    const auto agency_row = at({row(index), agency}, shape_.agencies);
    return work_ticks_[at({agency_row, position(task)}, tasks)];
}

std::int64_t RunTable::cancelled_contacts(RunIndex index) const {
    return cancelled_contacts_[row(index)];
}
std::int64_t RunTable::sessions_not_offered(RunIndex index) const {
    return sessions_not_offered_[row(index)];
}
std::int64_t RunTable::overtime_ticks(RunIndex index) const {
    return overtime_ticks_[row(index)];
}

double RunTable::understanding(RunIndex index, std::size_t year) const {
    return understanding_[at({row(index), year}, shape_.years)];
}

std::uint64_t RunTable::digest(RunIndex index) const {
    return digest_[row(index)];
}
std::int64_t RunTable::events(RunIndex index) const {
    return events_[row(index)];
}

} // namespace tsunagi
