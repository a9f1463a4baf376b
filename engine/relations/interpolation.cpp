#include "engine/relations/interpolation.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"

#include <algorithm>

namespace tsunagi {

namespace {
constexpr double highest_probability = 0.98;
constexpr double shortest_delay_days = 0.25;
} // namespace

double mixed_probability(double cold, double warm, double x) {
    expects(cold >= 0.0 && cold < 1.0 && warm >= 0.0 && warm < 1.0, "mixed levels lie in [0, 1)");
    if (x == 0.0) {
        return std::min(cold, highest_probability);
    }
    if (cold == 0.0 || warm == 0.0) {
        return std::clamp(cold + x * (warm - cold), 0.0, highest_probability);
    }
    const double log_odds = det::logit(cold) + x * (det::logit(warm) - det::logit(cold));
    return std::min(det::expit(log_odds), highest_probability);
}

double mixed_delay_days(double cold_days, double warm_days, double x) {
    expects(cold_days > 0.0 && warm_days > 0.0, "mixed delays are positive");
    if (x == 0.0) {
        return std::max(cold_days, shortest_delay_days);
    }
    const double log_days = det::log(cold_days) + x * (det::log(warm_days) - det::log(cold_days));
    return std::max(det::exp(log_days), shortest_delay_days);
}

} // namespace tsunagi
