#pragma once

#include "engine/facts/moment.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/links.hpp"

namespace tsunagi {

/// 1 April: staff of every agency move, and both sides' loss falls on every pair under both
/// schedules. In event mode an agency's whole staff moves with probability 1 / tenure, drawn once
/// per agency and year for all its pairs.
/// @param year  fiscal year that begins, part of the draw's key
void rotate_staff(Links& links,
                  const Region& region,
                  const RelationParameters& parameters,
                  std::uint32_t year,
                  Moment moment);

} // namespace tsunagi
