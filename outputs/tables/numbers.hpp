#pragma once

#include "outputs/tables/analysis.hpp"

#include <string>

namespace tsunagi {

/// A level in 100: "8.7".
std::string in_100(double share);

/// A signed difference with its interval, about two significant digits of the largest of the three:
/// "+2.1 [+1.8, +2.3]". Exactly "0" where all three are 0.
/// @param factor  that turns the estimate's unit into the printed one
std::string difference_text(const ShownEstimate& estimate, double factor);

/// A number with about two significant digits and no exponent: "0.031", "8.7", "120".
std::string two_digits(double value);

} // namespace tsunagi
