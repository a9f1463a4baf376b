#include "engine/lives/medical.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/consultation_clocks.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/random/det.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tsunagi {

using detail::ChoiceFor;

namespace {

// An episode, a bed or a referral on the way.
bool is_in_hospital_care(const LivesSetting& lives, ClientId person) {
    const auto& care = lives.care;
    bool found = false;
    care.episodes.for_each_open(person, [&](EpisodeId id) {
        found = found || is_hospital(care, care.episodes[id].agency);
    });
    care.acquaintances.for_each(person, [&](const Acquaintance& known) {
        found = found || (known.referral.has_value() && is_hospital(care, known.agency));
    });
    return found;
}

template <class Visit>
void for_each_outpatient_hospital(const LivesSetting& lives, const Visit& visit) {
    detail::for_each_provider(lives, AgencyType::psychiatric_hospital, Service::outpatient, visit);
}

// Of several specialist hospitals the link is the strongest one.
double strongest_link(const LivesSetting& lives) {
    double strongest = 0.0;
    for_each_outpatient_hospital(lives, [&](AgencyId hospital) {
        if (detail::is_specialist(lives, hospital)) {
            strongest =
                std::max(strongest,
                         detail::link_between(
                             lives, lives.care.region.centre, hospital, detail::Reader::clock));
        }
    });
    return strongest;
}

// What all persons with a medical need share.
double consultations_by_links(const LivesSetting& lives) {
    const auto& medical = lives.medical;
    const double link = lives.care.effect.offers * strongest_link(lives);
    return medical.consultation_per_month *
           (link > 0.0 ? det::power(medical.consultation_warm, link) : 1.0);
}

bool may_consult(const LivesSetting& lives, ClientId person) {
    return lives.care.clients[person].liberty == Liberty::at_liberty &&
           !is_in_hospital_care(lives, person);
}

// No value while the person's clock stands still.
std::optional<ConsultationGroup> consultation_group(const LivesSetting& lives, ClientId person) {
    if (!may_consult(lives, person)) {
        return std::nullopt;
    }
    const bool seen = lives.care.clients[person].traits.medical_seen;
    if (bump_above(lives, person, lives.care.readiness.in_window)) {
        return seen ? ConsultationGroup::seen_in_window : ConsultationGroup::in_window;
    }
    return seen ? ConsultationGroup::seen : ConsultationGroup::plain;
}

// Of the hospitals that a referral may go to, specialist ones before general ones; but one with a
// slot before any that would have to wait for a later month.
std::vector<AgencyId> candidates(const LivesSetting& lives, ClientId person) {
    const auto rank = [&](AgencyId hospital) {
        return (has_slot(lives.care, hospital, Service::outpatient) ? 0 : 2) +
               (detail::is_specialist(lives, hospital) ? 0 : 1);
    };
    std::vector<AgencyId> open;
    int best = 3;
    for_each_outpatient_hospital(lives, [&](AgencyId hospital) {
        if (!may_refer(lives.care, person, hospital, Service::outpatient)) {
            return;
        }
        const int own = rank(hospital);
        if (own < best) {
            open.clear();
            best = own;
        }
        if (own == best) {
            open.push_back(hospital);
        }
    });
    return open;
}

void offer_outpatient_care(const LivesSetting& lives, ClientId person, std::uint64_t occurrence) {
    const auto& care = lives.care;
    const auto centre = care.region.centre;
    const auto hospitals = candidates(lives, person);
    const auto hospital = choose_among(care,
                                       person,
                                       {.service = Service::outpatient,
                                        .among = hospitals,
                                        .from = centre,
                                        .occurrence = occurrence});
    if (hospital.has_value()) {
        receive_offer(care,
                      {.client = person,
                       .sender = centre,
                       .receiver = hospital.value(),
                       .service = Service::outpatient,
                       .link = care.links.find(centre, hospital.value()),
                       .consent = consent_to(care, person, centre)});
    }
}

} // namespace

OptionalId<AgencyTag> choose_specialist_hospital(const LivesSetting& lives, ClientId client) {
    std::vector<AgencyId> hospitals;
    for_each_outpatient_hospital(lives, [&](AgencyId hospital) {
        if (detail::is_specialist(lives, hospital)) {
            hospitals.push_back(hospital);
        }
    });
    return choose_among(lives.care, client, {.service = Service::outpatient, .among = hospitals});
}

void refresh_consultation(const LivesSetting& lives, ClientId person) {
    if (lives.care.clients[person].traits.medical) {
        run_consultations(lives, person, consultation_group(lives, person));
    }
}

void refresh_consultations(const LivesSetting& lives) {
    set_consultations(lives, consultations_by_links(lives));
}

void seek_consultation(const LivesSetting& lives, ClientId person) {
    const auto occurrence = lives.care.clients.life(person).consultation.sought;
    tell_about(lives, FactKind::consultation_sought, person);
    offer_outpatient_care(lives, person, detail::numbered(ChoiceFor::consultation, occurrence));
    refresh_consultation(lives, person);
}

void offer_hospital_too(const LivesSetting& lives, ClientId client, AgencyId accepted) {
    const auto& who = lives.care.clients[client];
    if (accepted != lives.care.region.centre || is_family(who) || is_background(who) ||
        !who.traits.medical_seen || is_in_hospital_care(lives, client)) {
        return;
    }
    const auto referral = acquaintance(lives.care, client, accepted).referrals - 1;
    offer_outpatient_care(lives, client, detail::numbered(ChoiceFor::accepted_offer, referral));
}

} // namespace tsunagi
