#pragma once

#include "engine/facts/details.hpp"

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
    /// Whether it ends after a set number of dates.
    enum class Course : std::uint8_t { open, set } course{};
    Task later_session{}; ///< what the hours of its sessions are spent on
};

/// The traits of a service; a closed table.
const ServiceTraits& traits_of(Service service);

} // namespace tsunagi
