#include "engine/network/detail/stay.hpp"

#include "engine/core/contracts.hpp"

#include <cstdint>

namespace tsunagi::detail {

Stay draw_stay(const ServiceNetwork& network, const StayBegun& begun, Streams& streams) {
    const auto& causes = network.stations[begun.station.row()].leave;
    if (causes.empty()) {
        return {};
    }
    expects(begun.episode < UINT32_MAX, "a person waits and stays fewer than 2^32 times");
    auto chance = streams.open(
        {.purpose = Draw::network_stay, .entity = begun.person, .occurrence = begun.episode});
    Stay stay;
    double days = Law::never;
    const auto* ends = &causes.front();
    for (const auto& cause : causes) {
        const double own_days = cause.law.draw(chance.uniform());
        if (own_days < days) {
            days = own_days;
            ends = &cause;
            // A branch, no conditional move: so the processor goes on before the logarithm is
            // there.
            asm volatile("");
        }
    }
    stay.cause = static_cast<std::uint8_t>(ends - &causes.front());
    stay.to = ends->to.next(chance.uniform());
    if (days < days_between(begun.now, network.horizon)) {
        stay.end = begun.now + sampled(days);
    }
    return stay;
}

} // namespace tsunagi::detail
