#include "engine/care/sessions.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/care/detail/episode_events.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/samplers.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

bool in_aftercare(const Episode& episode) {
    return episode.phase == Episode::Phase::aftercare;
}

const ServiceParameters& row_of(const EpisodeParameters& parameters, const Episode& episode) {
    return parameters.by_service.at(static_cast<std::size_t>(episode.service));
}

double attendance(const EpisodeParameters& parameters, const Episode& episode) {
    return in_aftercare(episode) ? parameters.aftercare_attendance
                                 : row_of(parameters, episode).attendance;
}

void tell_session(const CareSetting& care,
                  const Episode& episode,
                  FactKind kind,
                  std::uint32_t number) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = kind,
                            .detail = static_cast<std::uint8_t>(episode.service),
                            .client = episode.client,
                            .subject = episode.client_key,
                            .agency = episode.agency,
                            .amount = number});
}

// Whether the client comes on this date; nobody leaves a bed for it.
void come_or_miss(const CareSetting& care, Episode& episode, std::uint32_t number) {
    const double uniform =
        care.moment.streams.uniform(detail::draw_of(episode, Draw::session_attended, number));
    const bool in_bed = care.clients[episode.client].residence == Residence::hospital;
    if (in_bed || !happens(attendance(care.episode, episode), uniform)) {
        tell_session(care, episode, FactKind::session_missed, number);
        return;
    }
    episode.silent_since = care.moment.now;
    attend(care, episode.client, episode.agency);
    tell_session(care, episode, FactKind::session_attended, number);
}

} // namespace

double session_interval_days(const EpisodeParameters& parameters, const Episode& episode) {
    return in_aftercare(episode) ? parameters.aftercare_interval_days
                                 : row_of(parameters, episode).interval_days;
}

void leave_marks(const CareSetting& care, ClientId client, AgencyId agency) {
    auto& known = acquaintance(care, client, agency);
    known.met = Acquaintance::Met::met;
    gain_familiarity(known, care.awareness, care.moment.now);
    auto& who = care.clients[client];
    if (who.kind == ClientKind::justice) {
        gain_readiness(who, care.readiness, care.moment.now);
    }
}

void book_next_session(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const auto number = episode.sessions++;
    const double uniform =
        care.moment.streams.uniform(detail::draw_of(episode, Draw::session_jitter, number));
    const double jitter = 1.0 + care.episode.jitter * (2.0 * uniform - 1.0);
    episode.session_due += sampled(session_interval_days(care.episode, episode) * jitter);
    // Where dates lie closer than a session may slip, the next can be due before the last was held.
    const auto wish = std::max(episode.session_due, care.moment.now);
    constexpr Duration slip = std::chrono::weeks{1};
    const auto booked =
        care.ledger.book(episode.agency, wish, care.work.later_session, episode.session_due + slip);
    episode.next_session =
        booked ? Episode::NextSession::booked : Episode::NextSession::without_hours;
    episode.session_booked = booked.value_or(wish);
    episode.session_event = detail::schedule(care,
                                             id,
                                             {.kind = EventKind::session,
                                              .tie = Tie::arrive,
                                              .at = episode.session_booked,
                                              .number = number});
}

void give_back_session(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.session_event);
    if (episode.next_session == Episode::NextSession::booked) {
        care.ledger.release(episode.agency, episode.session_booked, care.work.later_session);
    }
    episode.next_session = Episode::NextSession::none;
}

void hold_session(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    if (episode.next_session == Episode::NextSession::booked) {
        const auto task = in_aftercare(episode) ? Task::counselling_session
                                                : traits_of(episode.service).later_session;
        tell_work(care, episode.agency, task, care.work.later_session);
    }
    if (episode.state == Episode::State::closed) {
        care.episodes.remove(id);
        return;
    }
    const auto number = episode.sessions - 1;
    if (episode.next_session == Episode::NextSession::without_hours) {
        tell_session(care, episode, FactKind::session_not_offered, number);
    } else {
        come_or_miss(care, episode, number);
    }
    book_next_session(care, id);
}

void hold_group_session(const CareSetting& care, AgencyId agency, Service service, GroupDate date) {
    const bool set_course = traits_of(service).course == ServiceTraits::Course::set;
    const auto& members = care.units.of(agency, service).members;
    // Whoever leaves at the end of the course makes room for others, who join behind and come from
    // the next date on.
    std::size_t row = 0;
    for (auto to_come = members.size(); to_come > 0; --to_come) {
        const auto id = members[row];
        auto& episode = care.episodes[id];
        const auto number = episode.sessions++;
        if (date == GroupDate::held) {
            come_or_miss(care, episode, number);
        } else {
            tell_session(care, episode, FactKind::session_not_offered, number);
        }
        if (set_course && episode.sessions >= care.episode.programme_sessions) {
            finish_course(care, id);
        } else {
            ++row;
        }
    }
}

} // namespace tsunagi
