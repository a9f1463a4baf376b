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
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        const double own_days = causes[cause].law.draw(chance.uniform());
        if (own_days < days) {
            days = own_days;
            stay.cause = static_cast<std::uint8_t>(cause);
        }
    }
    stay.to = causes[stay.cause].to.next(chance.uniform());
    if (days < days_between(begun.now, network.horizon)) {
        stay.end = begun.now + sampled(days);
    }
    return stay;
}

} // namespace tsunagi::detail
