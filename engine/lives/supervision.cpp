#include "engine/lives/supervision.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/services.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

Moment moment_of(const LivesSetting& lives) {
    return lives.care.moment;
}
Client& person_of(const LivesSetting& lives, ClientId person) {
    return lives.care.clients[person];
}

struct PersonEvent {
    EventKind kind{};
    Tie tie{};
    SimTime at;
    std::uint32_t occurrence{};
};

void schedule(const LivesSetting& lives, ClientId person, const PersonEvent& event) {
    moment_of(lives).calendar.schedule({.key = {.at = event.at,
                                                .tie = event.tie,
                                                .entity = person_of(lives, person).key,
                                                .kind = event.kind,
                                                .partner = no_partner,
                                                .occurrence = event.occurrence},
                                        .row = static_cast<std::uint32_t>(person.row())});
}

void tell_person(const LivesSetting& lives,
                 FactKind kind,
                 ClientId person,
                 std::int64_t amount = 0) {
    moment_of(lives).facts.tell({.at = moment_of(lives).now,
                                 .kind = kind,
                                 .client = person,
                                 .subject = person_of(lives, person).key,
                                 .agency = lives.care.region.probation_office,
                                 .amount = amount});
}

SimTime officer_date(const LivesSetting& lives, const Client& person, std::uint32_t occurrence) {
    const double day =
        (occurrence + person.sentence.officer_phase) * lives.supervision.officer_interval_days;
    return person.sentence.start + sampled(day);
}

// The core programme takes those under programme condition whose supervision is long enough; no
// juveniles.
void join_programme(const LivesSetting& lives, ClientId id) {
    const auto& person = person_of(lives, id);
    const double length = days_between(person.sentence.start, person.sentence.end);
    if (person.source == IntakeSource::juvenile || length < lives.supervision.core_shortest_days ||
        lives.supervision.core_sessions < 1.0) {
        return;
    }
    const double uniform =
        moment_of(lives).streams.uniform({.purpose = Draw::core_member, .entity = person.key});
    if (!happens(lives.supervision.core_share, uniform)) {
        return;
    }
    const auto from = person.sentence.start + sampled(lives.supervision.core_first_day);
    const auto first = lives.contacts.programme().first_from(lives.run_start, from);
    const auto at = lives.contacts.programme().date(lives.run_start, first);
    if (at < person.sentence.end) {
        schedule(lives, id, {.kind = EventKind::programme_session, .tie = Tie::arrive, .at = at});
    }
}

// Of those already in care when supervision starts, the part at the centre; hospital and facility
// are not built yet.
void continue_care(const LivesSetting& lives, ClientId id) {
    const auto& care = lives.care;
    const auto key = person_of(lives, id).key;
    auto& streams = moment_of(lives).streams;
    const bool in_care = happens(lives.attributes.in_care,
                                 streams.uniform({.purpose = Draw::person_in_care, .entity = key}));
    const bool at_centre =
        happens(lives.attributes.in_care_centre,
                streams.uniform({.purpose = Draw::person_in_care_service, .entity = key}));
    if (!in_care || !at_centre) {
        return;
    }
    const double fit_uniform =
        streams.uniform({.purpose = Draw::plan_fit,
                         .entity = key,
                         .occurrence = 1}); // no partner: this is no referral
    const double fit =
        fit_probability(care.recognition, care.region.agencies[care.region.centre].quality);
    tell(care,
         {.kind = FactKind::session_attended,
          .client = id,
          .agency = care.region.centre,
          .detail = static_cast<std::uint8_t>(Service::counselling)});
    tell(care, {.kind = FactKind::second_visit, .client = id, .agency = care.region.centre});
    attend(care, id, care.region.centre);
    open_episode(
        care,
        id,
        care.region.centre,
        {.fit = happens(fit, fit_uniform) ? OpenReferral::Fit::fit : OpenReferral::Fit::misfit,
         .handover = {}});
}

bool in_touch(const LivesSetting& lives, ClientId client) {
    const auto& acquaintances = lives.care.acquaintances;
    const auto& agencies = acquaintances.support_agencies();
    return std::any_of(agencies.begin(), agencies.end(), [&](AgencyId agency) {
        const auto& known = acquaintances.of(client, agency);
        return known.episode.has_value() || known.referral.has_value();
    });
}

void go(const LivesSetting& lives, ClientId client) {
    auto moment = moment_of(lives);
    for (const auto agency : lives.care.acquaintances.support_agencies()) {
        const auto& known = lives.care.acquaintances.of(client, agency);
        moment.calendar.cancel(known.awareness_event);
        moment.calendar.cancel(known.self_referral_event);
    }
    tell_person(lives, FactKind::person_left, client);
    lives.care.clients.remove(client);
}

} // namespace

void enter_justice(const LivesSetting& lives, ClientId id) {
    if (person_of(lives, id).liberty == Liberty::pre_release) {
        schedule(lives,
                 id,
                 {.kind = EventKind::supervision_start,
                  .tie = Tie::release,
                  .at = person_of(lives, id).sentence.start});
    } else {
        start_supervision(lives, id);
    }
}

void start_supervision(const LivesSetting& lives, ClientId id) {
    person_of(lives, id).liberty = Liberty::supervised;
    tell_person(lives, FactKind::supervision_started, id);
    const auto& person = person_of(lives, id);
    const auto first = officer_date(lives, person, 0);
    if (first < person.sentence.end) {
        schedule(lives, id, {.kind = EventKind::officer_contact, .tie = Tie::arrive, .at = first});
    }
    join_programme(lives, id);
    schedule(lives,
             id,
             {.kind = EventKind::supervision_end, .tie = Tie::release, .at = person.sentence.end});
    continue_care(lives, id);
}

void hold_officer_contact(const LivesSetting& lives, ClientId id, std::uint32_t occurrence) {
    auto& person = person_of(lives, id);
    tell_person(lives, FactKind::supervision_contact, id, person.opportunities++);
    tell_work(lives.care,
              lives.care.region.probation_office,
              Task::officer_contact,
              work_hours(lives.care.hours, lives.care.hours.officer_contact));
    const auto next = officer_date(lives, person, occurrence + 1);
    if (next < person.sentence.end) {
        schedule(lives,
                 id,
                 {.kind = EventKind::officer_contact,
                  .tie = Tie::arrive,
                  .at = next,
                  .occurrence = occurrence + 1});
    }
}

void hold_programme_session(const LivesSetting& lives, ClientId id, std::uint32_t ordinal) {
    auto& person = person_of(lives, id);
    tell_person(lives, FactKind::programme_session, id, person.opportunities++);
    const auto following =
        lives.contacts.programme().first_from(lives.run_start, moment_of(lives).now + Duration{1});
    const auto next = lives.contacts.programme().date(lives.run_start, following);
    if (ordinal + 1 < lives.supervision.core_sessions && next < person.sentence.end) {
        schedule(lives,
                 id,
                 {.kind = EventKind::programme_session,
                  .tie = Tie::arrive,
                  .at = next,
                  .occurrence = ordinal + 1});
    }
}

void end_supervision(const LivesSetting& lives, ClientId id) {
    person_of(lives, id).liberty = Liberty::free;
    tell_person(lives, FactKind::supervision_ended, id);
    for (const auto agency : lives.care.acquaintances.support_agencies()) {
        const auto episode = lives.care.acquaintances.of(id, agency).episode;
        if (episode.has_value()) {
            refresh_drop_out(lives.care, episode.value());
        }
    }
    schedule(lives,
             id,
             {.kind = EventKind::leave,
              .tie = Tie::release,
              .at = moment_of(lives).now + sampled(lives.supervision.stay_years * days_per_year)});
}

void leave(const LivesSetting& lives, ClientId id) {
    if (in_touch(lives, id)) {
        person_of(lives, id).staying = Client::Staying::leaves_after_care;
    } else {
        go(lives, id);
    }
}

void leave_after_care(const LivesSetting& lives, ClientId id) {
    if (person_of(lives, id).staying == Client::Staying::leaves_after_care &&
        !in_touch(lives, id)) {
        go(lives, id);
    }
}

} // namespace tsunagi
