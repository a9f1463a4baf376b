#include "engine/care/detail/episode_events.hpp"

#include "engine/care/detail/draws.hpp"

namespace tsunagi::detail {

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

} // namespace tsunagi::detail
