#include "engine/relations/region_draw.hpp"

#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/understanding.hpp"
#include "engine/statistics/one_factor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace tsunagi {

namespace {

std::vector<AgencyId> agencies_of(const Region& region, AgencyType type) {
    std::vector<AgencyId> found;
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        const auto agency = region.agencies.id(row);
        if (region.agencies[agency].type == type) {
            found.push_back(agency);
        }
    }
    return found;
}

AgencyId nearest_to_centre(const Region& region, const std::vector<AgencyId>& agencies) {
    const auto order = [&](AgencyId agency) {
        return std::pair{region.travel.minutes(region.centre, agency), region.agencies[agency].key};
    };
    return *std::min_element(agencies.begin(), agencies.end(), [&](AgencyId a, AgencyId b) {
        return order(a) < order(b);
    });
}

// One type of agency, good or not by its share of the common latent trait.
struct TypeDraw {
    AgencyType type{};
    double trait{}; ///< Z of the centre
    double correlation{};
};

bool is_good(const TypeDraw& draw, const TypicalLinks& links, EntityKey centre, Streams& streams) {
    const double share = links.good_share.at(static_cast<std::size_t>(draw.type));
    if (share <= 0.0) {
        return false;
    }
    const double own = streams.normal({.purpose = Draw::region_partner_good,
                                       .entity = centre,
                                       .option = static_cast<std::uint32_t>(draw.type)});
    const double latent =
        std::sqrt(draw.correlation) * draw.trait + std::sqrt(1.0 - draw.correlation) * own;
    return latent > det::normal_quantile(1.0 - share);
}

// Survey rows are asked per type; the type's draw belongs to the agency nearest to the centre.
Column<AgencyId, LinkQuality> draw_qualities(const Region& region,
                                             const TypicalLinks& links,
                                             double correlation,
                                             Streams& streams) {
    Column<AgencyId, LinkQuality> qualities{region.agencies.size(), LinkQuality::not_good};
    const auto centre_key = region.agencies[region.centre].key;
    const double trait = streams.normal({.purpose = Draw::region_trait, .entity = centre_key});
    for (std::size_t row = 0; row < agency_types; ++row) {
        const auto type = static_cast<AgencyType>(row);
        auto agencies = agencies_of(region, type);
        std::erase(agencies, region.centre); // nobody is its own partner
        if (!is_good({type, trait, correlation}, links, centre_key, streams) || agencies.empty()) {
            continue;
        }
        const auto nearest = nearest_to_centre(region, agencies);
        for (const auto agency : agencies) {
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

// Contact we are not told of: what a good pair needs beside its drawn activities, the last ones
// drawn, to carry the mean level L.
void top_up(const Region& region,
            const RelationParameters& parameters,
            const TypicalLinks& links,
            std::array<AgencyId, 2> pair,
            RegionDraw& draw) {
    const auto first = std::find_if(
        draw.activities.rbegin(), draw.activities.rend(), [&](const DrawnActivity& held) {
            return held.first != pair[0] || held.second != pair[1];
        });
    double carried = 0.0;
    for (auto held = first.base(); held != draw.activities.end(); ++held) {
        carried += held->activity->weight * held->per_year;
    }
    const double needed = weight_for_level(
        parameters,
        {tenure_of(region, parameters, pair[0]), tenure_of(region, parameters, pair[1])},
        links.level_of_good_link);
    const double missing = (needed - carried) / region.liaison.weight;
    if (missing > 0.0) {
        draw.activities.push_back({pair[0], pair[1], &region.liaison, missing});
    }
}

// Chance that the first of some activities is held, given that at least one of them is.
double share_given_any(std::span<const ContactActivity* const> activities,
                       const TypicalLinks& links) {
    double none = 1.0;
    for (const auto* activity : activities) {
        none *= 1.0 - activity_share(*activity, links);
    }
    return none < 1.0 ? std::min(1.0, activity_share(*activities.front(), links) / (1.0 - none))
                      : 0.0;
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
        const bool possible = !activity.needs || draw.offers(region.centre, *activity.needs);
        if (possible && activity.partner_type == region.agencies[partner_agency].type) {
            drawable.push_back(&activity);
        }
    }
    const auto pair =
        pair_key(region.agencies[region.centre].key, region.agencies[partner_agency].key);
    bool any_held = false;
    for (std::size_t i = 0; i < drawable.size(); ++i) {
        const double share = any_held ? activity_share(*drawable[i], links)
                                      : share_given_any(std::span{drawable}.subspan(i), links);
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
    const auto is_good = [&](AgencyId agency) {
        return draw.with_centre[agency] == LinkQuality::good;
    };
    for (const auto facility : agencies_of(region, AgencyType::recovery_facility)) {
        for (const auto hospital : agencies_of(region, AgencyType::psychiatric_hospital)) {
            const auto pair =
                pair_key(region.agencies[facility].key, region.agencies[hospital].key);
            if (is_good(facility) && is_good(hospital) &&
                happens(
                    links.facility_hospital_good,
                    streams.uniform({.purpose = Draw::region_facility_hospital, .entity = pair}))) {
                top_up(region, parameters, links, {facility, hospital}, draw);
            }
        }
    }
}

// Which services exist, agency by agency.
void draw_services(const Region& region, RegionDraw& draw, Streams& streams) {
    for (const auto& agency : region.agencies.values()) {
        std::vector<OfferedService> offered;
        for (const auto& service : agency.services) {
            const double uniform =
                streams.uniform({.purpose = Draw::region_service,
                                 .entity = agency.key,
                                 .option = static_cast<std::uint32_t>(service.service)});
            if (happens(service.share, uniform)) {
                offered.push_back(service);
            }
        }
        draw.services.push(std::move(offered));
    }
}

void draw_typical(const Region& region,
                  const RelationParameters& parameters,
                  const TypicalLinks& links,
                  RegionDraw& draw,
                  Streams& streams) {
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        const auto agency = region.agencies.id(row);
        if (draw.with_centre[agency] == LinkQuality::good) {
            draw_activities(region, links, agency, draw, streams);
            top_up(region, parameters, links, {region.centre, agency}, draw);
        }
    }
    draw_facility_hospital(region, parameters, links, draw, streams);
}

void take_stated(const Region& region, const ObservedLinks& links, RegionDraw& draw) {
    draw.with_centre = Column<AgencyId, LinkQuality>{region.agencies.size(), LinkQuality::not_good};
    for (const auto& held : links.held) {
        draw.activities.push_back(
            {held.first, held.second, &activity_of(region, held.label), held.per_year});
    }
}

} // namespace

bool RegionDraw::offers(AgencyId agency, Service service) const {
    const auto& offered = services[agency];
    return std::any_of(offered.begin(), offered.end(), [&](const OfferedService& one) {
        return one.service == service;
    });
}

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
    RegionDraw draw;
    draw_services(region, draw, streams);
    if (const auto* observed = std::get_if<ObservedLinks>(&region.links)) {
        take_stated(region, *observed, draw);
    } else {
        const auto& links = std::get<TypicalLinks>(region.links);
        draw.with_centre = draw_qualities(region, links, correlation, streams);
        draw_typical(region, parameters, links, draw, streams);
    }
    return draw;
}

} // namespace tsunagi
