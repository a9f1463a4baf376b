#include "engine/simulation/reactions.hpp"

#include "engine/collaborations/family_referral.hpp"
#include "engine/collaborations/referral.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/beds.hpp"
#include "engine/lives/benefits.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/medical.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/lives/stay.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/region/service_traits.hpp"

namespace tsunagi {

namespace {

// A person's own ways into care, and the family's.
void reconsider_person(ClientId person, Views& views) {
    reconsider_ways_in(views.lives, person);
    reconsider_family_entry(views.lives, person);
    refresh_consultation(views.lives, person);
}

// Care or a referral of a client has begun or ended.
void reconsider(ClientId client, Views& views) {
    const auto& who = views.world.clients[client];
    if (who.kind == ClientKind::justice) {
        reconsider_person(client, views);
    } else if (is_family(who)) {
        reconsider_family(views.lives, client);
        if (who.relative.has_value()) {
            reconsider_family_entry(views.lives, who.relative.value());
        }
    }
}

// Who knows an agency comes to it.
void awareness_changed(ClientId client, Views& views) {
    if (views.world.clients[client].kind == ClientKind::justice) {
        reconsider_ways_in(views.lives, client);
        reconsider_family_entry(views.lives, client);
    } else {
        reconsider(client, views);
    }
}

// Care protects from use, the family's too.
void care_changed(ClientId client, Views& views) {
    const auto& who = views.world.clients[client];
    if (who.kind == ClientKind::justice) {
        refresh_use(views.lives, client);
    } else if (who.kind == ClientKind::family) {
        refresh_use(views.lives, who.relative.value());
    }
}

// In or out of prison, or new at liberty. The ways into care follow the change of residence that
// comes with the first two.
void liberty_changed(ClientId person, Views& views) {
    refresh_awareness(views.lives, person);
    refresh_benefit_application(views.lives, person);
}

void entered(ClientId client, Views& views) {
    const auto& who = views.world.clients[client];
    if (who.kind == ClientKind::justice && who.liberty == Liberty::at_liberty) {
        liberty_changed(client, views);
        reconsider_person(client, views);
    }
}

void custody_began(ClientId person, Views& views) {
    cancel_far_bed(views.lives, person);
    close_track(views.lives, person, TrackEnd::person_gone);
    liberty_changed(person, views);
}

void residence_changed(const Fact& fact, ClientId person, Views& views) {
    use_after_moving(
        views.lives,
        person,
        {.from = static_cast<Residence>(fact.amount), .to = static_cast<Residence>(fact.detail)});
    reconsider(person, views);
    refresh_track(views.lives, person);
    seek_place(views.lives, person);
}

void met(const Fact& fact, ClientId client, Views& views) {
    gain_awareness(views.lives, client, fact.agency.value());
    if (is_family(views.world.clients[client])) {
        learn_from_session(views.lives, fact);
        consider_family_track(views.lives, client);
    } else {
        refresh_protection(views.lives, client);
    }
}

void care_began(const Fact& fact, ClientId client, Views& views) {
    const auto& who = views.world.clients[client];
    care_changed(client, views);
    reconsider(client, views);
    if (who.kind != ClientKind::justice) {
        return;
    }
    const auto service = static_cast<Service>(fact.detail);
    if (service == Service::bed) {
        consider_hospital_track(views.lives, client, fact.agency.value());
    } else if (service == Service::programme) {
        consider_programme_track(views.lives, client, ProgrammeFailure::standing);
    }
}

// What self-help may follow: a stay, however it ended, and a programme that ended in order, be it
// that aftercare goes on.
bool is_exit(const Fact& fact) {
    const auto service = static_cast<Service>(fact.amount);
    const auto end = static_cast<EpisodeEnd>(fact.detail);
    const bool set_course = traits_of(service).course == ServiceTraits::Course::set;
    return service == Service::residence || (set_course && end == EpisodeEnd::completed);
}

bool goes_on_in_aftercare(const Fact& place_left, ClientId client, const Views& views) {
    const auto& episodes = views.world.episodes;
    const auto episode = episodes.open_at(
        client, place_left.agency.value(), static_cast<Service>(place_left.detail));
    return episode.has_value() && episodes[episode.value()].phase == Episode::Phase::aftercare;
}

void care_ended(const Fact& fact, ClientId client, Views& views) {
    care_changed(client, views);
    if (views.world.clients[client].kind == ClientKind::justice && is_exit(fact)) {
        join_after(views.lives, client, fact.agency.value(), static_cast<Service>(fact.amount));
    }
    reconsider(client, views);
    leave_after_care(views.lives, client);
}

void place_left(const Fact& fact, ClientId client, Views& views) {
    const auto& who = views.world.clients[client];
    const auto service = static_cast<Service>(fact.detail);
    if (who.kind == ClientKind::justice && !has_departed(who)) {
        refresh_use(views.lives, client);
        if (goes_on_in_aftercare(fact, client, views)) {
            join_after(views.lives, client, fact.agency.value(), service);
        }
    }
    if (service == Service::residence) {
        leave_residence(views.lives, client, fact.agency.value(), Duration{fact.amount});
        offer_places(views.lives, fact.agency.value());
    }
}

void shake_family(ClientId person, Views& views) {
    if (const auto family = views.world.clients[person].relative; family.has_value()) {
        learn_from_crisis(views.lives, family.value());
    }
}

void arrested(const Fact& fact, ClientId person, Views& views) {
    shake_family(person, views);
    if (static_cast<ArrestCause>(fact.detail) == ArrestCause::other) {
        consider_programme_track(views.lives, person, ProgrammeFailure::arrest);
    }
}

} // namespace

void react_to_bump(ClientId person, Views& views) {
    refresh_track(views.lives, person);
    refresh_consultation(views.lives, person);
}

void react_to_contact(PairId met, Views& views) {
    const auto& pair = views.world.links.links()[met];
    const auto kind_of = [&](AgencyId agency) {
        return known_type(views.setting.region.agencies[agency].type);
    };
    const auto one = kind_of(pair.first);
    const auto other = kind_of(pair.second);
    if (!one || !other) {
        return; // no pair of the centre, a hospital or a facility
    }
    const bool brings_consultations = (one == Known::centre && other == Known::hospital) ||
                                      (one == Known::hospital && other == Known::centre);
    refresh_tracks(views.lives);
    if (brings_consultations) {
        refresh_consultations(views.lives);
    }
}

// One table of all kinds, however long: by groups each fact would be looked up twice.
void react_to_fact(const Fact& fact, Views& views) { // NOLINT(readability-function-size)
    const auto client = fact.client.value();
    const auto& who = views.world.clients[client];
    // Nothing happens to one who has departed, but the place is free for others.
    if (has_departed(who) && fact.kind != FactKind::place_left) {
        return;
    }
    switch (fact.kind) {
    // Supervision, custody, home, use and what a person knows.
    case FactKind::person_entered:
        return entered(client, views);
    case FactKind::custody_ended:
        return liberty_changed(client, views);
    case FactKind::supervision_contact:
    case FactKind::programme_session:
        return refer_at_opportunity(views.care, fact);
    case FactKind::family_contact:
        return refer_family_at_contact(views.care, fact);
    case FactKind::custody_started:
        return custody_began(client, views);
    case FactKind::residence_changed:
        return residence_changed(fact, client, views);
    case FactKind::readiness_raised:
        return react_to_bump(client, views);
    case FactKind::lapsed:
        return consider_programme_track(views.lives, client, ProgrammeFailure::standing);
    case FactKind::admission_needed:
        return refresh_use(views.lives, client);
    case FactKind::arrested:
        return arrested(fact, client, views);
    case FactKind::danger_at_home:
        return shake_family(client, views);
    case FactKind::became_aware:
    case FactKind::lost_awareness:
        return awareness_changed(client, views);
    case FactKind::benefit_granted:
        return refresh_money(views.lives, client);
    // The referral chain, episodes, lists and the way to a residential place.
    case FactKind::offered:
    case FactKind::track_contact:
    case FactKind::second_visit:
        return gain_awareness(views.lives, client, fact.agency.value());
    case FactKind::offer_accepted:
        return offer_hospital_too(views.lives, client, fact.agency.value());
    case FactKind::booked:
    case FactKind::track_closed:
        return reconsider(client, views);
    case FactKind::first_contact:
    case FactKind::session_attended:
        if (is_background(who)) {
            return; // most sessions are theirs, and change nothing else
        }
        return met(fact, client, views);
    case FactKind::referral_lost:
        reconsider(client, views);
        return leave_after_care(views.lives, client);
    case FactKind::episode_opened:
        return care_began(fact, client, views);
    case FactKind::episode_ended:
        return care_ended(fact, client, views);
    case FactKind::list_left:
        return leave_after_care(views.lives, client);
    case FactKind::place_left:
        return place_left(fact, client, views);
    case FactKind::track_opened:
        return reconsider_ways_in(views.lives, client);
    default:
        return;
    }
}

bool tells_departure(FactKind kind) {
    return kind == FactKind::died || kind == FactKind::moved_away || kind == FactKind::person_left;
}

void free_departed(Views& views) {
    const auto& facts = views.moment.facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto fact = facts.at(i);
        if (tells_departure(fact.kind) && views.world.clients.holds(fact.client.value())) {
            forget(views.lives, fact.client.value());
        }
    }
}

} // namespace tsunagi
