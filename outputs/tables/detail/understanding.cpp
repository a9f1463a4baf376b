#include "outputs/tables/detail/parts.hpp"

#include <cmath>

namespace tsunagi::detail {
namespace {

/// Mean over the replications of a group that recorded it; no value: none did.
std::optional<double>
mean_understanding(const Samples& samples, Cell cell, AnalysisGroup group, std::size_t year) {
    const auto& runs = samples.runs();
    double sum = 0.0;
    std::size_t recorded = 0;
    for (std::size_t row = 0; row < runs.shape().replications; ++row) {
        const RunIndex run{cell.reading, cell.scenario, row};
        const auto level = runs.understanding(run, year);
        if (samples.in_group(run, group) && !std::isnan(level)) {
            sum += level;
            ++recorded;
        }
    }
    return recorded > 0 ? std::optional{sum / static_cast<double>(recorded)} : std::nullopt;
}

} // namespace

std::vector<UnderstandingByYear> understanding(const Samples& samples) {
    std::vector<UnderstandingByYear> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            UnderstandingByYear row{
                .reading = cell.reading, .scenario = cell.scenario, .group = group, .by_year = {}};
            for (std::size_t year = 0; year < samples.runs().shape().years; ++year) {
                row.by_year.push_back(mean_understanding(samples, cell, group, year));
            }
            rows.push_back(std::move(row));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
