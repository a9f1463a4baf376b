#include "engine/network/network_memory.hpp"

#include "engine/network/fluid_network.hpp"
#include "engine/network/independent_lives.hpp"
#include "engine/network/network_tally.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Held against measurements by tests/system/hostile_sizes_test.py.
constexpr double bytes_per_row = 70.0;      ///< of a person
constexpr double bytes_per_event = 85.0;    ///< in the calendar
constexpr double bytes_per_claim = 60.0;    ///< in a queue
constexpr double bytes_per_station = 600.0; ///< desk, queue and levels

// Bytes of an array: grown by doubling, it is what it holds and the half of its room that it was
// copied from; where that is large it goes back to the system, and the copying itself takes most.
double grown(double n, double bytes_each) {
    constexpr double large = 256e6;
    constexpr double doubt = 1.02;
    double copied = 1.0;
    while (2.0 * copied <= doubt * n) {
        copied *= 2.0;
    }
    return bytes_each * (copied * bytes_each < large ? n + copied : std::max(n, 2.0 * copied));
}

double bytes_of(const MostPresent& most) {
    return grown(most.persons, bytes_per_row) + grown(most.ending, bytes_per_event) +
           grown(most.waiting, bytes_per_claim);
}

double bytes_of_counts(const ServiceNetwork& network) {
    double bytes = 0.0;
    for (const auto& station : network.stations) {
        bytes += static_cast<double>(sizeof(StationCounts) +
                                     station.leave.size() * sizeof(std::int64_t));
    }
    return bytes;
}

double bytes_of_samples(const ServiceNetwork& network) {
    if (!network.sample_every) {
        return 0.0;
    }
    const auto samples =
        static_cast<double>((network.horizon - network.start) / *network.sample_every + 1);
    return samples * static_cast<double>(sizeof(std::vector<std::int64_t>) +
                                         network.stations.size() * sizeof(std::int64_t));
}

} // namespace

NetworkMemory memory_of(const ServiceNetwork& network) {
    const auto most =
        lives_are_independent(network) ? MostPresent{} : expected_most_present(network);
    const double counts = bytes_of_counts(network);
    const double samples = bytes_of_samples(network);
    const double persons = bytes_of(most);
    // Counts of two stretches, which are copied when a run ends, and samples as they grow.
    return {.persons = most.persons,
            .bytes_per_run = persons + 4.0 * counts + 2.0 * samples +
                             static_cast<double>(network.stations.size()) * bytes_per_station,
            .bytes_per_result = 2.0 * counts + samples,
            .bytes_of_persons_per_run = persons,
            .bytes_of_samples_per_result = samples};
}

} // namespace tsunagi
