#pragma once

#include "outputs/tables/analysis.hpp"

#include <cstdint>
#include <string>

namespace tsunagi {

/// Decimals that show two significant digits of a number: 0 for 12, 1 for 2.3, 3 for 0.012.
/// @param magnitude  any finite number but 0; its sign does not matter
/// @return in [0, 9]
int decimals_of_two_digits(double magnitude);

/// Decimals for a difference and its interval: two significant digits of the value, but none that
/// the interval's half-width leaves without meaning.
/// @param value       finite
/// @param half_width  finite, >= 0
/// @return in [0, 9]; 0 where both are 0
int decimals_of_estimate(double value, double half_width);

/// Whether a number is printed with the sign of a difference.
enum class Sign : std::uint8_t { plain, always };

/// A number with a fixed count of decimals, a true minus sign, and no minus before a zero.
/// @param value     finite
/// @param decimals  in [0, 9]
std::string fixed(double value, int decimals, Sign sign = Sign::plain);

/// Nearest whole number; halves away from zero.
std::string whole(double value, Sign sign = Sign::plain);

/// Two significant digits.
std::string significant(double value, Sign sign = Sign::plain);

/// At most two significant digits, without zeros at the end: what people write for a round number.
std::string short_number(double value);

/// A level in 100, with one decimal: "8.7".
std::string in_100(double share);

/// A level of any size, with one decimal, or with two significant digits where these are more:
/// "20.6", "0.11".
/// @param value  finite, >= 0
std::string level_text(double value);

/// A difference with its interval and the decimals that the interval bears: "+2.1 [+1.8, +2.3]".
/// Exactly "0" where all three are 0.
/// @param factor  that turns the estimate's unit into the printed one
std::string difference_text(const ShownEstimate& estimate, double factor, Sign sign = Sign::always);

/// Of how many people a share is one, with two significant digits: "850" for 0.00117.
/// @param share  not 0; its sign does not matter
std::string one_in(double share);

/// The shortest text that reads back as the same number: what stands behind a printed number for
/// programs.
std::string exact(double value);

} // namespace tsunagi
