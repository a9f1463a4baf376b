#pragma once

namespace tsunagi {

/// Probability between its cold and its warm level on the log-odds scale: expit(logit c + x (logit
/// w - logit c)). A cold level of 0 is mixed linearly, so that it stays 0 at x = 0.
/// @param cold, warm  probabilities in [0, 1); cold > 0 unless mixed linearly
/// @param x           effective link times its scale; not clamped
/// @return in [0, 0.98]; exactly `cold` at x = 0
/// Source: parameter table, conventions. That x matters at all is assumed.
double mixed_probability(double cold, double warm, double x);

/// Delay between its cold and its warm level on the log scale: exp(ln c + x (ln w - ln c)).
/// @param cold_days, warm_days  > 0
/// @return days, at least 0.25; exactly `cold_days` at x = 0
double mixed_delay_days(double cold_days, double warm_days, double x);

} // namespace tsunagi
