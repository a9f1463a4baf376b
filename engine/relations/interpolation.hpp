#pragma once

namespace tsunagi {

/// Probability between its cold and its warm level on the log-odds scale: expit(logit c + x (logit
/// w - logit c)). Where either is 0 they are mixed linearly.
/// @param cold, warm  probabilities in [0, 1)
/// @param x           effective link times its scale; not clamped
/// @return in [0, 0.98]; at x = 0 `cold`, within that limit
/// Source: parameter table, conventions. That x matters at all is assumed.
double mixed_probability(double cold, double warm, double x);

/// Delay between its cold and its warm level on the log scale: exp(ln c + x (ln w - ln c)).
/// @param cold_days, warm_days  > 0
/// @return days, at least 0.25; at x = 0 `cold_days`, within that limit
double mixed_delay_days(double cold_days, double warm_days, double x);

} // namespace tsunagi
