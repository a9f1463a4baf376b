#include "engine/lives/family_course.hpp"

#include "engine/care/episode_course.hpp"
#include "engine/care/in_touch.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/own_booking.hpp"
#include "engine/people/family.hpp"
#include "engine/region/service_traits.hpp"

#include <array>

namespace tsunagi {

namespace {

void grow(double& share, double gain) {
    share += gain * (1.0 - share);
}

// Without what the person's bumps add.
double call_rate(const LivesSetting& lives, ClientId family) {
    const auto& care = lives.care;
    const bool could = knows(care.clients[family], Known::centre) &&
                       !is_in_touch(care, family, care.region.centre);
    return could ? care.family.call_per_year : 0.0;
}

double join_class_rate(const LivesSetting& lives, ClientId family) {
    const auto& care = lives.care;
    const auto centre = care.region.centre;
    const auto has = [&](Service service) {
        return care.episodes.open_at(family, centre, service).has_value();
    };
    const bool could = has(Service::family_counselling) && !has(Service::family_class) &&
                       care.units.offers(centre, Service::family_class) &&
                       minutes_to(care, family, centre) <= care.choice.longest_minutes;
    return could ? care.family.join_class_per_year : 0.0;
}

// The first appointment is an individual interview whatever follows.
double understanding_gain(const FamilyParameters& parameters, const Fact& attended) {
    const bool individual =
        attended.kind == FactKind::first_contact ||
        traits_of(static_cast<Service>(attended.detail)).form == ServiceTraits::Form::individual;
    return individual ? parameters.understanding_gain : parameters.class_gain;
}

} // namespace

void enter_family(const LivesSetting& lives, ClientId family) {
    const auto& care = lives.care;
    const double start =
        lives.start_understanding.at(own_uniform(lives, family, Draw::family_understanding));
    auto& life = care.clients.family(family);
    life.start_understanding = start;
    life.understanding = start;
    life.understanding_at = care.moment.now;
    life.recognition = care.family.start_recognition;
    for (std::size_t row = 0; row < care.region.agencies.size(); ++row) {
        const auto agency = care.region.agencies.id(row);
        if (detail::is_facility(lives, agency)) {
            acquaintance(care, family, agency).trust = care.family.start_trust;
        }
    }
    start_awareness(lives, family);
    if (knows(care.clients[family], Known::centre)) {
        tell(care,
             {.kind = FactKind::became_aware, .client = family, .agency = care.region.centre});
    }
    reconsider_family(lives, family);
}

void reconsider_family(const LivesSetting& lives, ClientId family) {
    if (has_departed(lives.care.clients[family])) {
        return;
    }
    if (lives.care.clients[family].kind == ClientKind::family) {
        // Only a family in care brings anybody, and its understanding fades.
        lives.care.clients.next_look(family) =
            is_out_of_care(lives.care, family) ? SimTime::max() : SimTime::min();
        set_call(lives, family, call_rate(lives, family));
    }
    set_hazard(lives, family, {FamilyHazard::join_class, join_class_rate(lives, family)});
}

void call_centre(const LivesSetting& lives, ClientId family) {
    tell(lives.care,
         {.kind = FactKind::family_called, .client = family, .agency = lives.care.region.centre});
    book_at_centre(lives, family, Route::self);
}

void join_class(const LivesSetting& lives, ClientId family) {
    const auto& care = lives.care;
    const auto centre = care.region.centre;
    const auto counselling = care.episodes.open_at(family, centre, Service::family_counselling);
    // A hazard that finds no seat is lost: the clock of those who find one then runs only while
    // seats are free.
    if (care.units.of(centre, Service::family_class).places.has_free()) {
        const auto& beside = care.episodes[counselling.value()];
        open_episode(care,
                     {.client = family,
                      .agency = centre,
                      .service = Service::family_class,
                      .route = Route::self,
                      .own_factor = beside.own_factor,
                      .handover = beside.handover});
    }
    reconsider_family(lives, family);
}

void learn_from_session(const LivesSetting& lives, const Fact& attended) {
    const auto& care = lives.care;
    const auto family = attended.client.value();
    const auto& client = care.clients[family];
    if (client.kind != ClientKind::family) {
        return;
    }
    auto& life = care.clients.family(family);
    gain_understanding(
        life, care.family, understanding_gain(care.family, attended), care.moment.now);
    grow(life.recognition, care.family.recognition_gain);
    if (detail::is_facility(lives, attended.agency.value())) {
        meet_facility_staff(lives, family, attended.agency.value());
    }
    reconsider_family_entry(lives, client.relative.value());
}

void learn_from_crisis(const LivesSetting& lives, ClientId family) {
    grow(lives.care.clients.family(family).recognition, lives.care.family.recognition_crisis);
}

void meet_facility_staff(const LivesSetting& lives, ClientId family, AgencyId facility) {
    grow(acquaintance(lives.care, family, facility).trust, lives.care.family.trust_gain);
}

void end_family(const LivesSetting& lives, ClientId family, EpisodeEnd end) {
    constexpr std::array rates{FamilyRate{FamilyHazard::call, 0.0},
                               FamilyRate{FamilyHazard::join_class, 0.0},
                               FamilyRate{FamilyHazard::forget_centre, 0.0}};
    void_referrals(lives.care, family);
    end_episodes(lives.care, family, end);
    set_hazards(lives, family, rates);
}

} // namespace tsunagi
