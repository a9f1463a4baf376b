#include "engine/lives/residence_places.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/waiting.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/stay.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

using Stage = AdmissionTrack::Stage;

namespace {

ServiceUnit& residence_of(const LivesSetting& lives, AgencyId facility) {
    return lives.care.units.of(facility, Service::residence);
}

bool could_enter(const Client& person) {
    return person.liberty == Liberty::at_liberty && person.residence != Residence::hospital;
}

bool has_place_at_once(const LivesSetting& lives, AgencyId facility) {
    const auto& unit = residence_of(lives, facility);
    return unit.list.empty() && unit.places.has_free();
}

// Whether a facility out of the area takes the person; the way there is left to go.
bool is_taken_far_away(const LivesSetting& lives, ClientId person) {
    auto& track = *lives.care.clients.life(person).track;
    const auto far = detail::first_provider(
        lives, AgencyType::out_of_prefecture_recovery_facility, Service::residence);
    if (!far.has_value() || track.far_place == AdmissionTrack::FarPlace::asked) {
        return false;
    }
    track.far_place = AdmissionTrack::FarPlace::asked;
    const auto& care = lives.care;
    const double uniform =
        care.moment.streams.uniform({.purpose = Draw::far_place,
                                     .entity = care.clients[person].key,
                                     .partner = partner(care.region.agencies[far.value()].key),
                                     .occurrence = track.ordinal});
    if (!happens(lives.admission.far_acceptance, uniform) ||
        !has_place_at_once(lives, far.value())) {
        return false;
    }
    track.facility = far.value();
    return true;
}

// A stay in a bed ends in discharge; a crisis is an arrest or danger at home, as for the family.
// Staff stand behind everybody but one who comes alone.
Claim::Priority priority_of(const LivesSetting& lives, ClientId person) {
    const auto& life = lives.care.clients.life(person);
    const auto crisis_until = life.last_crisis + sampled(lives.care.referral.family_crisis_days);
    const auto route = life.track->route;
    if (route == AdmissionRoute::hospital || lives.care.moment.now < crisis_until) {
        return Claim::Priority::crisis_or_discharge;
    }
    return route == AdmissionRoute::own_wish && !is_supervised(lives.care.clients[person])
               ? Claim::Priority::other
               : Claim::Priority::supervised_or_handed_over;
}

Waiting waiting_for(ClientId client, AgencyId facility) {
    return {.client = client,
            .agency = facility,
            .service = Service::residence,
            .route = Route::admission};
}

} // namespace

void seek_place(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    const auto& track = lives.care.clients.life(person).track;
    if (!track || track->stage != Stage::waiting || !could_enter(client) ||
        residence_of(lives, track->facility).list.find(client.key)) {
        return;
    }
    if (has_place_at_once(lives, track->facility)) {
        take_place(lives, person);
    } else if (is_taken_far_away(lives, person)) {
        begin_stage(lives, person, Stage::travelling, lives.admission.far_travel_days);
    } else {
        join_list(lives.care, waiting_for(person, track->facility), priority_of(lives, person));
    }
}

void enter_background_residence(const LivesSetting& lives, ClientId client) {
    const auto facilities =
        detail::providers(lives, AgencyType::recovery_facility, Service::residence);
    const auto facility =
        choose_among(lives.care, client, {.service = Service::residence, .among = facilities});
    if (!facility.has_value()) {
        return;
    }
    if (has_place_at_once(lives, facility.value())) {
        enter_residence(lives, client, facility.value());
    } else {
        start_patience(
            lives.care,
            join_list(lives.care, waiting_for(client, facility.value()), Claim::Priority::other));
    }
}

void take_place(const LivesSetting& lives, ClientId person) {
    const auto facility = lives.care.clients.life(person).track->facility;
    close_track(lives, person, entry_of(lives, person));
    enter_residence(lives, person, facility);
}

void offer_places(const LivesSetting& lives, AgencyId facility) {
    if (!detail::is_facility(lives, facility)) {
        return;
    }
    auto& unit = residence_of(lives, facility);
    while (!unit.list.empty() && unit.places.has_free()) {
        const WaitingId next{unit.list.first().row};
        const auto client = lives.care.waitings[next].client;
        leave_list(lives.care, next, ListExit::admitted);
        if (is_background(lives.care.clients[client])) {
            enter_residence(lives, client, facility);
        } else {
            take_place(lives, client);
        }
    }
}

void step_off_list(const LivesSetting& lives, ClientId person, ListExit reason) {
    const auto& track = lives.care.clients.life(person).track;
    if (!track) {
        return;
    }
    const auto& list = residence_of(lives, track->facility).list;
    if (const auto claim = list.find(lives.care.clients[person].key)) {
        leave_list(lives.care, WaitingId{claim->row}, reason);
    }
}

} // namespace tsunagi
