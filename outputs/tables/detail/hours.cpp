#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace tsunagi::detail {
namespace {

constexpr double ticks_per_hour = 3600.0;
constexpr double months_per_year = 12.0;

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

/// Ticks of all agencies on all tasks, per replication.
CountRatio all_ticks(const Samples& samples, Cell cell) {
    auto sum = ticks(samples, cell, 0, std::nullopt);
    for (std::size_t agency = 1; agency < samples.study().agencies.size(); ++agency) {
        const auto own = ticks(samples, cell, agency, std::nullopt).numerator;
        std::ranges::transform(own, sum.numerator, sum.numerator.begin(), std::plus{});
    }
    return sum;
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

std::vector<ExtraHours> extra_hours(const Samples& samples) {
    const auto hours_a_year = 1.0 / (ticks_per_hour * samples.years());
    const auto hours_of_a_post = months_per_year * samples.study().facts.paid_hours_per_month;
    std::vector<ExtraHours> rows;
    samples.for_each_named_cell([&](Cell cell) {
        if (cell.scenario == samples.reference()) {
            return;
        }
        ExtraHours row{
            .reading = cell.reading, .scenario = cell.scenario, .per_year = {}, .full_time = {}};
        const auto base = all_ticks(samples, {cell.reading, samples.reference()});
        const auto own = all_ticks(samples, cell);
        if (const auto difference =
                estimate_of(paired_difference(base.sample(),
                                              own.sample(),
                                              samples.difference_confidence(),
                                              samples.units_of(cell.reading)))) {
            row.per_year = scaled(*difference, hours_a_year);
            row.full_time = row.per_year->value / hours_of_a_post;
        }
        rows.push_back(row);
    });
    return rows;
}

std::vector<Upsets> upsets(const Samples& samples) {
    const auto& runs = samples.runs();
    const auto replications = runs.shape().replications;
    const auto replication_years = static_cast<double>(replications) * samples.years();
    std::vector<Upsets> rows;
    samples.for_each_named_cell([&](Cell cell) {
        std::int64_t cancelled = 0;
        std::int64_t not_offered = 0;
        std::int64_t overtime = 0;
        for (std::size_t replication = 0; replication < replications; ++replication) {
            const RunIndex index{cell.reading, cell.scenario, replication};
            cancelled += runs.cancelled_contacts(index);
            not_offered += runs.sessions_not_offered(index);
            overtime += runs.overtime_ticks(index);
        }
        rows.push_back(
            {.reading = cell.reading,
             .scenario = cell.scenario,
             .cancelled_contacts = static_cast<double>(cancelled) / replication_years,
             .sessions_not_offered = static_cast<double>(not_offered) / replication_years,
             .overtime_hours = static_cast<double>(overtime) / ticks_per_hour / replication_years});
    });
    return rows;
}

} // namespace tsunagi::detail
