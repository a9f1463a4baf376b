#pragma once

#include "engine/people/intake.hpp"
#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Puts the n-th arrival of a source into the calendar; nothing for a source without arrivals.
void schedule_arrival(Views& views, ArrivalSource source, std::uint32_t ordinal);

/// Somebody arrives: a person of the justice system with the family, if there is one, or another
/// client of an agency. The next arrival of the source is drawn.
void arrive(const Event& event, Views& views);

} // namespace tsunagi
