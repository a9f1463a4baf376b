#include "engine/care/episode_course.hpp"

#include "engine/care/detail/episode_events.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/waiting.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {

using detail::draw_of;
using detail::schedule;

namespace {

WeibullBaseline baseline(const Episode& episode) {
    return WeibullBaseline{episode.law.shape, episode.law.scale_days};
}

bool in_group(const Episode& episode) {
    return traits_of(episode.service).form == ServiceTraits::Form::group &&
           episode.phase == Episode::Phase::course;
}

bool is_burden(const Episode& episode) {
    return in_group(episode) && episode.service != Service::self_help &&
           traits_of(episode.service).subject == ServiceTraits::Subject::person;
}

double burden_factor(const CareSetting& care, ClientId client) {
    int programmes = 0;
    care.episodes.for_each_open(
        client, [&](EpisodeId id) { programmes += is_burden(care.episodes[id]) ? 1 : 0; });
    double factor = 1.0;
    for (int extra = 1; extra < programmes; ++extra) {
        factor *= 1.0 + care.episode.burden;
    }
    return factor;
}

double drop_out_factor(const CareSetting& care, const Episode& episode) {
    double factor = episode.own_factor;
    // Legal pressure and the burden of programmes are for persons; family episodes know neither.
    if (traits_of(episode.service).subject == ServiceTraits::Subject::person) {
        factor *= is_supervised(care.clients[episode.client]) ? care.episode.legal_pressure : 1.0;
        factor *= burden_factor(care, episode.client);
    }
    if (episode.handover.has_value()) {
        const double link = care.links.effective_held(episode.handover.value(), care.effect);
        factor *= det::exp(care.effect.drop_out * link);
    }
    return factor;
}

void schedule_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.drop_out_event);
    episode.drop_out_event = {};
    if (const auto at = episode.drop_out->fires_at(baseline(episode))) {
        episode.drop_out_event = schedule(care, id, {.kind = EventKind::drop_out, .at = *at});
    }
}

double interval_days(const CareSetting& care, const Episode& episode) {
    return episode.phase == Episode::Phase::aftercare
               ? care.episode.aftercare_interval_days
               : care.episode.by_service[static_cast<std::size_t>(episode.service)].interval_days;
}

Duration longest_silence(const CareSetting& care, const Episode& episode) {
    const double sessions = care.episode.silence_intervals * interval_days(care, episode);
    return sampled(std::max(care.episode.silence_days, sessions));
}

void schedule_silence(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.silence_event);
    episode.silence_event = schedule(
        care,
        id,
        {.kind = EventKind::silence, .at = episode.silent_since + longest_silence(care, episode)});
}

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

void take_place(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    auto& unit = care.units.of(episode.agency, episode.service);
    unit.places.take(care.moment.now);
    if (in_group(episode)) {
        unit.members.push_back(id);
    }
    tell(care,
         {.kind = FactKind::place_taken,
          .client = episode.client,
          .agency = episode.agency,
          .detail = static_cast<std::uint8_t>(episode.service),
          .amount = unit.places.occupied()});
}

void leave_place(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    auto& unit = care.units.of(episode.agency, episode.service);
    std::erase(unit.members, id);
    unit.places.give_back(care.moment.now);
    tell(care,
         {.kind = FactKind::place_left,
          .client = episode.client,
          .agency = episode.agency,
          .detail = static_cast<std::uint8_t>(episode.service),
          .amount = (care.moment.now - episode.first_contact).count()});
}

bool has_place(const Episode& episode) {
    return in_group(episode) || traits_of(episode.service).form == ServiceTraits::Form::residential;
}

Episode opened(const CareSetting& care, const Opening& opening) {
    const auto now = care.moment.now;
    const auto row = static_cast<std::size_t>(opening.service);
    auto& known = acquaintance(care, opening.client, opening.agency);
    return {.client_key = care.clients[opening.client].key,
            .client = opening.client,
            .agency = opening.agency,
            .service = opening.service,
            .ordinal = known.episodes.at(row)++,
            .first_contact = now,
            .silent_since = now,
            .session_due = now,
            .own_factor = opening.own_factor,
            .handover = opening.handover,
            .law = opening.law.value_or(DropOutLaw{.shape = care.episode.by_service[row].shape,
                                                   .scale_days = care.drop_out_scales[row]}),
            .drop_out = {}};
}

void start_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double threshold =
        care.moment.streams.exponential(draw_of(care, episode, Draw::drop_out, 0));
    episode.drop_out = ExposureClock{{.at = care.moment.now,
                                      .threshold = threshold,
                                      .multiplier = drop_out_factor(care, episode)}};
    schedule_drop_out(care, id);
}

// The row stays until the last booked session has passed: its hours are spent although nobody
// comes.
void free_row(const CareSetting& care, EpisodeId id) {
    if (care.episodes[id].next_session == Episode::NextSession::none) {
        care.episodes.remove(id);
    }
}

} // namespace

double fit_factor(const EpisodeParameters& parameters, Fit fit) {
    return fit == Fit::fit ? parameters.fit_hazard : parameters.misfit_hazard;
}

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
    if (has_place(care.episodes[id])) {
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
    schedule_silence(care, id);
    if (traits.form == ServiceTraits::Form::individual) {
        book_next_session(care, id);
    } else {
        refresh_drop_outs(care, opening.client);
    }
    if (traits.course == ServiceTraits::Course::open) {
        schedule_review(care, id);
    }
    return id;
}

void end_episode(const CareSetting& care, EpisodeId id, EpisodeEnd end) {
    auto& episode = care.episodes[id];
    const auto client = episode.client;
    const bool placed = has_place(episode);
    const bool burdened = is_burden(episode);
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
    if (burdened) {
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

void check_silence(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const auto silence = longest_silence(care, episode);
    if (care.clients[episode.client].residence == Residence::hospital) {
        episode.silent_since = care.moment.now;
    }
    if (care.moment.now - episode.silent_since >= silence) {
        end_episode(care, id, EpisodeEnd::silence);
    } else {
        schedule_silence(care, id);
    }
}

void restart_silence(const CareSetting& care, ClientId client) {
    care.episodes.for_each_open(client, [&](EpisodeId id) {
        if (traits_of(care.episodes[id].service).form != ServiceTraits::Form::residential) {
            care.episodes[id].silent_since = care.moment.now;
        }
    });
}

void review(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double uniform =
        care.moment.streams.uniform(draw_of(care, episode, Draw::review, episode.reviews));
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
    const double uniform = care.moment.streams.uniform(draw_of(care, episode, Draw::aftercare, 0));
    if (!happens(care.episode.aftercare, uniform)) {
        end_episode(care, id, EpisodeEnd::completed);
        return;
    }
    leave_place(care, id);
    episode.phase = Episode::Phase::aftercare;
    episode.session_due = care.moment.now;
    schedule_silence(care, id);
    book_next_session(care, id);
    schedule_review(care, id);
    refresh_drop_outs(care, episode.client);
    if (episode.service == Service::programme) {
        admit_next(care, episode.agency);
    }
}

void refresh_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    if (!episode.drop_out) {
        return;
    }
    const double factor = drop_out_factor(care, episode);
    if (factor != episode.drop_out->multiplier()) {
        episode.drop_out->set_multiplier(baseline(episode), care.moment.now, factor);
        schedule_drop_out(care, id);
    }
}

void refresh_drop_outs(const CareSetting& care, ClientId client) {
    care.episodes.for_each_open(client, [&](EpisodeId id) { refresh_drop_out(care, id); });
}

} // namespace tsunagi
