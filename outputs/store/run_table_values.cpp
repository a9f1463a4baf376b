#include "outputs/store/detail/table_place.hpp"
#include "outputs/store/run_table.hpp"

#include <algorithm>

namespace tsunagi {

using detail::at;
using detail::position;

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

std::int32_t RunTable::count(RunIndex index, Level level, Count count) const {
    const auto level_row = at({row(index), position(level)}, levels);
    return level_counts_[at({level_row, position(count)}, counts)];
}

std::int32_t
RunTable::municipality_count(RunIndex index, std::size_t municipality, Count count) const {
    const auto place = at({row(index), municipality}, shape_.municipalities);
    return municipality_counts_[at({place, position(count)}, counts)];
}

std::int32_t
RunTable::fiscal_year_count(RunIndex index, std::size_t fiscal_year, Count count) const {
    const auto year = at({row(index), fiscal_year}, shape_.fiscal_years);
    return fiscal_year_counts_[at({year, position(count)}, counts)];
}

std::int32_t RunTable::first_events(RunIndex index, FirstEvent event, std::size_t day) const {
    const auto event_row = at({row(index), position(event)}, tsunagi::first_events);
    return first_event_day_[at({event_row, day}, follow_up_days)];
}

std::int32_t RunTable::first_contacts(RunIndex index, LinkGroup group, std::size_t day) const {
    const auto contacts = first_events(index, FirstEvent::contact, day);
    return count(index, group, Count::cohort) > 0 ? contacts : 0;
}

std::int32_t RunTable::use_persons(RunIndex index) const {
    return use_persons_[row(index)];
}

std::int32_t RunTable::use_events(RunIndex index, UseEvent event, std::size_t month) const {
    const auto event_row = at({row(index), position(event)}, tsunagi::use_events);
    return use_events_[at({event_row, month}, use_months)];
}

std::int32_t RunTable::use_censored(RunIndex index, UseEvent event, std::size_t month) const {
    const auto event_row = at({row(index), position(event)}, tsunagi::use_events);
    return use_censored_[at({event_row, month}, use_months)];
}

std::int32_t RunTable::episodes(RunIndex index, EpisodeKind kind, std::size_t bin) const {
    const auto service = at({row(index), position(kind.service)}, services);
    const auto outcome = at({service, position(kind.outcome)}, episode_outcomes);
    return episodes_[at({outcome, bin}, episode_bins)];
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

std::int64_t RunTable::count(RunIndex index, std::size_t agency, AgencyCount count) const {
    const auto agency_row = at({row(index), agency}, shape_.agencies);
    return agency_counts_[at({agency_row, position(count)}, tsunagi::agency_counts)];
}

std::int64_t RunTable::count(RunIndex index, Service service, ServiceCount count) const {
    const auto service_row = at({row(index), position(service)}, services);
    return service_counts_[at({service_row, position(count)}, tsunagi::service_counts)];
}

std::int64_t RunTable::count(RunIndex index, AdmissionRoute route, TrackCount count) const {
    const auto route_row = at({row(index), position(route)}, admission_routes);
    return track_counts_[at({route_row, position(count)}, tsunagi::track_counts)];
}

std::int64_t RunTable::count(RunIndex index, OtherClients who, OtherCount count) const {
    const auto who_row = at({row(index), position(who)}, other_clients);
    return other_counts_[at({who_row, position(count)}, tsunagi::other_counts)];
}

std::int64_t RunTable::cancelled_contacts(RunIndex index) const {
    return cancelled_contacts_[row(index)];
}
std::int64_t RunTable::sessions_not_offered(RunIndex index) const {
    return sessions_not_offered_[row(index)];
}
std::int64_t RunTable::slots_waited(RunIndex index) const {
    return slots_waited_[row(index)];
}
std::int64_t RunTable::beds_not_found(RunIndex index) const {
    return beds_not_found_[row(index)];
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
