#pragma once

#include "engine/core/column.hpp"
#include "engine/core/id.hpp"
#include "engine/random/streams.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/parameters.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi {

enum class LinkQuality : std::uint8_t { not_good, good };

/// A standing contact of a drawn or observed region. Liaison carries the generic label and its
/// computed frequency.
struct DrawnActivity {
    AgencyId first; ///< the centre, or the facility of a facility-hospital pair
    AgencyId second;
    const ContactActivity* activity = nullptr; ///< in the region
    double per_year{};
};

/// One region's links as a replication finds them; the scenario has no part in it.
struct RegionDraw {
    Column<AgencyId, LinkQuality>
        with_centre; ///< drawn quality of the pair with the centre; observed regions: not_good
    std::vector<DrawnActivity> activities;
    /// Services that exist in this replication, by agency, in the order of the region.
    Column<AgencyId, std::vector<OfferedService>> services;

    bool offers(AgencyId agency, Service service) const;
};

/// Draws which pairs of the centre are good and which standing contacts they hold; an observed
/// region states them.
///
/// A latent trait Z of the centre makes links good together (one-factor model with correlation
/// rho); each good pair holds every printed activity with the share seen among the interviewed
/// centres, at least one where any is drawable; liaison contact carries what the drawn activities
/// do not. Source: engine/README.md, drawing a typical region.
/// @param correlation  rho in [0, 1), fitted to the share of centres with at least one good link
RegionDraw draw_region(const Region& region,
                       const RelationParameters& parameters,
                       double correlation,
                       Streams& streams);

/// rho of a typical region, so that P(at least one good link) is the surveyed share; 0 for an
/// observed region.
double fitted_correlation(const Region& region);

/// Chance that a good pair holds an activity: min(1, mentions / (interviewed x share of good
/// pairs)).
double activity_share(const ContactActivity& activity, const TypicalLinks& links);

} // namespace tsunagi
