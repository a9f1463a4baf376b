#pragma once

#include "outputs/store/names.hpp"

#include <span>

namespace tsunagi::detail {

// Texts of the positions of fixed axes, in the order of their enumerations.

std::span<const PositionText> count_texts();
std::span<const PositionText> group_texts();
std::span<const PositionText> level_texts();
std::span<const PositionText> first_event_texts();
std::span<const PositionText> use_event_texts();
std::span<const PositionText> service_texts();
std::span<const PositionText> episode_outcome_texts();
std::span<const PositionText> route_texts();
std::span<const PositionText> task_texts();
std::span<const PositionText> agency_count_texts();
std::span<const PositionText> service_count_texts();
std::span<const PositionText> admission_route_texts();
std::span<const PositionText> track_count_texts();
std::span<const PositionText> other_clients_texts();
std::span<const PositionText> other_count_texts();

} // namespace tsunagi::detail
