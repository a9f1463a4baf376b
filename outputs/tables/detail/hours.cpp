#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi::detail {
namespace {

using TaskOrAll = std::optional<Task>;

/// Ticks of an agency on a task, per replication.
CountRatio ticks(const Samples& samples, Cell cell, std::size_t agency, TaskOrAll task) {
    return per_replication(samples, cell, [&](RunIndex index) {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < tasks; ++row) {
            if (!task || *task == static_cast<Task>(row)) {
                sum += samples.runs().work_ticks(index, agency, static_cast<Task>(row));
            }
        }
        return sum;
    });
}

/// Whether anybody of the agency ever works on the task, in any scenario or reading shown.
bool is_ever_done(const Samples& samples, std::size_t agency, TaskOrAll task) {
    bool done = false;
    samples.for_each_named_cell([&](Cell cell) {
        const auto values = ticks(samples, cell, agency, task).numerator;
        done = done || std::ranges::any_of(values, [](std::int64_t value) { return value != 0; });
    });
    return done;
}

HoursRow hours_row(const Samples& samples, Cell cell, std::size_t agency, TaskOrAll task) {
    const auto hours_a_month = 1.0 / (ticks_per_hour * months_per_year *
                                      samples.years()); // of one tick in the whole period
    const auto own = ticks(samples, cell, agency, task);
    HoursRow row;
    row.reading = cell.reading;
    row.scenario = cell.scenario;
    row.agency = agency;
    row.task = task;
    row.per_month = level_of(own).value_or(0.0) * hours_a_month;
    if (cell.scenario == samples.reference()) {
        return row;
    }
    const auto base = ticks(samples, {cell.reading, samples.reference()}, agency, task);
    const auto paired = paired_difference(base.sample(),
                                          own.sample(),
                                          samples.difference_confidence(),
                                          samples.units_of(cell.reading));
    if (const auto difference = estimate_of(paired)) {
        row.difference = scaled(*difference, hours_a_month);
        row.fte_difference = row.difference->value / samples.study().facts.paid_hours_per_month;
    }
    return row;
}

std::vector<std::pair<std::size_t, TaskOrAll>> lines(const Samples& samples) {
    std::vector<std::pair<std::size_t, TaskOrAll>> lines;
    for (std::size_t agency = 0; agency < samples.study().agencies.size(); ++agency) {
        if (!is_ever_done(samples, agency, std::nullopt)) {
            continue;
        }
        lines.emplace_back(agency, std::nullopt);
        for (std::size_t row = 0; row < tasks; ++row) {
            if (is_ever_done(samples, agency, static_cast<Task>(row))) {
                lines.emplace_back(agency, static_cast<Task>(row));
            }
        }
    }
    return lines;
}

} // namespace

std::vector<HoursRow> hours(const Samples& samples) {
    std::vector<HoursRow> rows;
    const auto shown = lines(samples);
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto& [agency, task] : shown) {
            rows.push_back(hours_row(samples, cell, agency, task));
        }
    });
    return rows;
}

std::vector<Upsets> upsets(const Samples& samples) {
    std::vector<Upsets> rows;
    samples.for_each_named_cell([&](Cell cell) {
        const auto a_year = [&](std::int64_t (RunTable::*number)(RunIndex) const) {
            const auto mean = level_of(per_replication(
                samples, cell, [&](RunIndex index) { return (samples.runs().*number)(index); }));
            return mean.value_or(0.0) / samples.years();
        };
        rows.push_back({.reading = cell.reading,
                        .scenario = cell.scenario,
                        .cancelled_contacts = a_year(&RunTable::cancelled_contacts),
                        .sessions_not_offered = a_year(&RunTable::sessions_not_offered),
                        .slots_waited = a_year(&RunTable::slots_waited),
                        .beds_not_found = a_year(&RunTable::beds_not_found),
                        .overtime_hours = a_year(&RunTable::overtime_ticks) / ticks_per_hour});
    });
    return rows;
}

} // namespace tsunagi::detail
