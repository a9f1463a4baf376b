#pragma once

#include "engine/region/region.hpp"
#include "engine/region/way.hpp"
#include "scenarios/reader/read_result.hpp"
#include "scenarios/studies/study.hpp"

#include <string>
#include <vector>

namespace tsunagi::program {

/// A region with its ways, and the names people know it, its agencies and its labels by.
struct NamedRegion {
    Region region;
    std::vector<Way> ways;
    Words name;
    std::vector<NamedText> agencies;        ///< by AgencyId row
    std::vector<NamedText> referral_labels; ///< those switched on
};

/// Reads a region file, or the region of a study.
ReadResult<NamedRegion> read_named_region(const std::string& file);

} // namespace tsunagi::program
