#pragma once

#include "scenarios/parameters/bindings.hpp"

#include <vector>

/// What the engine can take, by the kind of number: wide enough for any region and for numbers that
/// switch something off, and so narrow that the longest sampled time stays one that the clock can
/// tell and no clock fires without end.
namespace tsunagi::detail {

// Shares and factors.
inline constexpr Domain in_share{zero_to_one};
inline constexpr Domain below_one{{0.0, 0.99}};
inline constexpr Domain open_share{{0.001, 0.999}};
inline constexpr Domain factor{{0.0, 100.0}};
inline constexpr Domain ratio{{0.01, 100.0}};

// Lengths of time. Tails of log-normal times reach 2e5 times their median, so both are bounded.
inline constexpr Domain length_days{{0.0, 36525.0}};
inline constexpr Domain scale_days{{0.01, 36525.0}};   ///< half-lives, scales, means
inline constexpr Domain interval_days{{1.0, 36525.0}}; ///< between events that come again
inline constexpr Domain median_days{{0.01, 3652.5}};   ///< of log-normal times
inline constexpr Domain log_sd{{0.0, 1.5}};
inline constexpr Domain some_log_sd{{0.01, 1.5}};
inline constexpr Domain length_years{{0.01, 100.0}};
inline constexpr Domain age_years{{10.0, 120.0}};
inline constexpr Domain minutes{{0.0, 1440.0}};

// Events per time.
inline constexpr Domain arrivals_per_year{{0.0, 1e4}}; ///< more than in the whole of Japan
inline constexpr Domain per_year{{0.0, 1000.0}};       ///< of one person
inline constexpr Domain per_month{{0.0, 100.0}};
inline constexpr Domain per_day{{0.0, 10.0}};
inline constexpr Domain contacts{contacts_per_year};

// Hours of staff, posts, places, slots.
inline constexpr Domain work_hours{{0.0, 1000.0}};
inline constexpr Domain paid_hours{{1.0, 744.0}}; ///< of one post in a month
inline constexpr Domain weeks{{1.0, 5.0}};        ///< in a month
inline constexpr Domain amount{{0.001, largest_amount}};
inline constexpr Domain amount_or_none{any_amount};
inline constexpr Domain places{at_least_one_place, Domain::Numbers::whole};

// Exponents of laws and terms of sums.
inline constexpr Domain shape{{0.1, 10.0}};
inline constexpr Domain beta_shape{{0.5, 100.0}};
inline constexpr Domain effect{{-50.0, 50.0}}; ///< log-odds, log-hazards, utilities
inline constexpr Domain effect_size{{0.0, 50.0}};

inline constexpr Domain count{{1.0, 1000.0}, Domain::Numbers::whole};
inline constexpr Domain centres_asked{unprinted_centres};

std::vector<ParameterBinding> people_bindings();
std::vector<ParameterBinding> readiness_bindings();
std::vector<ParameterBinding> supervision_bindings();
std::vector<ParameterBinding> link_bindings();
std::vector<ParameterBinding> referral_bindings();
std::vector<ParameterBinding> care_bindings();
std::vector<ParameterBinding> use_bindings();
std::vector<ParameterBinding> residence_bindings();
std::vector<ParameterBinding> family_bindings();
std::vector<ParameterBinding> capacity_bindings();

} // namespace tsunagi::detail
