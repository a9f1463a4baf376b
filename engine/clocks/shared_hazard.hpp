#pragma once

#include "engine/clocks/firing.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace tsunagi {

/// Exponential clocks of many entities under one hazard, which changes for all of them at once.
/// They wait in operational time, the integral of that hazard (random time change), so a change of
/// the hazard moves no clock. The integral depends on the history of the hazard alone: who joins or
/// leaves never touches the others. Leaving is O(n) of those who wait, all else O(1).
template <class Id> class SharedHazard {
public:
    /// The hazard from `now` on. An unchanged one changes nothing, to the bit.
    /// @param per_day  >= 0
    void set_rate(double per_day, SimTime now) {
        expects(per_day >= 0.0, "a hazard is not negative");
        if (per_day != per_day_) {
            integral_ = integral(now);
            since_ = now;
            per_day_ = per_day;
        }
    }
    double rate_per_day() const { return per_day_; }

    /// Starts the clock of one who has none here.
    /// @param left  >= 0, what is left of its threshold
    void join(Id id, double left, SimTime now) {
        expects(left >= 0.0, "what is left of a threshold is not negative");
        waiting_.push_back({.due = integral(now) + left, .id = id});
        if (waiting_.back().due < waiting_[first_].due) {
            first_ = waiting_.size() - 1;
        }
    }
    /// Stops the clock of one who has one here.
    /// @return what is left of its threshold, >= 0
    double leave(Id id, SimTime now) {
        const auto found = std::find_if(
            waiting_.begin(), waiting_.end(), [&](const Waiting& one) { return one.id == id; });
        expects(found != waiting_.end(), "who leaves has joined");
        const double left = std::max(0.0, found->due - integral(now));
        const auto row = static_cast<std::size_t>(found - waiting_.begin());
        waiting_.erase(found);
        if (row == first_) {
            find_first();
        } else if (row < first_) {
            --first_;
        }
        return left;
    }

    struct Firing {
        SimTime at;
        Id id;
        friend bool operator==(const Firing&, const Firing&) = default;
    };
    /// Who fires first if nothing changes, and when: rounded up to whole ticks. Of those due
    /// together it is who joined first. No value: nobody waits, the hazard is 0, or all would wait
    /// ten thousand years.
    std::optional<Firing> next() const {
        if (waiting_.empty() || per_day_ <= 0.0) {
            return std::nullopt;
        }
        const auto& first = waiting_[first_];
        const auto at = firing_instant(since_, (first.due - integral_) / per_day_);
        return at ? std::optional{Firing{.at = *at, .id = first.id}} : std::nullopt;
    }

private:
    struct Waiting {
        double due{}; ///< in operational time
        Id id;
    };

    void find_first() {
        const auto first = std::min_element(
            waiting_.begin(), waiting_.end(), [](const Waiting& one, const Waiting& other) {
                return one.due < other.due;
            });
        first_ = static_cast<std::size_t>(first - waiting_.begin());
    }

    double integral(SimTime now) const {
        if (per_day_ <= 0.0) {
            return integral_;
        }
        expects(now >= since_, "a clock does not go back");
        return integral_ + per_day_ * days_between(since_, now);
    }

    double per_day_{};
    double integral_{};            ///< of the hazard, up to since_
    SimTime since_{};              ///< last change of the hazard
    std::vector<Waiting> waiting_; ///< in the order in which they joined
    std::size_t first_{};          ///< of those who are due first, who joined first
};

} // namespace tsunagi
