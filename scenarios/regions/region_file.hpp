#pragma once

#include "engine/region/region.hpp"
#include "engine/region/way.hpp"
#include "engine/relations/parameters.hpp"
#include "scenarios/catalogue/catalogue.hpp"
#include "scenarios/parameters/parameter_book.hpp"
#include "scenarios/reader/inputs.hpp"
#include "scenarios/reader/read_result.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// An id of a region file with the name people know it by.
struct NamedId {
    std::string id;
    Words name;
};

/// A region with nothing in it, to be filled.
Region empty_region();

/// A region file as read: the engine's region, the numbers it rests on, and the names that pages
/// print.
struct RegionFile {
    Region region;
    ParameterBook book;
    RotationMode rotation_mode{};
    Catalogue catalogue;
    Words name;
    std::vector<NamedId> agencies;       ///< by AgencyId row
    std::vector<NamedId> municipalities; ///< by MunicipalityId row

    /// The numbers for the engine, rotation mode included.
    Parameters parameters() const;
    /// The labels of referrals that are switched on, in the order of the catalogue.
    std::vector<NamedId> referral_labels() const;
    /// How people get from agency to agency in it.
    std::vector<Way> ways() const;
};

/// Reads a region with its catalogue and parameters.
/// @param changes  a study's own `[parameters]`, applied after the region's; none if null
/// @return nothing if anything is wrong
std::optional<RegionFile> read_region(Inputs& inputs,
                                      const std::string& file,
                                      const Position& named_at,
                                      const Field* changes,
                                      FaultLog& faults);

/// Reads a region file on its own.
ReadResult<RegionFile> load_region(const std::string& file);

/// Label of the guarantor meetings that staff of the centre attend.
inline constexpr std::string_view guarantor_meetings_label = "t2.05";

/// The catalogue's row of the standing contact whose label a text names. Tells a fault and returns
/// null where there is none, where its mechanism is not built, or where the label is no contact.
const CollaborationRow* find_contact(const Field& named, const Catalogue& catalogue);

/// Whether a standing contact is switched on in the region. Tells a fault of the text that names it
/// where it is not.
bool is_switched_on(const Field& named, const CollaborationRow& contact, const Region& region);

/// Tells a fault if a pair would attend more guarantor meetings a year than the probation office
/// holds.
void check_meetings(const Field& per_year, std::string_view label, const ParameterBook& book);

/// The agency that a text of a region or policy file means: by id, or by type where the region has
/// one of that type. Tells a fault and returns nothing where there is none.
std::optional<AgencyId> find_agency(const Field& named, const RegionFile& region);

} // namespace tsunagi
