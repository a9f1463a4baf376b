#pragma once

#include "engine/observation/groups.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/people/client.hpp"

#include <array>
#include <cstdint>

namespace tsunagi {

/// The groups of one person, all of them fixed at intake.
struct PersonGroups {
    std::array<Level, attributes_with_levels> levels{};
    std::uint32_t municipality{};
    SimTime scheduled_end{};
};

/// @param person  of the justice system, as at entry
PersonGroups groups_of(const Client& person, const ObservationSpan& span);

} // namespace tsunagi
