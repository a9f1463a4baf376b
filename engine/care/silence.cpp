#include "engine/care/silence.hpp"

#include "engine/care/detail/episode_events.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/random/samplers.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

Duration longest_silence(const CareSetting& care, const Episode& episode) {
    const double sessions =
        care.episode.silence_intervals * session_interval_days(care.episode, episode);
    return sampled(std::max(care.episode.silence_days, sessions));
}

SimTime silence_ends(const CareSetting& care, const Episode& episode) {
    return episode.silent_since + longest_silence(care, episode);
}

void check_at(const CareSetting& care, EpisodeId id, SimTime at) {
    care.episodes[id].silence_event =
        detail::schedule(care, id, {.kind = EventKind::silence, .at = at});
}

} // namespace

void watch_silence(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.silence_event);
    check_at(care, id, silence_ends(care, episode));
}

void check_silence(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    if (care.clients[episode.client].residence == Residence::hospital) {
        episode.silent_since = care.moment.now;
    }
    const auto end = silence_ends(care, episode);
    if (end <= care.moment.now) {
        end_episode(care, id, EpisodeEnd::silence);
    } else {
        check_at(care, id, end);
    }
}

void restart_silence(const CareSetting& care, ClientId client) {
    care.episodes.for_each_open(client, [&](EpisodeId id) {
        if (!is_residential(care.episodes[id].service)) {
            care.episodes[id].silent_since = care.moment.now;
        }
    });
}

} // namespace tsunagi
