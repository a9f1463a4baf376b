#pragma once

#include "engine/clocks/baselines.hpp"
#include "engine/clocks/detail/rising_root.hpp"
#include "engine/clocks/detail/settled_age.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

/// Sum of two hazards, which may be sums themselves. The inverse has no closed form; it is searched
/// for between ages that the inverses of the two terms give: before the first of them has reached
/// half the argument the sum cannot have reached it, and once both have, it has.
template <Baseline First, Baseline Second> class SumBaseline {
public:
    SumBaseline(First one, Second other) : one_{std::move(one)}, other_{std::move(other)} {}

    double cumulative(double age_days) const {
        return one_.cumulative(age_days) + other_.cumulative(age_days);
    }
    Growth growth(double age_days) const requires SmoothBaseline<First> && SmoothBaseline<Second> {
        const auto one = one_.growth(age_days);
        const auto other = other_.growth(age_days);
        return {.cumulative = one.cumulative + other.cumulative,
                .per_log_age = one.per_log_age + other.per_log_age};
    }
    /// The same bits on every machine; relative accuracy 1e-12 wherever the hazard is not so small
    /// that the cumulative hazard itself does not tell such ages apart. Never falls with the
    /// argument by more than that. What lies beyond longest_sampled_days counts as never.
    double age_at(double cumulative_hazard) const {
        if (!(cumulative_hazard > 0.0)) {
            return 0.0;
        }
        const double half = 0.5 * cumulative_hazard;
        const auto [first_half, both_halves] =
            std::minmax({reached(one_, half), reached(other_, half)});
        if constexpr (SmoothBaseline<First> && SmoothBaseline<Second>) {
            // Half the cost, for all but a few.
            if (const auto age = detail::settled_age(*this, cumulative_hazard, first_half)) {
                return *age;
            }
        }
        const double upper = std::min(
            {both_halves, reached(one_, cumulative_hazard), reached(other_, cumulative_hazard)});
        if (upper == longest_sampled_days && cumulative(upper) < cumulative_hazard) {
            return -1.0;
        }
        const auto excess = [&](double age) { return cumulative(age) - cumulative_hazard; };
        return detail::rising_root(excess, {.lower = first_half, .upper = upper});
    }

private:
    template <class Term> static double reached(const Term& term, double cumulative_hazard) {
        const double age = term.age_at(cumulative_hazard);
        return age >= 0.0 && age < longest_sampled_days ? age : longest_sampled_days;
    }

    First one_;
    Second other_;
};

static_assert(Baseline<SumBaseline<LogLogisticBaseline, ExponentialBaseline>>);

} // namespace tsunagi
