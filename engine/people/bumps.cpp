#include "engine/people/bumps.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/near_zero.hpp"

#include <algorithm>
#include <cstddef>

namespace tsunagi {

namespace {

constexpr std::array<int, 12> grid_days{0, 1, 2, 4, 7, 14, 21, 28, 42, 60, 90, 120};

/// From the birth of a bump to the instant from which it counts nothing.
Duration window_of(const BumpDecay& decay) {
    return sampled(decay.window_days);
}

/// What is left of a bump within its window.
double strength(double size, SimTime bump_at, const BumpDecay& decay, SimTime now) {
    return size * det::exp(-days_between(bump_at, now) / decay.tau_days);
}

/// The step that one bump's edges alone make.
Bumps::Step step_of(SimTime bump_at, SimTime over, SimTime now) {
    if (now < bump_at) {
        return {.from = SimTime::min(), .to = bump_at};
    }
    if (now >= over) {
        return {.from = over, .to = SimTime::max()};
    }
    const auto later = std::find_if(grid_days.begin(), grid_days.end(), [&](int days) {
        return bump_at + days * one_day > now;
    });
    const auto to = later == grid_days.end() ? over : std::min(bump_at + *later * one_day, over);
    return {.from = bump_at + *(later - 1) * one_day, .to = to};
}

/// 1 - product of (1 - a_j x) as a polynomial in x: coefficient of x^(power + 1) at [power].
class LevelPolynomial {
public:
    void multiply(double strength) {
        // (1 - level) (1 - a x) = 1 - (level + a x - level a x), from the highest power down.
        for (std::size_t power = count_; power > 0; --power) {
            coefficients_[power] -= strength * coefficients_[power - 1];
        }
        coefficients_[0] += strength;
        ++count_;
    }
    /// Integral of the level over `length` time constants from x = 1 on, in time constants: the sum
    /// of c_k (1 - exp(-k length)) / k.
    double integral(double length) const {
        const double faded = -det::exp_minus_one(-length); // 1 - y
        const double kept = 1.0 - faded;                   // y
        double kept_power = 1.0;                           // y^(k - 1)
        double geometric = 0.0; // 1 + y + ... + y^(k - 1) = (1 - y^k) / (1 - y)
        double sum = 0.0;
        for (std::size_t power = 0; power < count_; ++power) {
            geometric += kept_power;
            kept_power *= kept;
            sum += coefficients_[power] * geometric / static_cast<double>(power + 1);
        }
        return faded * sum;
    }

private:
    std::array<double, Bumps::capacity> coefficients_{};
    std::size_t count_{};
};

} // namespace

void Bumps::erase(std::size_t place) {
    const auto hole = bumps_.begin() + static_cast<std::ptrdiff_t>(place);
    std::move(hole + 1, bumps_.begin() + count_, hole);
    --count_;
}

void Bumps::add(double size, const BumpDecay& decay, SimTime now) {
    expects(size >= 0.0 && size <= 1.0, "a bump is a share of what is left to gain");
    expects(count_ == 0 || now >= bumps_[count_ - 1].at, "bumps come in the order of time");
    const auto window = window_of(decay);
    while (count_ > 0 && now >= bumps_[0].at + window) {
        erase(0);
    }
    if (count_ == capacity) {
        const auto left = [&](const Bump& bump) {
            return strength(bump.size, bump.at, decay, now);
        };
        const auto faintest =
            std::min_element(bumps_.begin(), bumps_.end(), [&](const Bump& one, const Bump& other) {
                return left(one) < left(other);
            });
        if (size < left(*faintest)) {
            return;
        }
        erase(static_cast<std::size_t>(faintest - bumps_.begin()));
    }
    bumps_[count_] = {.size = size, .at = now};
    ++count_;
}

double Bumps::level(const BumpDecay& decay, SimTime now) const {
    const auto window = window_of(decay);
    double closed = 1.0;
    for (const auto& bump : kept()) {
        if (now >= bump.at && now < bump.at + window) {
            closed *= 1.0 - strength(bump.size, bump.at, decay, now);
        }
    }
    return 1.0 - closed;
}

SimTime Bumps::newest_above_until(const BumpDecay& decay, double threshold) const {
    expects(threshold >= 0.0, "a threshold of the level is not negative");
    const double clearly_above = threshold + 1e-9; // so that rounding makes no level fall to it
    if (count_ == 0 || bumps_[count_ - 1].size <= clearly_above) {
        return SimTime::min();
    }
    const auto& newest = bumps_[count_ - 1];
    const double days = decay.tau_days * det::log(newest.size / clearly_above);
    return newest.at + sampled(std::min(days, decay.window_days)) - one_tick;
}

double Bumps::mean(const BumpDecay& decay, SimTime from, SimTime to) const {
    expects(from <= to, "an interval does not end before it begins");
    if (from == to) {
        return level(decay, from);
    }
    const auto window = window_of(decay);
    double integral = 0.0;
    for (SimTime start = from; start < to;) {
        SimTime end = to;
        LevelPolynomial polynomial;
        for (const auto& bump : kept()) {
            const auto over = bump.at + window;
            if (start < bump.at) {
                end = std::min(end, bump.at);
            } else if (start < over) {
                end = std::min(end, over);
                polynomial.multiply(strength(bump.size, bump.at, decay, start));
            }
        }
        integral += decay.tau_days * polynomial.integral(days_between(start, end) / decay.tau_days);
        start = end;
    }
    return integral / days_between(from, to);
}

std::optional<Bumps::Step> Bumps::step_at(const BumpDecay& decay, SimTime now) const {
    const auto window = window_of(decay);
    Step step{.from = SimTime::min(), .to = SimTime::max()};
    for (const auto& bump : kept()) {
        const auto own = step_of(bump.at, bump.at + window, now);
        step.from = std::max(step.from, own.from);
        step.to = std::min(step.to, own.to);
    }
    return step.to == SimTime::max() ? std::nullopt : std::optional{step};
}

SimTime Bumps::over_from(const BumpDecay& decay) const {
    return count_ == 0 ? SimTime::min() : bumps_[count_ - 1].at + window_of(decay);
}

} // namespace tsunagi
