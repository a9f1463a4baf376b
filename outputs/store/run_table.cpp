#include "outputs/store/run_table.hpp"

#include "engine/core/contracts.hpp"
#include "engine/observation/observation_span.hpp"
#include "outputs/store/detail/table_place.hpp"

#include <algorithm>
#include <limits>

namespace tsunagi {

using detail::at;
using detail::position;

namespace {

/// A bin as files hold it.
std::int16_t narrow(std::int32_t count) {
    expects(count >= 0 && count <= std::numeric_limits<std::int16_t>::max(),
            "a bin holds no more than its type can");
    return static_cast<std::int16_t>(count);
}

/// Copies the values of one run's row, narrowing bins.
template <class Values, class Element>
void copy_to(std::vector<Element>& array, std::size_t start, const Values& values) {
    auto to = array.begin() + static_cast<std::ptrdiff_t>(start);
    if constexpr (std::is_same_v<Element, std::int16_t>) {
        std::transform(std::begin(values), std::end(values), to, narrow);
    } else {
        std::copy(std::begin(values), std::end(values), to);
    }
}

/// The same for as many rows as there are, from the run's first row on.
template <class Rows, class Element>
void copy_rows(std::vector<Element>& array, std::size_t first_row, const Rows& rows) {
    for (std::size_t row = 0; row < std::size(rows); ++row) {
        copy_to(array, (first_row + row) * std::size(rows[row]), rows[row]);
    }
}

/// Takes away what an earlier run left in a row.
template <class Element>
void clear(std::vector<Element>& array, std::size_t here, const RunShape& shape) {
    const auto inner = array.size() / shape.runs();
    std::fill_n(array.begin() + static_cast<std::ptrdiff_t>(here * inner), inner, Element{});
}

template <class Counts> auto values_of(const Counts& counts) {
    std::vector<decltype(counts[0].values)> values;
    values.reserve(std::size(counts));
    for (const auto& row : counts) {
        values.push_back(row.values);
    }
    return values;
}

} // namespace

std::size_t episode_bin(std::uint16_t days) {
    const auto* edge = std::lower_bound(episode_edges.begin(), episode_edges.end(), days);
    return static_cast<std::size_t>(edge - episode_edges.begin());
}

RunShape shape_of(const StudyDescription& study) {
    const ObservationSpan span{.policy_start = at_date(study.facts.policy_start),
                               .horizon = at_date(study.facts.horizon)};
    return {.readings = study.readings.size(),
            .scenarios = study.scenarios.size(),
            .replications = static_cast<std::size_t>(study.facts.replications),
            .agencies = study.agencies.size(),
            .years = yearly_records(study.facts),
            .municipalities = study.municipalities.size(),
            .fiscal_years = cohort_fiscal_years(span)};
}

RunTable::RunTable(RunShape shape)
    : shape_{shape}, failed_(shape.runs()), counts_(shape.runs() * link_groups * counts),
      level_counts_(shape.runs() * levels * counts),
      municipality_counts_(shape.runs() * shape.municipalities * counts),
      fiscal_year_counts_(shape.runs() * shape.fiscal_years * counts),
      first_event_day_(shape.runs() * tsunagi::first_events * follow_up_days),
      use_persons_(shape.runs()), use_events_(shape.runs() * tsunagi::use_events * use_months),
      use_censored_(shape.runs() * tsunagi::use_events * use_months),
      episodes_(shape.runs() * services * episode_outcomes * episode_bins),
      due_(shape.runs() * routes), kept_(shape.runs() * routes), wait_ticks_(shape.runs() * routes),
      wait_bins_(shape.runs() * routes * tsunagi::wait_bins),
      work_ticks_(shape.runs() * shape.agencies * tasks),
      agency_counts_(shape.runs() * shape.agencies * tsunagi::agency_counts),
      service_counts_(shape.runs() * services * tsunagi::service_counts),
      track_counts_(shape.runs() * admission_routes * tsunagi::track_counts),
      other_counts_(shape.runs() * other_clients * tsunagi::other_counts),
      cancelled_contacts_(shape.runs()), sessions_not_offered_(shape.runs()),
      slots_waited_(shape.runs()), beds_not_found_(shape.runs()), overtime_ticks_(shape.runs()),
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
    const auto here = row(index);
    put_people(here, run);
    put_episodes(here, run);
    put_agencies(here, run);
    expects(run.understanding.size() <= shape_.years, "a run records understanding once a year");
    for (std::size_t year = 0; year < shape_.years; ++year) {
        understanding_[here * shape_.years + year] = year < run.understanding.size()
                                                         ? run.understanding[year]
                                                         : std::numeric_limits<double>::quiet_NaN();
    }
    digest_[here] = run.digest;
    events_[here] = run.events;
    failed_[here] = static_cast<std::int8_t>(RunState::completed);
}

void RunTable::put_people(std::size_t here, const RunResult& run) {
    expects(run.by_municipality.size() <= shape_.municipalities,
            "everybody comes from a municipality of the study");
    expects(run.by_fiscal_year.size() <= shape_.fiscal_years,
            "the cohort ends supervision in the fiscal years of the study");
    clear(municipality_counts_, here, shape_);
    clear(fiscal_year_counts_, here, shape_);
    copy_rows(counts_, here * link_groups, run.by_group);
    copy_rows(level_counts_, here * levels, run.by_level);
    copy_rows(municipality_counts_, here * shape_.municipalities, run.by_municipality);
    copy_rows(fiscal_year_counts_, here * shape_.fiscal_years, run.by_fiscal_year);
    copy_rows(first_event_day_, here * tsunagi::first_events, run.first_event_day);
    use_persons_[here] = run.use_course.persons;
    copy_rows(use_events_, here * tsunagi::use_events, run.use_course.events);
    copy_rows(use_censored_, here * tsunagi::use_events, run.use_course.censored);
}

void RunTable::put_episodes(std::size_t here, const RunResult& run) {
    clear(episodes_, here, shape_);
    for (const auto& episode : run.episodes) {
        const auto kind =
            at({at({here, position(episode.service)}, services), position(episode.outcome)},
               episode_outcomes);
        auto& bin = episodes_[at({kind, episode_bin(episode.days)}, episode_bins)];
        bin = narrow(bin + 1);
    }
}

void RunTable::put_agencies(std::size_t here, const RunResult& run) {
    expects(run.work.size() == shape_.agencies && run.agencies.size() == shape_.agencies,
            "a run tells of every agency");
    for (std::size_t route = 0; route < routes; ++route) {
        const auto& waits = run.waits[route];
        const auto route_row = here * routes + route;
        due_[route_row] = waits.due;
        kept_[route_row] = waits.kept;
        wait_ticks_[route_row] = waits.wait_ticks;
        copy_to(wait_bins_, route_row * tsunagi::wait_bins, waits.bins);
    }
    copy_rows(work_ticks_, here * shape_.agencies, run.work);
    copy_rows(agency_counts_, here * shape_.agencies, values_of(run.agencies));
    copy_rows(service_counts_, here * services, values_of(run.by_service));
    copy_rows(track_counts_, here * admission_routes, values_of(run.tracks));
    copy_rows(other_counts_, here * other_clients, values_of(run.others));
    cancelled_contacts_[here] = run.cancelled_contacts;
    sessions_not_offered_[here] = run.sessions_not_offered;
    slots_waited_[here] = run.slots_waited;
    beds_not_found_[here] = run.beds_not_found;
    overtime_ticks_[here] = run.overtime_ticks;
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

} // namespace tsunagi
