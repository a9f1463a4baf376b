#pragma once

#include "outputs/pathways/pathway_report.hpp"

#include <cstdint>
#include <vector>

/// Runs of a made-up study: three municipalities, one fiscal year.
namespace tsunagi::hand_made {

/// What one run counts of one group.
struct Referred {
    std::int64_t persons{};
    std::int64_t sent{};
    std::int64_t received{};
};

inline Sums sums_of(const Referred& group) {
    Sums sums(pathway_sums, 0);
    sums[static_cast<std::size_t>(PathwaySum::persons)] = group.persons;
    sums[static_cast<std::size_t>(PathwaySum::sent)] = group.sent;
    sums[static_cast<std::size_t>(PathwaySum::received)] = group.received;
    return sums;
}

/// A run of the groups of municipalities; nobody is in any other group but men.
inline PathwayCounts run_of(const std::vector<Referred>& municipalities) {
    PathwayCounts run{
        .cohort = {}, .by_level = {}, .by_municipality = {}, .by_fiscal_year = {}, .load = {}};
    for (const auto& group : municipalities) {
        run.by_municipality.push_back(sums_of(group));
    }
    run.cohort = total_of(run.by_municipality);
    run.by_level.fill(sums_of({}));
    run.by_level.at(static_cast<std::size_t>(Level::male)) = run.cohort;
    run.by_fiscal_year = {run.cohort};
    run.load = Sums(load_sums, 0);
    run.load[static_cast<std::size_t>(LoadSum::window_ticks)] = 100;
    run.load[static_cast<std::size_t>(LoadSum::runs)] = 1;
    return run;
}

inline PathwayTitle title_of_three() {
    using Date = std::chrono::year_month_day;
    using namespace std::chrono_literals;
    return {.study = "made",
            .scenario = {"today", {"Today", "現状"}},
            .reading = {"causal", {"Meetings make links", "会合が連携を作る"}},
            .forced_link = std::nullopt,
            .replications_per_draw = std::nullopt,
            .policy_start = at_date(std::chrono::sys_days{Date{2021y, std::chrono::April, 1d}}),
            .horizon = at_date(std::chrono::sys_days{Date{2023y, std::chrono::April, 1d}}),
            .standard = std::chrono::days{14},
            .municipalities = {{"near", {"Near", "近町"}, 5.0},
                               {"far", {"Far", "遠町"}, 60.0},
                               {"farther", {"Farther", "奥町"}, 60.0}}};
}

/// The row of an indicator.
inline const ShownIndicator& row_in(const std::vector<ShownIndicator>& rows, std::string_view id) {
    for (const auto& row : rows) {
        if (row.id == id) {
            return row;
        }
    }
    violate("there is such a row", __FILE__, __LINE__);
}

} // namespace tsunagi::hand_made
