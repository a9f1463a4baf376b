#pragma once

#include "scenarios/regions/region_file.hpp"

namespace tsunagi::detail {

// Parts of a region file in the order of reading: later parts use what earlier ones put into
// `region`.

/// [municipality.*], [agency.*], [travel], `centre`, `probation_office`.
void read_agencies(TableReader& root, RegionFile& region);

/// [links] but for the contacts held.
void read_links(const Field& field, RegionFile& region);

/// [label.*]: what is switched on.
void read_labels(TableReader& root, RegionFile& region);

/// `held` of observed [links].
void read_held_contacts(const Field& links, RegionFile& region);

} // namespace tsunagi::detail
