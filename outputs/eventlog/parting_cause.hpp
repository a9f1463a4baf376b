#pragma once

#include "outputs/eventlog/life_difference.hpp"

#include <vector>

namespace tsunagi {

/// Finds for each parting the last difference between the two runs that comes before it and bears
/// on it, and keeps it as the parting's cause. Facts tell what came before, not what would have
/// happened without it: the further down the list, the less a difference proves.
///
/// 1. A contact of the agencies concerned at that very instant, in one run alone.
/// 2. Where the effective link of the pair differs: the last contact of the pair in one run alone.
/// 3. The household's other life, where that has parted before.
/// 4. At the same agency, what somebody else took or gave up in one run alone: an appointment, a
///    place, a position on a list, care.
/// 5. The last contact of one of the agencies in one run alone, which took hours of theirs.
///
/// @param comparison   of the two books, with the levels of links where they are known
/// @param agency_keys  by AgencyId row
void find_causes(LifeComparison& comparison,
                 const LifeBook& base,
                 const LifeBook& other,
                 const std::vector<EntityKey>& agency_keys);

} // namespace tsunagi
