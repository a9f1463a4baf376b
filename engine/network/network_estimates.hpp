#pragma once

#include "engine/network/network_run.hpp"
#include "engine/statistics/intervals.hpp"

#include <span>
#include <vector>

namespace tsunagi {

/// What replications tell about one station. Numbers present are means over the observed stretch,
/// all else over the whole run.
struct StationEstimates {
    Estimate waiting;    ///< mean number
    Estimate in_service; ///< mean number
    Estimate entries_per_day;
    Estimate starts_per_day;
    Estimate reneges_per_day;
    Estimate turned_away_per_day;
    std::vector<Estimate> leaves_per_day; ///< by cause
    Estimate immediate_share;             ///< of entries, those whose stay began at once
};

/// What replications tell about a network: means over replications with their standard errors.
struct NetworkEstimates {
    std::vector<StationEstimates> stations;
    Estimate exits_per_day;
    Estimate person_events_per_day;
};

/// @param results  of independent replications, at least 2
NetworkEstimates estimates(const ServiceNetwork& network, std::span<const NetworkResult> results);

} // namespace tsunagi
