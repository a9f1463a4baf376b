#pragma once

#include "engine/calendar/event_handle.hpp"
#include "engine/clocks/shared_hazard.hpp"
#include "engine/core/id.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace tsunagi {

/// Who has the same hazard of seeking a consultation at every instant: by whether the surroundings
/// see the need, and whether the person is in the window after a crisis.
enum class ConsultationGroup : std::uint8_t { plain, seen, in_window, seen_in_window };
inline constexpr std::size_t consultation_groups = 4;

/// The clock of one person's consultations.
struct Consultation {
    std::optional<ConsultationGroup> group; ///< while the clock runs
    std::optional<double> left; ///< of the threshold when it last ran; no value: none drawn yet
    std::uint32_t sought{};     ///< so far
};

/// The clocks of all persons who may seek a consultation: links change their hazards all at once.
struct ConsultationClocks {
    double per_month{}; ///< of a person of the plain group, by the links
    std::array<SharedHazard<ClientId>, consultation_groups> groups;
    std::optional<SharedHazard<ClientId>::Firing> scheduled; ///< what stands in the calendar
    EventHandle event;
};

} // namespace tsunagi
