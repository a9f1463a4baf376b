#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tsunagi {

/// What a number in a fact stands for: a position of an enumeration, or an amount.
enum class FactField : std::uint8_t {
    nothing,
    // positions
    client_kind,
    custody_cause,
    consent,
    route,
    loss,
    service,
    booking_attempt,
    episode_end,
    list_exit,
    known_type,
    arrest_cause,
    admission_bed,
    residence,
    bump,
    admission_route,
    track_end,
    task,
    // amounts
    ordinal,       ///< counted from 0; people read it counted from 1
    count,         ///< as it is
    return_parole, ///< 0: supervision as sentenced; n: the n-th return parole
    days,          ///< in ticks; people read days
    hours,         ///< in ticks; people read hours
    share,         ///< in millionths; people read a number from 0 to 1
};

/// Names of the positions, those of the enumerators and in their order; empty for an amount.
std::span<const std::string_view> names_of(FactField field);

/// What the ids of the positions' messages begin with; a name follows. Empty for an amount.
std::string_view message_prefix(FactField field);

/// Name of a position.
/// @throws ContractViolation where the field has no such position
std::string_view name_of(FactField field, std::int64_t position);

} // namespace tsunagi
