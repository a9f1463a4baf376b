#pragma once

#include "engine/capacity/parameters.hpp"
#include "engine/capacity/staff_ledger.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/links.hpp"
#include "engine/relations/parameters.hpp"

namespace tsunagi {

/// What contacts act on and are paid from.
struct ContactSetting {
    const Region& region;
    const RelationParameters& relations;
    const HoursParameters& hours;
    Links& links;
    StaffLedger& ledger;
    SimTime run_start{};
    SimTime horizon{};
};

} // namespace tsunagi
