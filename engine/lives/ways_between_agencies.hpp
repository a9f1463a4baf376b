#pragma once

#include "engine/lives/parameters.hpp"
#include "engine/people/parameters.hpp"
#include "engine/region/region.hpp"
#include "engine/region/way.hpp"

#include <vector>

namespace tsunagi {

/// Every way by which a run hands people on from agency to agency, or brings them to one by no
/// agency's hand: the labels switched on, in printed order, then the processes that always run.
///
/// What no agency of the region could do in any replication is left out, and so is a label that is
/// never offered (offer_warm 0) and a track for which no family trusts a facility enough; all other
/// numbers on which processes rest have bounds above 0. Nor does care count that somebody was in
/// when supervision started. Source: engine/README.md, ways between agencies.
std::vector<Way>
ways_of(const Region& region, const FamilyParameters& family, const AdmissionParameters& admission);

} // namespace tsunagi
