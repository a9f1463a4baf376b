#pragma once

#include "engine/facts/fact.hpp"
#include "engine/network/service_network.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace tsunagi {

/// A number that changes by steps, and its time integral in ticks.
class LevelTicks {
public:
    explicit LevelTicks(SimTime start) : changed_{start} {}
    void change(std::int64_t by, SimTime at) {
        advance(at);
        level_ += by;
    }
    void advance(SimTime at) {
        ticks_ += level_ * (at - changed_).count();
        changed_ = at;
    }
    std::int64_t level() const { return level_; }
    /// The integral since it was last taken.
    std::int64_t take(SimTime at) {
        advance(at);
        return std::exchange(ticks_, 0);
    }

private:
    std::int64_t level_ = 0;
    std::int64_t ticks_ = 0;
    SimTime changed_;
};

/// What happened at one station over a stretch of time: counts, and times in ticks.
struct StationCounts {
    std::int64_t starts{};          ///< of stays
    std::int64_t joined{};          ///< the queue
    std::int64_t admitted{};        ///< from the queue
    std::int64_t reneged{};         ///< left the queue at the end of patience
    std::int64_t turned_away{};     ///< neither a server nor room was free
    std::vector<std::int64_t> left; ///< stays that ended, by cause
    std::int64_t wait_ticks{};      ///< of waits that ended, however they did
    std::int64_t stay_ticks{};      ///< of stays that ended
    std::int64_t waiting_ticks{};   ///< time integral of the number waiting
    std::int64_t serving_ticks{};   ///< time integral of the number in service

    /// Arrivals and moves to the station, those turned away among them.
    std::int64_t entries() const { return immediate() + joined + turned_away; }
    /// Stays that began without a wait.
    std::int64_t immediate() const { return starts - admitted; }
    friend bool operator==(const StationCounts&, const StationCounts&) = default;
};

/// What happened in a network over a stretch of time.
struct NetworkCounts {
    std::vector<StationCounts> stations;
    std::int64_t arrivals{};
    std::int64_t exits{}; ///< from the network

    /// Arrivals, beginnings of stays, moves, ends of patience, ends of stays by a cause other than
    /// the first, exits.
    std::int64_t person_events() const;
    friend bool operator==(const NetworkCounts&, const NetworkCounts&) = default;
};

/// Nothing yet, for all stations and causes of a network.
NetworkCounts no_counts(const ServiceNetwork& network);

/// What both stretches of a run hold together.
NetworkCounts sum(const NetworkCounts& one, const NetworkCounts& other);

/// Folds the facts of one run of a network into counts.
class NetworkTally {
public:
    explicit NetworkTally(const ServiceNetwork& network);

    void observe(const Fact& fact);

    /// Counts before and from the instant on from which the network is observed.
    struct Result {
        NetworkCounts before;
        NetworkCounts after;
        std::vector<std::vector<std::int64_t>> samples; ///< [instant][station]: those present
    };
    /// @param end  not before the last fact, nor before the observation begins
    Result finish(SimTime end) const;

private:
    /// Numbers present at one station and their integrals.
    struct Levels {
        LevelTicks waiting;
        LevelTicks serving;
    };
    NetworkCounts& counts() { return counts_.at(static_cast<std::size_t>(phase_)); }
    void pass(SimTime at);
    void start_observation();
    void observe_at_station(const Fact& fact, std::size_t row);
    void close(NetworkCounts& counts, SimTime at);

    enum class Phase : std::uint8_t { before, after } phase_{};
    SimTime observe_from_;
    Duration sample_every_;
    SimTime next_; ///< beginning of observation or next sample, whichever comes first
    SimTime next_sample_;
    std::array<NetworkCounts, 2> counts_; ///< by Phase
    std::vector<Levels> levels_;          ///< by station
    std::vector<std::vector<std::int64_t>> samples_;
};

} // namespace tsunagi
