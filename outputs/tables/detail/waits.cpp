#include "engine/core/time.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <numeric>

namespace tsunagi::detail {
namespace {

using Bins = std::array<std::int64_t, wait_bins>;

struct PooledWaits {
    std::int64_t booked{};
    std::int64_t kept{};
    std::int64_t wait_ticks{};
    Bins bins{};
};

PooledWaits pooled(const Samples& samples, Cell cell, Route route) {
    PooledWaits pool;
    for (std::size_t replication = 0; replication < samples.runs().shape().replications;
         ++replication) {
        const auto waits = samples.runs().waits({cell.reading, cell.scenario, replication}, route);
        pool.booked += waits.booked;
        pool.kept += waits.kept;
        pool.wait_ticks += waits.wait_ticks;
        for (std::size_t bin = 0; bin < wait_bins; ++bin) {
            pool.bins[bin] += waits.bins[bin];
        }
    }
    return pool;
}

/// Share of waits within one of the bins' edges.
double share_within(const PooledWaits& pool, int days) {
    const auto bins = std::ranges::find(wait_edges, days) - wait_edges.begin() + 1;
    const auto within =
        std::accumulate(pool.bins.begin(), pool.bins.begin() + bins, std::int64_t{0});
    return static_cast<double>(within) / static_cast<double>(pool.booked);
}

/// Wait that a share of bookings does not exceed, waits spread evenly within each bin.
std::optional<double> quantile_days(const PooledWaits& pool, double probability) {
    const auto goal = probability * static_cast<double>(pool.booked);
    double below = 0.0;
    double lower_edge = 0.0;
    for (std::size_t bin = 0; bin < wait_edges.size(); ++bin) {
        const auto inside = static_cast<double>(pool.bins[bin]);
        const auto upper_edge = static_cast<double>(wait_edges[bin]);
        if (inside > 0.0 && below + inside >= goal) {
            return lower_edge + (upper_edge - lower_edge) * (goal - below) / inside;
        }
        below += inside;
        lower_edge = upper_edge;
    }
    return std::nullopt;
}

} // namespace

std::vector<WaitSummary> wait_summaries(const Samples& samples) {
    const auto replication_years =
        static_cast<double>(samples.runs().shape().replications) * samples.years();
    std::vector<WaitSummary> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (std::size_t number = 0; number < routes; ++number) {
            const auto route = static_cast<Route>(number);
            const auto pool = pooled(samples, cell, route);
            const auto booked = static_cast<double>(pool.booked);
            WaitSummary row;
            row.reading = cell.reading;
            row.scenario = cell.scenario;
            row.route = route;
            row.booked_per_year = booked / replication_years;
            if (pool.booked > 0) {
                row.kept_share = static_cast<double>(pool.kept) / booked;
                row.mean_days = days_of(Duration{pool.wait_ticks}) / booked;
                row.within_7_days = share_within(pool, 7);
                row.within_14_days = share_within(pool, 14);
                row.within_28_days = share_within(pool, 28);
                row.median_days = quantile_days(pool, 0.5);
                row.p90_days = quantile_days(pool, 0.9);
            }
            rows.push_back(row);
        }
    });
    return rows;
}

} // namespace tsunagi::detail
