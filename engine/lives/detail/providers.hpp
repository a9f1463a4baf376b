#pragma once

#include "engine/lives/lives_setting.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Visits the agencies of one type that offer a service in this world.
template <class Visit>
void for_each_provider(const LivesSetting& lives,
                       AgencyType type,
                       Service service,
                       const Visit& visit) {
    for (const auto& unit : lives.care.units.all()) {
        if (unit.service == service && lives.care.region.agencies[unit.agency].type == type) {
            visit(unit.agency);
        }
    }
}

/// Agencies of one type that offer a service in this world.
std::vector<AgencyId> providers(const LivesSetting& lives, AgencyType type, Service service);

/// Of several the one of lowest key, whatever the order of files: for agencies among which nobody
/// chooses. No value where there is none.
OptionalId<AgencyTag> first_provider(const LivesSetting& lives, AgencyType type, Service service);

/// A recovery facility, of the prefecture or beyond.
bool is_facility(const LivesSetting& lives, AgencyId agency);

/// A hospital with a programme of its own, or with beds set aside for drug dependence; all others
/// are general.
bool is_specialist(const Agency& hospital);
bool is_specialist(const LivesSetting& lives, AgencyId hospital);

/// The specialist ones of some hospitals; all of them where none is.
std::vector<AgencyId> specialists_if_any(const LivesSetting& lives,
                                         std::vector<AgencyId> hospitals);

/// Whether clocks read a link, held between its own events, or a decision does, at this instant.
enum class Reader : std::uint8_t { clock, decision };

/// Effective link of two agencies, 0 where they are no pair. Nothing about a client flows here.
double link_between(const LivesSetting& lives, AgencyId one, AgencyId other, Reader reader);

/// The n-th decision of something that itself comes in numbers.
inline std::uint64_t numbered(std::uint32_t which, std::uint32_t decision) {
    return std::uint64_t{which} << 32U | decision;
}

/// What a choice among agencies is made for: tells choices of one client and service apart.
enum class ChoiceFor : std::uint8_t { consultation, accepted_offer, in_care_already };
inline std::uint64_t numbered(ChoiceFor purpose, std::uint32_t choice) {
    return numbered(static_cast<std::uint32_t>(purpose), choice);
}

} // namespace tsunagi::detail
