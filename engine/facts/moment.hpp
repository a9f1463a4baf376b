#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/facts/fact_stream.hpp"
#include "engine/random/streams.hpp"

namespace tsunagi {

/// What every process needs at an instant: the time, the future, chance, and somebody to tell.
struct Moment {
    SimTime now{};
    Calendar& calendar;
    Streams& streams;
    FactStream& facts;
};

} // namespace tsunagi
