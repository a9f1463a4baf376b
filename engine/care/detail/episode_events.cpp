#include "engine/care/detail/episode_events.hpp"

namespace tsunagi::detail {

namespace {

// Number of an episode among those of its client with its agency.
std::uint64_t episode_number(const Episode& episode) {
    return std::uint64_t{episode.ordinal} * services + static_cast<std::uint64_t>(episode.service);
}

} // namespace

EventHandle schedule(const CareSetting& care, EpisodeId id, const EpisodeEvent& event) {
    const auto& episode = care.episodes[id];
    const auto agency = care.region.agencies[episode.agency].key;
    return care.moment.calendar.schedule(
        {.key = {.at = event.at,
                 .tie = event.tie,
                 .entity = episode.client_key,
                 .kind = event.kind,
                 .partner = partner(child_key(agency, episode_number(episode))),
                 .occurrence = event.number},
         .row = static_cast<std::uint32_t>(id.row())});
}

DrawAddress
draw_of(const CareSetting& care, const Episode& episode, Draw purpose, std::uint32_t number) {
    return {.purpose = purpose,
            .entity = episode.client_key,
            .partner = partner(care.region.agencies[episode.agency].key),
            .occurrence = (episode_number(episode) << 32U) + number};
}

} // namespace tsunagi::detail
