#include "outputs/store/names.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/detail/position_texts.hpp"

#include <array>

namespace tsunagi {
namespace {

constexpr std::array<std::string_view, fixed_axes> axis_names{"count",
                                                              "group",
                                                              "level",
                                                              "first_event",
                                                              "use_event",
                                                              "service",
                                                              "episode_outcome",
                                                              "route",
                                                              "task",
                                                              "agency_count",
                                                              "service_count",
                                                              "admission_route",
                                                              "track_count",
                                                              "other_client",
                                                              "other_count"};

template <class Enum> std::string_view name_on(FixedAxis axis, Enum value) {
    const auto row = static_cast<std::size_t>(value);
    const auto positions = positions_of(axis);
    expects(row < positions.size(), "every enumerator has a name");
    return positions[row].name;
}

} // namespace

std::string_view name_of(FixedAxis axis) {
    return axis_names.at(static_cast<std::size_t>(axis));
}

std::span<const PositionText> positions_of(FixedAxis axis) {
    switch (axis) {
    case FixedAxis::count:
        return detail::count_texts();
    case FixedAxis::group:
        return detail::group_texts();
    case FixedAxis::level:
        return detail::level_texts();
    case FixedAxis::first_event:
        return detail::first_event_texts();
    case FixedAxis::use_event:
        return detail::use_event_texts();
    case FixedAxis::service:
        return detail::service_texts();
    case FixedAxis::episode_outcome:
        return detail::episode_outcome_texts();
    case FixedAxis::route:
        return detail::route_texts();
    case FixedAxis::task:
        return detail::task_texts();
    case FixedAxis::agency_count:
        return detail::agency_count_texts();
    case FixedAxis::service_count:
        return detail::service_count_texts();
    case FixedAxis::admission_route:
        return detail::admission_route_texts();
    case FixedAxis::track_count:
        return detail::track_count_texts();
    case FixedAxis::other_client:
        return detail::other_clients_texts();
    case FixedAxis::other_count:
        return detail::other_count_texts();
    }
    violate("fixed axis out of range", __FILE__, __LINE__);
}

std::string_view name_of(Count count) {
    return name_on(FixedAxis::count, count);
}
std::string_view name_of(LinkGroup group) {
    return name_on(FixedAxis::group, group);
}
std::string_view name_of(Level level) {
    return name_on(FixedAxis::level, level);
}
std::string_view name_of(Route route) {
    return name_on(FixedAxis::route, route);
}
std::string_view name_of(Task task) {
    return name_on(FixedAxis::task, task);
}
std::string_view name_of(Service service) {
    return name_on(FixedAxis::service, service);
}
std::string_view name_of(AdmissionRoute route) {
    return name_on(FixedAxis::admission_route, route);
}

} // namespace tsunagi
