#include "engine/relations/region_draw.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/understanding.hpp"
#include "engine/statistics/one_factor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace tsunagi {

namespace {

// Survey rows are asked per type; the type's draw belongs to the agency nearest to the centre.
Column<AgencyId, LinkQuality> draw_qualities(const Region& region,
                                             const TypicalLinks& links,
                                             double correlation,
                                             Streams& streams) {
    Column<AgencyId, LinkQuality> qualities{region.agencies.size(), LinkQuality::not_good};
    const auto centre_key = region.agencies[region.centre].key;
    const double trait = streams.normal({.purpose = Draw::region_trait, .entity = centre_key});
    for (std::size_t type = 0; type < agency_types; ++type) {
        const double share = links.good_share.at(type);
        if (share <= 0.0) {
            continue;
        }
        const double own = streams.normal({.purpose = Draw::region_partner_good,
                                           .entity = centre_key,
                                           .option = static_cast<std::uint32_t>(type)});
        const double latent = std::sqrt(correlation) * trait + std::sqrt(1.0 - correlation) * own;
        if (latent <= det::normal_quantile(1.0 - share)) {
            continue;
        }
        std::optional<AgencyId> nearest;
        const auto& minutes = region.agencies[region.centre].minutes_from_agency;
        for (std::size_t row = 0; row < region.agencies.size(); ++row) {
            const auto agency = region.agencies.id(row);
            if (static_cast<std::size_t>(region.agencies[agency].type) == type &&
                (!nearest || minutes.at(row) < minutes.at(nearest->row()))) {
                nearest = agency;
            }
        }
        for (std::size_t row = 0; row < region.agencies.size(); ++row) {
            const auto agency = region.agencies.id(row);
            if (static_cast<std::size_t>(region.agencies[agency].type) != type) {
                continue;
            }
            const bool good = agency == nearest ||
                              happens(links.further_agency_good,
                                      streams.uniform({.purpose = Draw::region_further_good,
                                                       .entity = region.agencies[agency].key}));
            qualities[agency] = good ? LinkQuality::good : LinkQuality::not_good;
        }
    }
    return qualities;
}

double tenure_of(const Region& region, const RelationParameters& parameters, AgencyId agency) {
    return parameters.tenure_years.at(static_cast<std::size_t>(region.agencies[agency].tenure));
}

// Contact we are not told of: what a good pair needs beside its drawn activities to carry the mean
// level L.
void top_up(const Region& region,
            const RelationParameters& parameters,
            const TypicalLinks& links,
            std::array<AgencyId, 2> pair,
            RegionDraw& draw) {
    double carried = 0.0;
    for (const auto& held : draw.activities) {
        if (held.first == pair[0] && held.second == pair[1]) {
            carried += held.activity->weight * held.per_year;
        }
    }
    const double needed = weight_for_level(parameters,
                                           tenure_of(region, parameters, pair[0]),
                                           tenure_of(region, parameters, pair[1]),
                                           links.level_of_good_link);
    const double missing = (needed - carried) / region.liaison.weight;
    if (missing > 0.0) {
        draw.activities.push_back({pair[0], pair[1], &region.liaison, missing});
    }
}

// Each printed activity with its own chance, given at least one: by inversion of the conditional
// law, in printed order.
void draw_activities(const Region& region,
                     const TypicalLinks& links,
                     AgencyId partner_agency,
                     RegionDraw& draw,
                     Streams& streams) {
    std::vector<const ContactActivity*> drawable;
    for (const auto& activity : region.activities) {
        if (activity.partner_type == region.agencies[partner_agency].type) {
            drawable.push_back(&activity);
        }
    }
    const auto pair =
        pair_key(region.agencies[region.centre].key, region.agencies[partner_agency].key);
    bool any_held = false;
    for (std::size_t i = 0; i < drawable.size(); ++i) {
        double share = activity_share(*drawable[i], links);
        if (!any_held) {
            double none = 1.0;
            for (std::size_t j = i; j < drawable.size(); ++j) {
                none *= 1.0 - activity_share(*drawable[j], links);
            }
            share = std::min(1.0, share / (1.0 - none));
        }
        const double uniform = streams.uniform({.purpose = Draw::region_activity,
                                                .entity = pair,
                                                .partner = partner(drawable[i]->label)});
        if (happens(share, uniform)) {
            any_held = true;
            draw.activities.push_back(
                {region.centre, partner_agency, drawable[i], drawable[i]->per_year});
        }
    }
}

void draw_facility_hospital(const Region& region,
                            const RelationParameters& parameters,
                            const TypicalLinks& links,
                            RegionDraw& draw,
                            Streams& streams) {
    for (std::size_t facility = 0; facility < region.agencies.size(); ++facility) {
        for (std::size_t hospital = 0; hospital < region.agencies.size(); ++hospital) {
            const auto one = region.agencies.id(facility);
            const auto other = region.agencies.id(hospital);
            if (region.agencies[one].type != AgencyType::recovery_facility ||
                region.agencies[other].type != AgencyType::psychiatric_hospital ||
                draw.with_centre[one] != LinkQuality::good ||
                draw.with_centre[other] != LinkQuality::good) {
                continue;
            }
            const auto pair = pair_key(region.agencies[one].key, region.agencies[other].key);
            if (happens(
                    links.facility_hospital_good,
                    streams.uniform({.purpose = Draw::region_facility_hospital, .entity = pair}))) {
                top_up(region, parameters, links, {one, other}, draw);
            }
        }
    }
}

RegionDraw draw_typical(const Region& region,
                        const RelationParameters& parameters,
                        const TypicalLinks& links,
                        double correlation,
                        Streams& streams) {
    RegionDraw draw;
    draw.with_centre = draw_qualities(region, links, correlation, streams);
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        const auto agency = region.agencies.id(row);
        if (draw.with_centre[agency] == LinkQuality::good) {
            draw_activities(region, links, agency, draw, streams);
            top_up(region, parameters, links, {region.centre, agency}, draw);
        }
    }
    draw_facility_hospital(region, parameters, links, draw, streams);
    return draw;
}

RegionDraw stated(const Region& region, const ObservedLinks& links) {
    RegionDraw draw;
    draw.with_centre = Column<AgencyId, LinkQuality>{region.agencies.size(), LinkQuality::not_good};
    for (const auto& held : links.held) {
        const auto known = std::find_if(
            region.activities.begin(),
            region.activities.end(),
            [&](const ContactActivity& activity) { return activity.label == held.label; });
        const bool liaison = held.label == region.liaison.label;
        expects(liaison || known != region.activities.end(),
                "a held activity is one of the region's");
        draw.activities.push_back(
            {held.first, held.second, liaison ? &region.liaison : &*known, held.per_year});
    }
    return draw;
}

} // namespace

double activity_share(const ContactActivity& activity, const TypicalLinks& links) {
    const double good =
        links.good_share.at(static_cast<std::size_t>(activity.partner_type)) / links.any_good_share;
    return std::min(1.0, activity.mentions / (links.interviewed_centres * good));
}

double fitted_correlation(const Region& region) {
    const auto* links = std::get_if<TypicalLinks>(&region.links);
    return links == nullptr ? 0.0 : fit_correlation(links->good_share, links->any_good_share);
}

RegionDraw draw_region(const Region& region,
                       const RelationParameters& parameters,
                       double correlation,
                       Streams& streams) {
    if (const auto* observed = std::get_if<ObservedLinks>(&region.links)) {
        return stated(region, *observed);
    }
    return draw_typical(
        region, parameters, std::get<TypicalLinks>(region.links), correlation, streams);
}

} // namespace tsunagi
