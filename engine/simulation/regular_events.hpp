#pragma once

#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Puts the regular events of a run's start into the calendar: arrivals, contacts, rotation,
/// refresh.
void start_events(Views& views);

/// Clocks see every link as it is held: of handovers, of tracks, of consultations.
void refresh_links(Views& views);

/// 1 April: staff move, understanding falls.
void rotate(Views& views);

/// The first of a month: clocks see links, ages and what else changes slowly as they are.
void refresh(Views& views);

} // namespace tsunagi
