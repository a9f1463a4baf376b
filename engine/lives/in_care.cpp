#include "engine/lives/in_care.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/drop_out.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/sessions.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/stay.hpp"
#include "engine/random/samplers.hpp"

#include <array>
#include <vector>

namespace tsunagi {

namespace {

Service draw_service(const LivesSetting& lives, ClientId person) {
    const auto& attributes = lives.care.attributes;
    const std::array shares{
        attributes.in_care_hospital, attributes.in_care_facility, attributes.in_care_centre};
    constexpr std::array options{Service::outpatient, Service::residence, Service::counselling};
    return options.at(
        choose_index(shares, own_uniform(lives, person, Draw::person_in_care_service)));
}

std::vector<AgencyId> who_could_have(const LivesSetting& lives, Service service) {
    switch (service) {
    case Service::outpatient:
        return detail::specialists_if_any(
            lives, detail::providers(lives, AgencyType::psychiatric_hospital, service));
    case Service::residence:
        return detail::providers(lives, AgencyType::recovery_facility, service);
    default:
        return detail::providers(lives, AgencyType::mental_health_welfare_center, service);
    }
}

OptionalId<AgencyTag> who_has_in_care(const LivesSetting& lives, ClientId person, Service service) {
    auto agencies = who_could_have(lives, service);
    std::erase_if(agencies, [&](AgencyId agency) {
        return !lives.care.units.of(agency, service).places.has_free();
    });
    return choose_among(lives.care,
                        person,
                        {.service = service,
                         .among = agencies,
                         .occurrence = detail::numbered(detail::ChoiceFor::in_care_already, 0)});
}

double draw_fit_factor(const LivesSetting& lives, ClientId person, AgencyId agency) {
    const double chance =
        fit_probability(lives.care.recognition, lives.care.region.agencies[agency].quality);
    // No partner in the address: this is no referral.
    const double uniform = own_uniform(lives, person, Draw::plan_fit);
    return fit_factor(lives.care.episode, happens(chance, uniform) ? Fit::fit : Fit::misfit);
}

void go_on_with(const LivesSetting& lives, ClientId person, AgencyId agency, Service service) {
    const auto detail = static_cast<std::uint8_t>(service);
    for (const auto kind : {FactKind::session_attended, FactKind::second_visit}) {
        tell(lives.care, {.kind = kind, .client = person, .agency = agency, .detail = detail});
    }
    attend(lives.care, person, agency);
    open_episode(lives.care,
                 {.client = person,
                  .agency = agency,
                  .service = service,
                  .route = Route::self,
                  .own_factor = draw_fit_factor(lives, person, agency)});
}

} // namespace

void continue_care(const LivesSetting& lives, ClientId person) {
    if (!happens(lives.care.attributes.in_care, own_uniform(lives, person, Draw::person_in_care))) {
        return;
    }
    const auto service = draw_service(lives, person);
    const auto agency = who_has_in_care(lives, person, service);
    if (!agency.has_value()) {
        return;
    }
    if (service == Service::residence) {
        close_track(lives, person, entry_of(lives, person));
        enter_residence(lives, person, agency.value());
    } else {
        go_on_with(lives, person, agency.value(), service);
    }
}

} // namespace tsunagi
