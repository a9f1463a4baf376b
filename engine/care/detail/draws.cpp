#include "engine/care/detail/draws.hpp"

namespace tsunagi::detail {

DrawAddress draw_between(const CareSetting& care,
                         Draw purpose,
                         ClientId client,
                         AgencyId agency,
                         std::uint64_t occurrence) {
    return {.purpose = purpose,
            .entity = care.clients[client].key,
            .partner = partner(care.region.agencies[agency].key),
            .occurrence = occurrence};
}

DrawAddress draw_of(const CareSetting& care, const Referral& referral, Draw purpose) {
    return draw_between(care, purpose, referral.client, referral.agency, referral.ordinal);
}

DrawAddress draw_of_attempt(const CareSetting& care, const Referral& referral, Draw purpose) {
    return draw_between(care, purpose, referral.client, referral.agency, attempt_number(referral));
}

std::uint64_t attempt_number(const Referral& referral) {
    return 2 * std::uint64_t{referral.ordinal} +
           (referral.attempt == BookingAttempt::rebooked ? 1U : 0U);
}

DrawAddress draw_of(const Episode& episode, Draw purpose, std::uint32_t number) {
    return {.purpose = purpose,
            .entity = episode.client_key,
            .partner = episode.agency_key,
            .occurrence = (episode_number(episode) << 32U) + number};
}

std::uint64_t episode_number(const Episode& episode) {
    return std::uint64_t{episode.ordinal} * services + static_cast<std::uint64_t>(episode.service);
}

} // namespace tsunagi::detail
