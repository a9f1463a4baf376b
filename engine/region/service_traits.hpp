#pragma once

#include "engine/facts/details.hpp"
#include "engine/region/agency_type.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// What a service is, wherever it is offered.
struct ServiceTraits {
    enum class Form : std::uint8_t {
        individual, ///< each client's own dates
        group,      ///< on a fixed calendar of the agency
        residential ///< every day
    } form{};
    enum class Subject : std::uint8_t { person, family } subject{};
    /// Whether a contact counts as support of the person (engine/README.md, outcomes).
    enum class Support : std::uint8_t { no, yes } support{};
    /// Whether the scale of drop-out is tied to the share that V02 saw leave within a year.
    enum class Scale : std::uint8_t { stated, tied } scale{};
    enum class Course : std::uint8_t {
        open,    ///< no planned end
        set,     ///< ends after a set number of dates
        reviewed ///< goes on or ends in order at each review
    } course{};
    Task later_session{}; ///< what the hours of its individual sessions are spent on
};

/// In the order of Service; a closed table.
extern const std::array<ServiceTraits, services> service_traits;

/// The traits of a service.
inline const ServiceTraits& traits_of(Service service) {
    return service_traits.at(static_cast<std::size_t>(service));
}

/// Whether a client lives where the service is: a bed or a residential place.
inline bool is_residential(Service service) {
    return traits_of(service).form == ServiceTraits::Form::residential;
}

/// Whether a contact through a service counts as support of the person, wherever it is offered.
inline bool counts_as_support(Service service) {
    return traits_of(service).support == ServiceTraits::Support::yes;
}
/// Whether a contact with an agency through one of its services counts as support of the person: as
/// the service says, but a stay in an offender rehabilitation facility is a home for a while.
bool counts_as_support(AgencyType type, Service service);

} // namespace tsunagi
