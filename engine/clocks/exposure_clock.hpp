#pragma once

#include "engine/clocks/baselines.hpp"
#include "engine/clocks/firing.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include <cstdint>
#include <optional>

namespace tsunagi {

/// A hazard that fires once its integral reaches a threshold drawn from the unit exponential
/// distribution (random time change). The integral is accumulated exactly through every change of
/// the multiplier, pause and resumption, so a change leaves the past untouched and one keyed
/// threshold gives coupled lives in two scenarios.
///
/// Age counts from 0 at the start and goes on only while the clock runs. The baseline is passed
/// at each call, since many clocks share one; it must be the same throughout.
class ExposureClock {
public:
    /// How a clock starts.
    struct Start {
        SimTime at;
        double threshold{};  ///< > 0, unit exponential
        double multiplier{}; ///< >= 0, factor on the baseline hazard from `at` on
    };

    explicit ExposureClock(const Start& start)
        : updated_{start.at}, left_{start.threshold}, multiplier_{start.multiplier} {
        expects(start.threshold > 0.0, "the threshold of a clock is positive");
        expects(start.multiplier >= 0.0, "the multiplier of a clock is not negative");
    }

    /// The hazard is multiplied by `multiplier` from `now` on. An unchanged multiplier changes
    /// nothing, to the bit.
    template <Baseline B> void set_multiplier(const B& baseline, SimTime now, double multiplier) {
        expects(multiplier >= 0.0, "the multiplier of a clock is not negative");
        if (multiplier != multiplier_) {
            settle(baseline, now);
            multiplier_ = multiplier;
        }
    }
    /// Age and hazard stand still from `now` on; a paused clock stays paused.
    template <Baseline B> void pause(const B& baseline, SimTime now) {
        if (state_ == State::running) {
            settle(baseline, now);
            state_ = State::paused;
        }
    }
    /// Goes on from the age at which it was paused; a running clock runs on.
    void resume(SimTime now) {
        if (state_ == State::paused) {
            updated_ = now;
            state_ = State::running;
        }
    }
    bool running() const { return state_ == State::running; }
    double multiplier() const { return multiplier_; }

    /// Instant at which the clock fires if nothing changes: rounded up to whole ticks, at least one
    /// tick after the last change. No value: paused, hazard zero, or ten thousand years ahead.
    template <Baseline B> std::optional<SimTime> fires_at(const B& baseline) const {
        if (state_ == State::paused || multiplier_ <= 0.0) {
            return std::nullopt;
        }
        const double end = baseline.age_at(cumulative_at_firing());
        return end < 0.0 ? std::nullopt : firing_instant(updated_, end - age_days_);
    }
    /// The same, but no value either where that is at or after `end`: most often one look at the
    /// hazard tells so, and the inverse of the baseline need not be searched for.
    template <Baseline B>
    std::optional<SimTime> fires_before(const B& baseline, SimTime end) const {
        constexpr double almost = 1.0 - 1e-9; // the inverse need not agree to the last digit
        if (state_ == State::paused || multiplier_ <= 0.0 ||
            baseline.cumulative(age_days_ + days_between(updated_, end)) <
                almost * cumulative_at_firing()) {
            return std::nullopt;
        }
        const auto at = fires_at(baseline);
        return at && *at < end ? at : std::nullopt;
    }

private:
    enum class State : std::uint8_t { running, paused };

    double cumulative_at_firing() const { return cumulative_ + left_ / multiplier_; }

    template <Baseline B> void settle(const B& baseline, SimTime now) {
        expects(now >= updated_, "a clock does not go back");
        if (state_ == State::running && now > updated_) {
            const double age = age_days_ + days_between(updated_, now);
            const double cumulative = baseline.cumulative(age);
            left_ -= multiplier_ * (cumulative - cumulative_);
            // Firing times are rounded up to ticks: a clock asked in its last tick has nothing
            // left, never less.
            left_ = left_ > 0.0 ? left_ : 0.0;
            age_days_ = age;
            cumulative_ = cumulative;
        }
        updated_ = now;
    }

    SimTime updated_;
    double age_days_{};   ///< at updated_
    double cumulative_{}; ///< of the baseline at that age, which is costly to work out
    double left_;
    double multiplier_;
    State state_ = State::running;
};

} // namespace tsunagi
