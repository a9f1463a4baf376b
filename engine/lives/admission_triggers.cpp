#include "engine/lives/admission_triggers.hpp"

#include "engine/care/in_touch.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {

namespace {

std::vector<AgencyId> facilities_of(const LivesSetting& lives) {
    return detail::providers(lives, AgencyType::recovery_facility, Service::residence);
}

bool could_need_place(const LivesSetting& lives, ClientId person) {
    return !lives.care.clients.life(person).track &&
           lives.care.clients[person].residence != Residence::recovery_facility;
}

bool is_at_liberty(const LivesSetting& lives, ClientId person) {
    return lives.care.clients[person].liberty == Liberty::at_liberty;
}

// The course of the centre's programme that a person is in; null: none.
const Episode* programme_of(const LivesSetting& lives, ClientId person) {
    const auto& episodes = lives.care.episodes;
    const auto open = episodes.open_at(person, lives.care.region.centre, Service::programme);
    return open.has_value() && episodes[open.value()].phase == Episode::Phase::course
               ? &episodes[open.value()]
               : nullptr;
}

bool lapsed_again_and_again(const LivesSetting& lives, ClientId person, const Episode& programme) {
    const auto& lapses = lives.care.clients.life(person).last_lapses;
    const auto number = static_cast<std::size_t>(lives.admission.lapses);
    expects(number >= 1 && number <= lapses.size(), "so many lapses are remembered");
    const auto first = lapses[number - 1];
    return first > SimTime::min() && first >= programme.first_contact &&
           days_between(first, lives.care.moment.now) <= lives.admission.lapse_window_days;
}

bool is_in_want(const Client& person) {
    return person.traits.no_income || person.traits.no_housing;
}

// To the centre: from a time before the run, or met during it.
bool was_known(const LivesSetting& lives, ClientId person) {
    return lives.care.clients[person].traits.known ||
           has_met(lives.care, person, lives.care.region.centre);
}

void open(const LivesSetting& lives, ClientId person, AdmissionRoute route) {
    const auto facilities = facilities_of(lives);
    open_track(lives, person, {.route = route, .facilities = facilities});
}

} // namespace

void consider_programme_track(const LivesSetting& lives,
                              ClientId person,
                              ProgrammeFailure failure) {
    const auto* programme = programme_of(lives, person);
    if (programme == nullptr || !could_need_place(lives, person) || !is_at_liberty(lives, person)) {
        return;
    }
    if (failure == ProgrammeFailure::arrest || lapsed_again_and_again(lives, person, *programme) ||
        is_in_want(lives.care.clients[person])) {
        open(lives, person, AdmissionRoute::failed_programme);
    }
}

void consider_family_track(const LivesSetting& lives, ClientId family) {
    const auto relative = lives.care.clients[family].relative;
    if (!relative.has_value() || !could_need_place(lives, relative.value()) ||
        !is_at_liberty(lives, relative.value()) ||
        lives.care.clients.family(family).recognition < lives.admission.family_recognition) {
        return;
    }
    auto trusted = facilities_of(lives);
    std::erase_if(trusted, [&](AgencyId facility) {
        return acquaintance(lives.care, family, facility).trust < lives.admission.family_trust;
    });
    if (trusted.empty()) {
        return;
    }
    open_track(lives, relative.value(), {.route = AdmissionRoute::family, .facilities = trusted});
    raise(lives, relative.value(), Bump::family_step);
}

void schedule_prison_track(const LivesSetting& lives, ClientId person, SimTime released) {
    if (!was_known(lives, person)) {
        return; // the centre meets nobody in prison but those on a track
    }
    auto& life = lives.care.clients.life(person);
    const auto opens = released - sampled(lives.admission.prison_days);
    life.prison_track_event = schedule(lives,
                                       person,
                                       {.kind = EventKind::prison_track,
                                        .tie = Tie::decide,
                                        .at = std::max(opens, lives.care.moment.now),
                                        .occurrence = life.custodies});
}

void consider_prison_track(const LivesSetting& lives, ClientId person) {
    if (lives.care.clients[person].residence == Residence::prison &&
        could_need_place(lives, person)) {
        open(lives, person, AdmissionRoute::prison);
    }
}

void consider_hospital_track(const LivesSetting& lives, ClientId person, AgencyId hospital) {
    const auto centre = lives.care.region.centre;
    const bool expected =
        has_met(lives.care, person, centre) || has_referral(lives.care, person, centre);
    if (expected && could_need_place(lives, person)) {
        const auto facilities = facilities_of(lives);
        open_track(
            lives,
            person,
            {.route = AdmissionRoute::hospital, .facilities = facilities, .hospital = hospital});
    }
}

void wish_for_place(const LivesSetting& lives, ClientId person) {
    if (could_need_place(lives, person) && is_at_liberty(lives, person)) {
        open(lives, person, AdmissionRoute::own_wish);
    }
}

} // namespace tsunagi
