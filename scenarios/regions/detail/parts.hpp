#pragma once

#include "scenarios/parameters/quantity.hpp"
#include "scenarios/regions/region_file.hpp"

#include <span>
#include <string>
#include <vector>

namespace tsunagi::detail {

/// Tells a fault of a table as a whole, whose text says nothing.
void tell(const Field& table,
          std::string fault,
          std::vector<FaultArgument> arguments = {},
          std::vector<std::string> nearest = {});

// Parts of a region file in the order of reading: later parts use what earlier ones put into
// `region`.

/// [municipality.*], [agency.*], [travel], `centre`, `probation_office`.
void read_agencies(TableReader& root, RegionFile& region);

/// [agency.ID.services] of an agency of this type.
std::vector<OfferedService>
read_services(const Field& field, AgencyType type, const RegionFile& region);

/// Whether people come for a service from where they live, rather than to stay.
bool people_travel_to(std::span<const OfferedService> offered);

/// Tells agencies without hours that offer services which take hours, and the centre and the
/// probation office without hours, where somebody must be there to be seen.
/// @param agencies  their tables, by AgencyId row
void check_hours_of_services(std::span<const Field> agencies, const RegionFile& region);

/// Tells agencies without hours whose contacts take hours. Call it after all else has been read
/// without a fault.
void check_hours_of_contacts(TableReader& root, const RegionFile& region);

/// Tells labels that need a service nobody offers, and a centre that does not counsel. Call it
/// after all else has been read without a fault.
void check_services(TableReader& root, const RegionFile& region);

/// [links] but for the contacts held.
void read_links(const Field& field, RegionFile& region);

/// [label.*]: what is switched on.
void read_labels(TableReader& root, RegionFile& region);

/// `held` of observed [links].
void read_held_contacts(const Field& links, RegionFile& region);

} // namespace tsunagi::detail
