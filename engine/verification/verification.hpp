#pragma once

#include "engine/statistics/intervals.hpp"

#include <span>
#include <vector>

namespace tsunagi {

/// One number of a problem: what a formula says, and what the engine gives.
struct VerifiedQuantity {
    const char* id; ///< of its name in the message catalogue
    double exact{};
    Estimate found; ///< standard error 0: no chance is in it, and it must agree to rounding
};

/// Whether a quantity agrees: within its own interval at a level of 1e-6, or to a relative 1e-9
/// where it has no standard error.
bool agrees(const VerifiedQuantity& quantity);

/// A problem whose answer is known from theory or from an identity.
struct VerificationProblem {
    const char* id; ///< of its name in the message catalogue
    /// Solves it by the engine, serially, in a few seconds.
    /// @param error  factor by which the engine's input is wrong: 1 to verify; with 1.05 some
    /// quantity must disagree
    std::vector<VerifiedQuantity> (*solve)(double error);
};

/// All problems, in the order in which they are printed.
std::span<const VerificationProblem> verification_problems();

} // namespace tsunagi
