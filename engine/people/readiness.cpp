#include "engine/people/readiness.hpp"

#include "engine/random/det.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

/// The base of one person: what time and sessions do to it.
struct Base {
    double start{}; ///< r0
    double gain{};  ///< of a session
    double half_life_days{};

    double later(double base, double days) const {
        return start + (base - start) * det::half_power(days / half_life_days);
    }
    double after_session(double base) const { return base + gain * (1.0 - base); }
    /// A day and a session, n times over: n steps of one linear map towards its fixed point.
    double after_days(double base, std::int64_t days) const {
        if (days == 0 || gain == 0.0) {
            return later(base, static_cast<double>(days));
        }
        const double fading = (1.0 - gain) * (1.0 - det::half_power(1.0 / half_life_days));
        const double fixed_point = 1.0 - (1.0 - start) * fading / (gain + fading);
        const double kept = 1.0 - gain - fading;
        return fixed_point + (base - fixed_point) * det::power(kept, static_cast<double>(days));
    }
};

double base_at(const Client& client, const ReadinessParameters& parameters, SimTime now) {
    const Base base{.start = client.base_readiness,
                    .gain = parameters.gain_per_session,
                    .half_life_days = parameters.return_half_life_days};
    const auto [value, at] = client.readiness;
    if (client.daily_sessions_since) {
        const auto since = *client.daily_sessions_since;
        const auto seen = (at - since) / one_day;
        const auto days = (now - since) / one_day - seen;
        if (days > 0) {
            const auto first = since + (seen + 1) * one_day;
            const double after_first =
                base.after_session(base.later(value, days_between(at, first)));
            const auto last = first + (days - 1) * one_day;
            return base.later(base.after_days(after_first, days - 1), days_between(last, now));
        }
    }
    return base.later(value, days_between(at, now));
}

} // namespace

double readiness_at(const Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double base = base_at(client, parameters, now);
    return 1.0 - (1.0 - base) * (1.0 - client.bumps.level(bump_decay(parameters), now));
}

void gain_readiness(Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double base = base_at(client, parameters, now);
    client.readiness = {base + parameters.gain_per_session * (1.0 - base), now};
}

void begin_daily_sessions(Client& client, const ReadinessParameters& parameters, SimTime now) {
    client.readiness = {base_at(client, parameters, now), now};
    client.daily_sessions_since = now;
}

void end_daily_sessions(Client& client, const ReadinessParameters& parameters, SimTime now) {
    client.readiness = {base_at(client, parameters, now), now};
    client.daily_sessions_since.reset();
}

void raise_readiness(Client& client,
                     const ReadinessParameters& parameters,
                     Bump kind,
                     SimTime now) {
    const double stated = parameters.bumps.at(static_cast<std::size_t>(kind));
    const double size = std::min(1.0, stated * parameters.bump_factor);
    client.bumps.add(size, bump_decay(parameters), now);
}

} // namespace tsunagi
