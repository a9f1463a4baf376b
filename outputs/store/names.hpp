#pragma once

#include "engine/observation/metrics.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace tsunagi {

/// What a position of a fixed axis is called and what it means. Names are frozen: files are read by
/// them.
struct PositionText {
    std::string_view name;
    std::string_view en; ///< a sentence
    std::string_view ja;
};

/// Fixed axes of the part "runs" whose positions an enumeration of the engine names.
enum class FixedAxis : std::uint8_t {
    count,
    group,
    level,
    first_event,
    use_event,
    service,
    episode_outcome,
    route,
    task,
    agency_count,
    service_count,
    admission_route,
    track_count,
    other_client,
    other_count,
};
inline constexpr std::size_t fixed_axes = 15;

/// "count", "first_event", ...
std::string_view name_of(FixedAxis axis);
/// All positions of an axis, in the order of its enumeration.
std::span<const PositionText> positions_of(FixedAxis axis);

/// Names under which results files and JSON hold the engine's enumerations.
std::string_view name_of(Count count);
std::string_view name_of(LinkGroup group);
std::string_view name_of(Level level);
std::string_view name_of(Route route);
std::string_view name_of(Task task);
std::string_view name_of(Service service);
std::string_view name_of(AdmissionRoute route);

} // namespace tsunagi
