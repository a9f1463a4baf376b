#include "engine/network/network_estimates.hpp"

#include "engine/statistics/moments.hpp"

#include <cmath>

namespace tsunagi {

namespace {

/// Estimates from one number per replication.
class Replications {
public:
    Replications(const ServiceNetwork& network, std::span<const NetworkResult> results)
        : results_{results}, days_{days_between(network.start, network.horizon)},
          observed_ticks_{static_cast<double>((network.horizon - network.observe_from).count())} {
        for (const auto& result : results) {
            whole_.push_back(sum(result.counts.before, result.counts.after));
        }
    }

    /// @param of  (counts of a whole run) -> a count
    template <class Of> Estimate per_day(Of of) const {
        return estimate(
            whole_, [&](const auto& counts) { return static_cast<double>(of(counts)) / days_; });
    }
    /// @param of  (counts of the observed stretch) -> ticks
    template <class Of> Estimate mean_number(Of of) const {
        return estimate(results_, [&](const auto& result) {
            return static_cast<double>(of(result.counts.after)) / observed_ticks_;
        });
    }
    /// Of a replication without an entry it is 0.
    Estimate immediate_share(std::size_t row) const {
        return estimate(whole_, [&](const auto& counts) {
            const auto& station = counts.stations[row];
            return station.entries() == 0 ? 0.0
                                          : static_cast<double>(station.immediate()) /
                                                static_cast<double>(station.entries());
        });
    }

private:
    template <class Range, class Of> static Estimate estimate(const Range& all, Of of) {
        std::vector<double> values;
        values.reserve(all.size());
        for (const auto& one : all) {
            values.push_back(of(one));
        }
        const auto count = static_cast<double>(values.size());
        return {.value = mean(values),
                .standard_error = std::sqrt(variance(values) / count),
                .units = static_cast<std::int64_t>(values.size())};
    }

    std::span<const NetworkResult> results_;
    std::vector<NetworkCounts> whole_;
    double days_;
    double observed_ticks_;
};

StationEstimates
estimates_of(const Replications& replications, const ServiceNetwork& network, std::size_t row) {
    const auto per_day = [&](std::int64_t StationCounts::*count) {
        return replications.per_day(
            [=](const NetworkCounts& counts) { return counts.stations[row].*count; });
    };
    const auto mean_number = [&](std::int64_t StationCounts::*ticks) {
        return replications.mean_number(
            [=](const NetworkCounts& counts) { return counts.stations[row].*ticks; });
    };
    StationEstimates station{.waiting = mean_number(&StationCounts::waiting_ticks),
                             .in_service = mean_number(&StationCounts::serving_ticks),
                             .entries_per_day =
                                 replications.per_day([=](const NetworkCounts& counts) {
                                     return counts.stations[row].entries();
                                 }),
                             .starts_per_day = per_day(&StationCounts::starts),
                             .reneges_per_day = per_day(&StationCounts::reneged),
                             .turned_away_per_day = per_day(&StationCounts::turned_away),
                             .leaves_per_day = {},
                             .immediate_share = replications.immediate_share(row)};
    for (std::size_t cause = 0; cause < network.stations[row].leave.size(); ++cause) {
        station.leaves_per_day.push_back(replications.per_day(
            [=](const NetworkCounts& counts) { return counts.stations[row].left[cause]; }));
    }
    return station;
}

} // namespace

NetworkEstimates estimates(const ServiceNetwork& network, std::span<const NetworkResult> results) {
    const Replications replications{network, results};
    NetworkEstimates all;
    for (std::size_t row = 0; row < network.stations.size(); ++row) {
        all.stations.push_back(estimates_of(replications, network, row));
    }
    all.exits_per_day =
        replications.per_day([](const NetworkCounts& counts) { return counts.exits; });
    all.person_events_per_day =
        replications.per_day([](const NetworkCounts& counts) { return counts.person_events(); });
    return all;
}

} // namespace tsunagi
