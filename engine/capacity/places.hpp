#pragma once

#include "engine/core/time.hpp"

#include <cstdint>
#include <deque>
#include <optional>

namespace tsunagi {

/// Seats, beds or residential places of one service of one agency: how many there are, how many are
/// taken, and for how long. Whoever sits in them is not known here. Instants never run backwards
/// from one call to the next. Every operation is O(1).
class Places {
public:
    /// Number of places; no value: unlimited.
    using Capacity = std::optional<std::uint32_t>;

    /// All places are free at first.
    Places(Capacity capacity, SimTime opened) : capacity_{capacity}, changed_{opened} {}

    Capacity capacity() const { return capacity_; }
    /// Changes the number of places. It may fall below what is taken: nobody is put out, and nobody
    /// is let in until so many have left that a place is free again.
    void set_capacity(Capacity capacity) { capacity_ = capacity; }

    std::uint32_t occupied() const { return occupied_; }
    /// Places that can be taken now; no value: unlimited.
    Capacity free() const;
    bool has_free() const { return !capacity_ || occupied_ < *capacity_; }

    /// @throws ContractViolation unless a place is free
    void take(SimTime now);
    /// @throws ContractViolation if none is taken
    void give_back(SimTime now);

    /// Time integral of the occupied places since the opening, in place-ticks; over an interval of
    /// time, the difference of two readings.
    std::int64_t occupied_ticks(SimTime now) const;

private:
    void advance(SimTime now);

    Capacity capacity_;
    std::uint32_t occupied_ = 0;
    SimTime changed_;        ///< when places were last taken or given back
    std::int64_t ticks_ = 0; ///< integral up to changed_
};

/// How often places of one service have become free of late.
class RecentExits {
public:
    explicit RecentExits(SimTime opened) : opened_{opened} {}

    /// A place has been given back, not before the last. Amortised O(1).
    void note(SimTime now);
    /// Places given back per day over the 365 days that end at `now`, itself included, or over the
    /// days since the opening where these are fewer, at least one. O(log n) in those exits.
    /// @param now  not before the last exit
    double mean_per_day(SimTime now) const;

private:
    SimTime opened_;
    std::deque<SimTime> exits_; ///< ascending; all of the last 365 days before the last
};

} // namespace tsunagi
