#pragma once

#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Lets one event happen.
void handle_event(const Event& event, Views& views);

} // namespace tsunagi
