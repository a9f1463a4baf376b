#include "engine/capacity/hours.hpp"

#include "engine/core/contracts.hpp"

#include <cstdint>

namespace tsunagi {

Duration hours(double hours) {
    expects(hours >= 0.0 && hours < 1e6, "hours lie in [0, 1e6)");
    return Duration{static_cast<std::int64_t>(hours * 3600.0 + 0.5)};
}

Duration weekly_direct_hours(const HoursParameters& parameters, double posts, double direct_share) {
    return hours(posts * parameters.paid_hours_per_month / parameters.weeks_per_month *
                 direct_share);
}

} // namespace tsunagi
