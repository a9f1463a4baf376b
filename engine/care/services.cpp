#include "engine/care/services.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

Service service_kind(const Client& client) {
    return is_family(client) ? Service::family_counselling : Service::counselling;
}

const ServiceParameters& row_of(const CareSetting& care, Service service) {
    return service == Service::counselling ? care.episode.counselling
                                           : care.episode.family_counselling;
}

WeibullBaseline drop_out_baseline(const CareSetting& care, Service service) {
    const auto& row = row_of(care, service);
    const double scale =
        service == Service::counselling ? care.counselling_scale_days : row.scale_days;
    return WeibullBaseline{row.shape, scale * care.episode.scale_factor};
}

double drop_out_factor(const CareSetting& care, const Episode& episode) {
    double factor = episode.fit_factor;
    // Legal pressure is for persons; family episodes know none.
    if (episode.service == Service::counselling &&
        care.clients[episode.client].liberty == Liberty::supervised) {
        factor *= care.episode.legal_pressure;
    }
    if (episode.handover.has_value()) {
        const double link = care.links.effective_held(episode.handover.value(), care.effect);
        factor *= det::exp(care.effect.drop_out * link);
    }
    return factor;
}

DrawAddress
draw_of(const CareSetting& care, const Episode& episode, Draw purpose, std::uint32_t number) {
    return {.purpose = purpose,
            .entity = episode.client_key,
            .partner = partner(care.region.agencies[episode.agency].key),
            .occurrence = (std::uint64_t{episode.ordinal} << 32U) + number};
}

struct EpisodeEvent {
    EventKind kind{};
    Tie tie = Tie::decide;
    SimTime at;
    std::uint32_t number{};
};

EventHandle schedule(const CareSetting& care, EpisodeId id, const EpisodeEvent& event) {
    const auto& episode = care.episodes[id];
    const auto agency = care.region.agencies[episode.agency].key;
    return care.moment.calendar.schedule(
        {.key = {.at = event.at,
                 .tie = event.tie,
                 .entity = episode.client_key,
                 .kind = event.kind,
                 .partner = partner(child_key(agency, episode.ordinal)),
                 .occurrence = event.number},
         .row = static_cast<std::uint32_t>(id.row())});
}

void schedule_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.drop_out_event);
    episode.drop_out_event = {};
    if (const auto at = episode.drop_out.fires_at(drop_out_baseline(care, episode.service))) {
        episode.drop_out_event = schedule(care, id, {.kind = EventKind::drop_out, .at = *at});
    }
}

Duration session_hours(const CareSetting& care) {
    return work_hours(care.hours, care.hours.later_session);
}

// Books the next session when the last one was due. It may slip by one week; then it is not
// offered.
void book_next_session(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const auto number = episode.sessions++;
    const double uniform =
        care.moment.streams.uniform(draw_of(care, episode, Draw::session_jitter, number));
    const double jitter = 1.0 + care.episode.jitter * (2.0 * uniform - 1.0);
    episode.session_due += sampled(row_of(care, episode.service).interval_days * jitter);
    constexpr Duration slip = std::chrono::weeks{1};
    const auto booked = care.ledger.book(
        episode.agency, episode.session_due, session_hours(care), episode.session_due + slip);
    episode.next_session =
        booked ? Episode::NextSession::booked : Episode::NextSession::without_hours;
    episode.session_booked = booked.value_or(episode.session_due);
    episode.session_event = schedule(care,
                                     id,
                                     {.kind = EventKind::session,
                                      .tie = Tie::arrive,
                                      .at = episode.session_booked,
                                      .number = number});
}

Duration longest_silence(const CareSetting& care, const Episode& episode) {
    const double sessions =
        care.episode.silence_intervals * row_of(care, episode.service).interval_days;
    return sampled(std::max(care.episode.silence_days, sessions));
}

void schedule_silence(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    episode.silence_event = schedule(
        care,
        id,
        {.kind = EventKind::silence, .at = episode.last_attended + longest_silence(care, episode)});
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

// The row stays until the last booked session has passed: its hours are spent although nobody
// comes.
void close(const CareSetting& care, EpisodeId id, EpisodeEnd end) {
    auto& episode = care.episodes[id];
    episode.state = Episode::State::closed;
    care.moment.calendar.cancel(episode.drop_out_event);
    care.moment.calendar.cancel(episode.silence_event);
    care.moment.calendar.cancel(episode.review_event);
    care.acquaintances.of(episode.client, episode.agency).episode = {};
    tell(care,
         {.kind = FactKind::episode_ended,
          .client = episode.client,
          .agency = episode.agency,
          .detail = static_cast<std::uint8_t>(end),
          .amount = episode.first_contact.time_since_epoch().count()});
}

void spend_session(const CareSetting& care, const Episode& episode) {
    const auto task =
        episode.service == Service::counselling ? Task::counselling_session : Task::family_session;
    tell_work(care, episode.agency, task, session_hours(care));
}

} // namespace

const ServiceParameters& service_of(const CareSetting& care, ClientId client) {
    return row_of(care, service_kind(care.clients[client]));
}

void attend(const CareSetting& care, ClientId client, AgencyId agency) {
    auto& known = care.acquaintances.of(client, agency);
    known.met = Acquaintance::Met::met;
    gain_familiarity(known, care.awareness, care.moment.now);
    gain_readiness(care.clients[client], care.readiness, care.moment.now);
}

void open_episode(const CareSetting& care, ClientId client, AgencyId agency, Opening opening) {
    const auto now = care.moment.now;
    auto& known = care.acquaintances.of(client, agency);
    expects(!known.episode.has_value(), "one episode per client and agency");
    const auto ordinal = known.episodes++;
    const auto key = care.clients[client].key;
    const double threshold =
        care.moment.streams.exponential({.purpose = Draw::drop_out,
                                         .entity = key,
                                         .partner = partner(care.region.agencies[agency].key),
                                         .occurrence = ordinal});
    Episode episode{
        .client_key = key,
        .client = client,
        .agency = agency,
        .service = service_kind(care.clients[client]),
        .ordinal = ordinal,
        .first_contact = now,
        .last_attended = now,
        .session_due = now,
        .fit_factor = opening.fit == OpenReferral::Fit::fit ? care.episode.fit_hazard
                                                            : care.episode.misfit_hazard,
        .handover = opening.handover,
        .drop_out = ExposureClock{{.at = now, .threshold = threshold, .multiplier = 1.0}}};
    const auto id = care.episodes.add(episode);
    known.episode = id;
    tell(care, {.kind = FactKind::episode_opened, .client = client, .agency = agency});
    auto& opened = care.episodes[id];
    opened.drop_out.set_multiplier(
        drop_out_baseline(care, opened.service), now, drop_out_factor(care, opened));
    schedule_drop_out(care, id);
    book_next_session(care, id);
    schedule_silence(care, id);
    schedule_review(care, id);
}

void hold_session(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    if (episode.next_session == Episode::NextSession::booked) {
        spend_session(care, episode);
    }
    if (episode.state == Episode::State::closed) {
        care.episodes.remove(id);
        return;
    }
    const auto detail = static_cast<std::uint8_t>(episode.service);
    const auto number = episode.sessions - 1;
    if (episode.next_session == Episode::NextSession::without_hours) {
        tell(care,
             {.kind = FactKind::session_not_offered,
              .client = episode.client,
              .agency = episode.agency,
              .detail = detail,
              .amount = number});
    } else if (happens(row_of(care, episode.service).attendance,
                       care.moment.streams.uniform(
                           draw_of(care, episode, Draw::session_attended, number)))) {
        episode.last_attended = care.moment.now;
        attend(care, episode.client, episode.agency);
        tell(care,
             {.kind = FactKind::session_attended,
              .client = episode.client,
              .agency = episode.agency,
              .detail = detail,
              .amount = number});
    } else {
        tell(care,
             {.kind = FactKind::session_missed,
              .client = episode.client,
              .agency = episode.agency,
              .detail = detail,
              .amount = number});
    }
    book_next_session(care, id);
}

void drop_out(const CareSetting& care, EpisodeId id) {
    close(care, id, EpisodeEnd::drop_out);
}

void check_silence(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    if (care.moment.now - episode.last_attended >= longest_silence(care, episode)) {
        close(care, id, EpisodeEnd::silence);
    } else {
        schedule_silence(care, id);
    }
}

void review(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double uniform =
        care.moment.streams.uniform(draw_of(care, episode, Draw::review, episode.reviews));
    if (happens(care.episode.review_goes_on, uniform)) {
        schedule_review(care, id);
        return;
    }
    // Ended in order: the agency knows, and the session already booked is given back.
    care.moment.calendar.cancel(episode.session_event);
    if (episode.next_session == Episode::NextSession::booked) {
        care.ledger.release(episode.agency, episode.session_booked, session_hours(care));
    }
    close(care, id, EpisodeEnd::review);
    care.episodes.remove(id);
}

void refresh_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const auto baseline = drop_out_baseline(care, episode.service);
    const double factor = drop_out_factor(care, episode);
    if (factor == episode.drop_out.multiplier()) {
        return;
    }
    episode.drop_out.set_multiplier(baseline, care.moment.now, factor);
    schedule_drop_out(care, id);
}

} // namespace tsunagi
