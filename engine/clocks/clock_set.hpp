#pragma once

#include "engine/clocks/firing.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace tsunagi {

/// The hazards of one entity that run side by side, each constant between changes, of which only
/// the earliest stands in the calendar. Each row is a clock of its own, as ExposureClock is: it has
/// a threshold drawn from the unit exponential distribution, accumulates its integrated hazard
/// exactly, and fires when that reaches the threshold. What happens to one row never touches
/// another, so two scenarios differ only in the causes whose rates differ.
///
/// A cause is disarmed (it cannot fire) until it is armed, and its firing changes nothing by
/// itself: the caller arms it with a new threshold or disarms it.
template <std::size_t causes> class ClockSet {
    static_assert(causes > 0 && causes <= 64, "a set of clocks has a clock, and a bit for each");

public:
    bool armed(std::size_t cause) const {
        expects(cause < causes, "a cause is one of the set");
        return (armed_ >> cause & 1U) != 0;
    }

    /// Starts a cause, with no hazard yet; an armed one starts again.
    /// @param threshold  > 0, unit exponential
    void arm(std::size_t cause, double threshold, SimTime now) {
        expects(threshold > 0.0, "the threshold of a clock is positive");
        disarm(cause);
        armed_ |= bit(cause);
        left_[cause] = threshold;
        updated_[cause] = now;
    }
    /// What was accumulated is forgotten.
    void disarm(std::size_t cause) {
        expects(cause < causes, "a cause is one of the set");
        armed_ &= ~bit(cause);
        rates_[cause] = 0.0;
        set_firing(cause, never);
    }

    /// The hazard of an armed cause from `now` on. An unchanged rate changes nothing, to the bit.
    /// @param rate_per_day  >= 0
    void set_rate(std::size_t cause, double rate_per_day, SimTime now) {
        expects(armed(cause), "only an armed cause has a rate");
        expects(rate_per_day >= 0.0, "a hazard is not negative");
        if (rate_per_day != rates_[cause]) {
            settle(cause, now);
            rates_[cause] = rate_per_day;
            set_firing(cause, fires_at(cause));
        }
    }
    /// Hazard per day; 0 of a cause that is not armed.
    double rate(std::size_t cause) const {
        expects(cause < causes, "a cause is one of the set");
        return rates_[cause];
    }

    struct Firing {
        SimTime at;
        std::size_t cause{};
        friend bool operator==(const Firing&, const Firing&) = default;
    };
    /// The earliest firing if nothing changes; at one tick that of the lowest cause. Instants are
    /// rounded up to whole ticks, at least one tick after the last change of that cause. No value:
    /// no armed cause has a hazard, or all would wait ten thousand years.
    std::optional<Firing> next() const {
        if (fires_[first_] == never) {
            return std::nullopt;
        }
        return Firing{.at = fires_[first_], .cause = first_};
    }

private:
    static constexpr SimTime never = SimTime::max();

    static constexpr std::uint64_t bit(std::size_t cause) { return std::uint64_t{1} << cause; }

    void settle(std::size_t cause, SimTime now) {
        expects(now >= updated_[cause], "a clock does not go back");
        const double left = left_[cause] - rates_[cause] * days_between(updated_[cause], now);
        // Firing times are rounded up to ticks: a clock asked in its last tick has nothing left,
        // never less.
        left_[cause] = left > 0.0 ? left : 0.0;
        updated_[cause] = now;
    }

    SimTime fires_at(std::size_t cause) const {
        if (rates_[cause] <= 0.0) {
            return never;
        }
        return firing_instant(updated_[cause], left_[cause] / rates_[cause]).value_or(never);
    }

    // Only the loss of the first place asks all causes who comes next.
    void set_firing(std::size_t cause, SimTime at) {
        const auto before = std::exchange(fires_[cause], at);
        if (at < fires_[first_] || (at == fires_[first_] && cause < first_)) {
            first_ = cause;
        } else if (cause == first_ && at > before) {
            const auto first = std::min_element(fires_.begin(), fires_.end());
            first_ = static_cast<std::size_t>(first - fires_.begin());
        }
    }

    // What is asked for most often stands together: whether a rate has changed, which cause is
    // first.
    std::array<double, causes> rates_{}; ///< per day
    std::array<SimTime, causes> fires_ = [] {
        std::array<SimTime, causes> none;
        none.fill(never);
        return none;
    }();
    std::array<double, causes> left_{}; ///< of the threshold, at updated_
    std::array<SimTime, causes> updated_{};
    std::uint64_t armed_{}; ///< a bit per cause
    std::size_t first_{};   ///< the lowest of those that fire first
};

} // namespace tsunagi
