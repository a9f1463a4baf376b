#pragma once

#include "engine/network/service_network.hpp"
#include "scenarios/reader/read_result.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tsunagi {

/// A station as tables print it.
struct StationText {
    std::string id;
    Words name;
};

/// A plain service network with what its file says besides: how often and from which seed it is
/// run.
struct NetworkFile {
    ServiceNetwork network;
    Words name;
    double days{};                     ///< length of a run
    double observe_from_day{};         ///< means over time are taken from here
    std::vector<StationText> stations; ///< by AgencyId row
    std::uint64_t seed{};
    std::int64_t replications{};
};

/// Reads a file of kind "network". Stations stand in the order of the file, which decides nothing;
/// streams in that of their keys, since those who come at the start come one after another.
ReadResult<NetworkFile> load_network(const std::string& file);

} // namespace tsunagi
