#include "engine/network/detail/arrival_times.hpp"

#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

/// When the next comes after one at `now`, or some time after the horizon, in days from the start.
/// Where the rate varies, candidates come at its highest and are thinned out. Source: P. A. W.
/// Lewis, G. S. Shedler, Simulation of nonhomogeneous Poisson processes by thinning, Naval Research
/// Logistics Quarterly 26 (1979) 403-413.
double
next_arrival_day(const ArrivalStream& arrivals, double now, double horizon, RandomStream chance) {
    constexpr double longest_mean_days = 1e300; // of a rate so low that its inverse is no number
    const double highest = arrivals.per_day * (1.0 + arrivals.amplitude);
    for (;;) {
        now += exponential(std::min(1.0 / highest, longest_mean_days), chance.uniform());
        if (arrivals.amplitude == 0.0 || now >= horizon) {
            return now;
        }
        const double turns = now / arrivals.period_days;
        const double rate =
            arrivals.per_day * (1.0 + arrivals.amplitude * det::sine_of_turn(turns));
        if (chance.uniform() * highest < rate) {
            return now;
        }
    }
}

} // namespace

std::optional<SimTime> ArrivalTimes::next(Streams& streams, std::uint32_t ordinal) {
    if (arrivals_->per_day <= 0.0) {
        return std::nullopt;
    }
    const double days_of_run = days_between(network_->start, network_->horizon);
    days_ = next_arrival_day(
        *arrivals_,
        days_,
        days_of_run,
        streams.open({.purpose = Draw::arrival, .entity = arrivals_->key, .occurrence = ordinal}));
    if (days_ >= days_of_run) {
        return std::nullopt;
    }
    const auto at = network_->start + sampled(days_);
    return at < network_->horizon ? std::optional{at} : std::nullopt;
}

} // namespace tsunagi::detail
