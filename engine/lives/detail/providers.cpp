#include "engine/lives/detail/providers.hpp"

#include "engine/lives/awareness.hpp"

#include <algorithm>

namespace tsunagi::detail {

std::vector<AgencyId> providers(const LivesSetting& lives, AgencyType type, Service service) {
    std::vector<AgencyId> found;
    for_each_provider(lives, type, service, [&](AgencyId agency) { found.push_back(agency); });
    return found;
}

OptionalId<AgencyTag> first_provider(const LivesSetting& lives, AgencyType type, Service service) {
    const auto found = providers(lives, type, service);
    const auto first =
        std::min_element(found.begin(), found.end(), [&](AgencyId one, AgencyId other) {
            return lives.care.region.agencies[one].key < lives.care.region.agencies[other].key;
        });
    return first == found.end() ? OptionalId<AgencyTag>{} : OptionalId<AgencyTag>{*first};
}

bool is_facility(const LivesSetting& lives, AgencyId agency) {
    return known_type(lives.care.region.agencies[agency].type) == Known::facility;
}

bool is_specialist(const Agency& hospital) {
    const auto& services = hospital.services;
    return std::any_of(services.begin(), services.end(), [](const OfferedService& offered) {
        return offered.service == Service::hospital_programme ||
               (offered.service == Service::bed && offered.places.has_value());
    });
}

bool is_specialist(const LivesSetting& lives, AgencyId hospital) {
    return is_specialist(lives.care.region.agencies[hospital]);
}

std::vector<AgencyId> specialists_if_any(const LivesSetting& lives,
                                         std::vector<AgencyId> hospitals) {
    const auto general =
        std::stable_partition(hospitals.begin(), hospitals.end(), [&](AgencyId hospital) {
            return is_specialist(lives, hospital);
        });
    if (general != hospitals.begin()) {
        hospitals.erase(general, hospitals.end());
    }
    return hospitals;
}

double link_between(const LivesSetting& lives, AgencyId one, AgencyId other, Reader reader) {
    const auto& care = lives.care;
    const auto pair = care.links.find(one, other);
    if (!pair.has_value()) {
        return 0.0;
    }
    return reader == Reader::clock ? care.links.effective_held(pair.value(), care.effect)
                                   : consented_link(care, pair, Consent::given);
}

} // namespace tsunagi::detail
