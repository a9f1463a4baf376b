#include "engine/care/detail/episode_events.hpp"

namespace tsunagi::detail {

EventHandle schedule(const CareSetting& care, EpisodeId id, const EpisodeEvent& event) {
    const auto& episode = care.episodes[id];
    return care.moment.calendar.schedule({.key = {.at = event.at,
                                                  .tie = event.tie,
                                                  .entity = episode.client_key,
                                                  .kind = event.kind,
                                                  .partner = episode.own_key,
                                                  .occurrence = event.number},
                                          .row = static_cast<std::uint32_t>(id.row())});
}

} // namespace tsunagi::detail
