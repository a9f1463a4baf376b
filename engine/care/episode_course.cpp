#include "engine/care/episode_course.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/care/detail/episode_events.hpp"
#include "engine/care/detail/taken_places.hpp"
#include "engine/care/drop_out.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/silence.hpp"
#include "engine/care/waiting.hpp"
#include "engine/core/contracts.hpp"
#include "engine/random/samplers.hpp"
#include "engine/region/service_traits.hpp"

#include <vector>

namespace tsunagi {

using detail::leave_place;
using detail::schedule;
using detail::take_place;

namespace {

void schedule_review(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const auto number = episode.reviews++;
    episode.review_event = schedule(care,
                                    id,
                                    {.kind = EventKind::review,
                                     .at = care.moment.now + sampled(care.episode.review_days),
                                     .number = number});
}

std::vector<EpisodeId> open_ones(const CareSetting& care, ClientId client) {
    std::vector<EpisodeId> open;
    care.episodes.for_each_open(client, [&](EpisodeId id) { open.push_back(id); });
    return open;
}

Episode opened(const CareSetting& care, const Opening& opening) {
    const auto now = care.moment.now;
    const auto row = static_cast<std::size_t>(opening.service);
    const auto agency_key = care.region.agencies[opening.agency].key;
    auto& known = acquaintance(care, opening.client, opening.agency);
    Episode episode{.client_key = care.clients[opening.client].key,
                    .agency_key = partner(agency_key),
                    .client = opening.client,
                    .agency = opening.agency,
                    .service = opening.service,
                    .ordinal = known.episodes.at(row)++,
                    .first_contact = now,
                    .silent_since = now,
                    .session_due = now,
                    .own_factor = opening.own_factor,
                    .handover = opening.handover,
                    .law =
                        opening.law.value_or(DropOutLaw{.shape = care.episode.by_service[row].shape,
                                                        .scale_days = care.drop_out_scales[row]}),
                    .drop_out = {}};
    episode.own_key = partner(child_key(agency_key, detail::episode_number(episode)));
    return episode;
}

// The row stays until the last booked session has passed: its hours are spent although nobody
// comes.
void free_row(const CareSetting& care, EpisodeId id) {
    if (care.episodes[id].next_session == Episode::NextSession::none) {
        care.episodes.remove(id);
    }
}

} // namespace

EpisodeId open_episode(const CareSetting& care, const Opening& opening) {
    expects(!care.episodes.open_at(opening.client, opening.agency, opening.service).has_value(),
            "one open episode per client, agency and service");
    const auto id = care.episodes.add(opened(care, opening));
    tell(care,
         {.kind = FactKind::episode_opened,
          .client = opening.client,
          .agency = opening.agency,
          .detail = static_cast<std::uint8_t>(opening.service),
          .amount = static_cast<std::int64_t>(opening.route)});
    if (takes_place(care.episodes[id])) {
        take_place(care, id);
    }
    const auto& traits = traits_of(opening.service);
    if (opening.discharge) {
        care.episodes[id].review_event =
            schedule(care,
                     id,
                     {.kind = EventKind::discharge, .tie = Tie::release, .at = *opening.discharge});
        return id;
    }
    start_drop_out(care, id);
    if (traits.form == ServiceTraits::Form::residential) {
        return id;
    }
    watch_silence(care, id);
    if (traits.form == ServiceTraits::Form::individual) {
        book_next_session(care, id);
    } else {
        refresh_drop_outs(care, opening.client);
    }
    if (traits.course == ServiceTraits::Course::reviewed) {
        schedule_review(care, id);
    }
    return id;
}

void end_episode(const CareSetting& care, EpisodeId id, EpisodeEnd end) {
    auto& episode = care.episodes[id];
    const auto client = episode.client;
    const bool placed = takes_place(episode);
    const bool programme = is_programme(episode);
    care.moment.calendar.cancel(episode.drop_out_event);
    care.moment.calendar.cancel(episode.silence_event);
    care.moment.calendar.cancel(episode.review_event);
    care.episodes.close(id);
    tell(care,
         {.kind = FactKind::episode_ended,
          .client = client,
          .agency = episode.agency,
          .detail = static_cast<std::uint8_t>(end),
          .amount = static_cast<std::int64_t>(episode.service)});
    if (placed) {
        leave_place(care, id);
    }
    leave_list_after(care, episode);
    if (programme) {
        refresh_drop_outs(care, client);
    }
    const auto agency = episode.agency;
    const auto service = episode.service;
    free_row(care, id);
    if (placed && service == Service::programme) {
        admit_next(care, agency);
    }
}

void end_episodes(const CareSetting& care, ClientId client, EpisodeEnd end) {
    for (const auto id : open_ones(care, client)) {
        end_episode(care, id, end);
    }
}

void review(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double uniform =
        care.moment.streams.uniform(detail::draw_of(episode, Draw::review, episode.reviews));
    if (happens(care.episode.review_goes_on, uniform)) {
        schedule_review(care, id);
        return;
    }
    // The agency knows, and gives the session already booked back.
    give_back_session(care, id);
    end_episode(care, id, EpisodeEnd::review);
}

void finish_course(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double uniform =
        care.moment.streams.uniform(detail::draw_of(episode, Draw::aftercare, 0));
    if (!happens(care.episode.aftercare, uniform)) {
        end_episode(care, id, EpisodeEnd::completed);
        return;
    }
    leave_place(care, id);
    episode.phase = Episode::Phase::aftercare;
    episode.session_due = care.moment.now;
    watch_silence(care, id);
    book_next_session(care, id);
    schedule_review(care, id);
    refresh_drop_outs(care, episode.client);
    if (episode.service == Service::programme) {
        admit_next(care, episode.agency);
    }
}

} // namespace tsunagi
