#pragma once

#include "engine/calendar/detail/calendar_entry.hpp"
#include "engine/core/append.hpp"

#include <cstddef>
#include <span>

namespace tsunagi::detail {

/// How many entries are put in order by comparison counting, and within how many ticks they lie.
constexpr std::size_t most_counted = tiny_buffers ? 3 : 64;
constexpr unsigned counted_bits = 24;

/// Puts a handful of entries in order of their ticks, the latest first; those of one tick in no
/// order that means anything. Each finds its place by the number of those that are later. Instants
/// are random, so that a processor guesses wrong at every other comparison that a sort branches on;
/// here all are made and none is branched on, several at a time. Source: D. E. Knuth, The art of
/// computer programming 3 (1998), 5.2, algorithm C.
/// @pre at most most_counted entries, whose ticks differ by less than 2^counted_bits
void order_by_counting(std::span<CalendarEntry> entries);

} // namespace tsunagi::detail
