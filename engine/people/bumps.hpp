#pragma once

#include "engine/core/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// How a readiness bump fades.
struct BumpDecay {
    double tau_days{};    ///< > 0; a bump falls to 1/e in this time
    double window_days{}; ///< > 0; from then on it counts nothing
};

/// The readiness bumps of one person: crises and other events that open them to help for a while.
/// Together they are the part of readiness above its base: r = 1 - (1 - base) (1 - level), with
/// level(t) = 1 - product over bumps j of (1 - b_j exp(-(t - t_j) / tau)). Holds at most eight.
/// Source: engine/README.md, readiness.
class Bumps {
public:
    static constexpr std::size_t capacity = 8;

    /// An event at `now` opens the person. Bumps past their window are dropped; of more than the
    /// capacity, the faintest at this instant is, and of equally faint ones the oldest.
    /// @param size  b in [0, 1]
    /// @param now   not before an earlier bump
    void add(double size, const BumpDecay& decay, SimTime now);

    /// @return level at `now`, in [0, 1]; bumps after `now` count nothing
    double level(const BumpDecay& decay, SimTime now) const;

    /// An instant up to which the newest bump alone keeps the level above a threshold, from its
    /// birth on: one logarithm tells what many levels would. SimTime::min() where it does not.
    /// @param threshold  >= 0
    SimTime newest_above_until(const BumpDecay& decay, double threshold) const;

    /// Mean of the level over [from, to), exact: between births and ends of bumps the level is a
    /// polynomial in exp(-t / tau), each power of which has a closed integral.
    /// @return in [0, 1]; the level at `from` where the interval is empty
    double mean(const BumpDecay& decay, SimTime from, SimTime to) const;

    /// Over which stretch a piecewise constant level stands still at `now`.
    struct Step {
        SimTime from; ///< at or before `now`; SimTime::min() before the first bump
        SimTime to;   ///< after `now`
        friend bool operator==(const Step&, const Step&) = default;
    };
    /// The step of the grid that `now` lies in. Edges of the grid lie 0, 1, 2, 4, 7, 14, 21, 28,
    /// 42, 60, 90 and 120 days after each bump, as far as inside its window, and at the window's
    /// end. No value: all bumps are over.
    std::optional<Step> step_at(const BumpDecay& decay, SimTime now) const;
    /// From when on all bumps are over; SimTime::min() where there is none.
    SimTime over_from(const BumpDecay& decay) const;

private:
    struct Bump {
        double size{};
        SimTime at;
    };

    std::span<const Bump> kept() const { return {bumps_.data(), count_}; }
    void erase(std::size_t place);

    std::array<Bump, capacity> bumps_{}; ///< the first count_, by time
    std::uint8_t count_{};
};

} // namespace tsunagi
