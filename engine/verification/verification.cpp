#include "engine/verification/verification.hpp"

#include "engine/verification/detail/problem_parts.hpp"

#include <array>
#include <cmath>

namespace tsunagi {

bool agrees(const VerifiedQuantity& quantity) {
    constexpr double level = 1e-6;
    constexpr double rounding = 1e-9;
    const auto& found = quantity.found;
    const double allowed =
        found.standard_error == 0.0
            ? rounding * std::abs(quantity.exact)
            : found.standard_error * half_width_factor(found.units, {.level = 1.0 - level});
    return std::abs(found.value - quantity.exact) <= allowed;
}

std::span<const VerificationProblem> verification_problems() {
    using namespace detail;
    static constexpr std::array problems{
        VerificationProblem{"erlang_b", erlang_b},
        VerificationProblem{"erlang_c", erlang_c},
        VerificationProblem{"erlang_a", erlang_a},
        VerificationProblem{"finite_room", finite_room},
        VerificationProblem{"single_server", single_server},
        VerificationProblem{"unlimited_servers", unlimited_servers},
        VerificationProblem{"daily_rhythm", daily_rhythm},
        VerificationProblem{"jackson", jackson},
        VerificationProblem{"little", little},
        VerificationProblem{"illness_death", illness_death},
        VerificationProblem{"competing_risks", competing_risks},
        VerificationProblem{"exposure_clock", exposure_clock},
        VerificationProblem{"understanding", understanding}};
    return problems;
}

} // namespace tsunagi
