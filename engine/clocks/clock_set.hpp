#pragma once

#include "engine/clocks/firing.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

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
    static_assert(causes > 0, "a set of clocks has a clock");

public:
    bool armed(std::size_t cause) const { return row(cause).has_value(); }

    /// Starts a cause, with no hazard yet; an armed one starts again.
    /// @param threshold  > 0, unit exponential
    void arm(std::size_t cause, double threshold, SimTime now) {
        expects(threshold > 0.0, "the threshold of a clock is positive");
        row(cause) = Row{.left = threshold, .rate_per_day = 0.0, .updated = now};
        fires_[cause] = never;
    }
    /// What was accumulated is forgotten.
    void disarm(std::size_t cause) {
        row(cause).reset();
        fires_[cause] = never;
    }

    /// The hazard of an armed cause is `per_day` from `now` on. An unchanged rate changes nothing,
    /// to the bit.
    /// @param per_day  >= 0
    void set_rate(std::size_t cause, double per_day, SimTime now) {
        auto& clock = row(cause);
        expects(clock.has_value(), "only an armed cause has a rate");
        expects(per_day >= 0.0, "a hazard is not negative");
        if (per_day != clock->rate_per_day) {
            settle(*clock, now);
            clock->rate_per_day = per_day;
            fires_[cause] = fires_at(*clock);
        }
    }
    /// Hazard per day; 0 of a cause that is not armed.
    double rate(std::size_t cause) const {
        const auto& clock = row(cause);
        return clock ? clock->rate_per_day : 0.0;
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
        const auto first = std::min_element(fires_.begin(), fires_.end());
        if (*first == never) {
            return std::nullopt;
        }
        return Firing{.at = *first, .cause = static_cast<std::size_t>(first - fires_.begin())};
    }

private:
    static constexpr SimTime never = SimTime::max();

    struct Row {
        double left{}; ///< of the threshold, at `updated`
        double rate_per_day{};
        SimTime updated;
    };

    const std::optional<Row>& row(std::size_t cause) const {
        expects(cause < causes, "a cause is one of the set");
        return rows_[cause];
    }
    std::optional<Row>& row(std::size_t cause) {
        expects(cause < causes, "a cause is one of the set");
        return rows_[cause];
    }

    static void settle(Row& clock, SimTime now) {
        expects(now >= clock.updated, "a clock does not go back");
        const double left = clock.left - clock.rate_per_day * days_between(clock.updated, now);
        // Firing times are rounded up to ticks: a clock asked in its last tick has nothing left,
        // never less.
        clock.left = left > 0.0 ? left : 0.0;
        clock.updated = now;
    }

    static SimTime fires_at(const Row& clock) {
        if (clock.rate_per_day <= 0.0) {
            return never;
        }
        return firing_instant(clock.updated, clock.left / clock.rate_per_day).value_or(never);
    }

    std::array<std::optional<Row>, causes> rows_;
    std::array<SimTime, causes> fires_ = [] {
        std::array<SimTime, causes> none;
        none.fill(never);
        return none;
    }();
};

} // namespace tsunagi
