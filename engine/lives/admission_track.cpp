#include "engine/lives/admission_track.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/care/choice.hpp"
#include "engine/care/formulas.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/joint_contacts.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

#include <array>

namespace tsunagi {

using detail::Reader;
using Stage = AdmissionTrack::Stage;

namespace {

std::optional<AdmissionTrack>& track_of(const LivesSetting& lives, ClientId person) {
    return lives.care.clients.life(person).track;
}

// What was agreed is lost in the open only; a crisis keeps it alive.
double losses_per_year(const LivesSetting& lives, ClientId person) {
    const bool waits = track_of(lives, person)->stage != Stage::deciding &&
                       lives.care.clients[person].liberty == Liberty::at_liberty;
    return waits ? days_per_year * lives.admission.loss_per_day *
                       (1.0 - bump_in_clocks(lives, person))
                 : 0.0;
}

void schedule_decision(const LivesSetting& lives, ClientId person) {
    auto& track = *track_of(lives, person);
    const auto week = ++track.decisions;
    track.decision_event = schedule(lives,
                                    person,
                                    {.kind = EventKind::track_decision,
                                     .tie = Tie::decide,
                                     .at = track.opened + week * std::chrono::weeks{1},
                                     .occurrence = week});
}

void tell_track(const LivesSetting& lives,
                ClientId person,
                FactKind kind,
                std::uint8_t detail,
                std::int64_t amount) {
    tell(lives.care,
         {.kind = kind,
          .client = person,
          .agency = track_of(lives, person)->facility,
          .detail = detail,
          .amount = amount});
}

double family_trust(const LivesSetting& lives, ClientId person) {
    const auto family = engaged_family(lives.care, person);
    if (!family.has_value()) {
        return 0.0;
    }
    return acquaintance(lives.care, family.value(), track_of(lives, person)->facility).trust;
}

void agree(const LivesSetting& lives, ClientId person) {
    const auto& track = *track_of(lives, person);
    const auto& care = lives.care;
    tell_track(lives, person, FactKind::track_agreed, 0, 0);
    const double mean =
        mixed_delay_days(lives.admission.papers_cold_days,
                         lives.admission.papers_warm_days,
                         care.effect.offers * track_link(lives, track, Reader::decision));
    const double normal = care.moment.streams.normal({.purpose = Draw::track_papers,
                                                      .entity = care.clients[person].key,
                                                      .occurrence = track.ordinal});
    begin_stage(lives, person, Stage::papers, lead_days({mean, care.referral.lead_log_sd}, normal));
    refresh_track(lives, person);
}

} // namespace

double agreement_probability(const AdmissionParameters& parameters, const AgreementCase& week) {
    return det::expit(parameters.base + parameters.per_willingness * week.willingness +
                      parameters.per_readiness * (week.readiness - mean_readiness) +
                      parameters.per_trust * week.trust);
}

void open_track(const LivesSetting& lives, ClientId person, const TrackOpening& opening) {
    auto& life = lives.care.clients.life(person);
    const auto facility = life.track ? OptionalId<AgencyTag>{}
                                     : choose_among(lives.care,
                                                    person,
                                                    {.service = Service::residence,
                                                     .among = opening.facilities,
                                                     .from = lives.care.region.centre,
                                                     .occurrence = life.tracks});
    if (!facility.has_value()) {
        return;
    }
    const auto now = lives.care.moment.now;
    life.track = AdmissionTrack{.route = opening.route,
                                .ordinal = life.tracks++,
                                .facility = facility.value(),
                                .hospital = opening.hospital,
                                .opened = now,
                                .willingness = lives.admission.start,
                                .willingness_at = now};
    lives.on_tracks.push_back(person);
    tell_track(lives, person, FactKind::track_opened, static_cast<std::uint8_t>(opening.route), 0);
    begin_stage(lives, person, Stage::deciding, lives.admission.open_days);
    schedule_decision(lives, person);
    refresh_track(lives, person);
}

void begin_stage(const LivesSetting& lives, ClientId person, Stage stage, double days) {
    auto& track = *track_of(lives, person);
    lives.care.moment.calendar.cancel(track.end_event);
    track.stage = stage;
    track.end_event = schedule(lives,
                               person,
                               {.kind = EventKind::track_end,
                                .tie = Tie::decide,
                                .at = lives.care.moment.now + sampled(days),
                                .occurrence = track.ordinal});
}

void refresh_track(const LivesSetting& lives, ClientId person) {
    if (!track_of(lives, person)) {
        return;
    }
    const std::array rates{
        PersonRate{PersonHazard::joint_contact, joint_contacts_per_year(lives, person)},
        PersonRate{PersonHazard::track_loss, losses_per_year(lives, person)}};
    set_hazards(lives, person, rates);
}

void refresh_tracks(const LivesSetting& lives) {
    for (const auto person : lives.on_tracks) {
        refresh_track(lives, person);
    }
}

void decide_on_place(const LivesSetting& lives, ClientId person) {
    const auto& track = *track_of(lives, person);
    const double chance = agreement_probability(
        lives.admission,
        {.willingness = willingness_at(track, lives.admission, lives.care.moment.now),
         .readiness = readiness_of(lives.care, person),
         .trust = family_trust(lives, person)});
    const double uniform = own_uniform(
        lives, person, Draw::track_agreement, detail::numbered(track.ordinal, track.decisions));
    if (happens(chance, uniform)) {
        agree(lives, person);
    } else {
        schedule_decision(lives, person);
    }
}

void end_track_stage(const LivesSetting& lives, ClientId person) {
    auto& track = *track_of(lives, person);
    track.end_event = {};
    switch (track.stage) {
    case Stage::deciding:
        return close_track(lives, person, TrackEnd::no_agreement);
    case Stage::papers:
        tell_work(lives.care,
                  lives.care.region.centre,
                  Task::admission_work,
                  work_hours(lives.care.hours, lives.care.hours.papers));
        track.stage = Stage::waiting;
        return seek_place(lives, person);
    case Stage::travelling:
        track.stage = Stage::waiting;
        return seek_place(lives, person);
    case Stage::waiting:
        break;
    }
    violate("a track waits for a place without a date", __FILE__, __LINE__);
}

void lose_track(const LivesSetting& lives, ClientId person) {
    close_track(lives, person, TrackEnd::lost_waiting);
}

TrackEnd entry_of(const LivesSetting& lives, ClientId person) {
    const double level = lives.care.clients[person].bumps.level(bump_decay(lives.care.readiness),
                                                                lives.care.moment.now);
    return level > lives.care.readiness.in_window ? TrackEnd::entered_in_window : TrackEnd::entered;
}

void close_track(const LivesSetting& lives, ClientId person, TrackEnd end) {
    auto& track = track_of(lives, person);
    if (!track) {
        return;
    }
    lives.care.moment.calendar.cancel(track->decision_event);
    lives.care.moment.calendar.cancel(track->end_event);
    end_hazard(lives, person, PersonHazard::joint_contact);
    end_hazard(lives, person, PersonHazard::track_loss);
    step_off_list(
        lives, person, end == TrackEnd::person_gone ? ListExit::person_gone : ListExit::elsewhere);
    tell_track(lives,
               person,
               FactKind::track_closed,
               static_cast<std::uint8_t>(end),
               (lives.care.moment.now - track->opened).count());
    track.reset();
    std::erase(lives.on_tracks, person);
}

} // namespace tsunagi
