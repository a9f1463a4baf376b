#include "scenarios/reader/nearest.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace tsunagi::detail {

namespace {

constexpr double longest_contact_hours = 24.0;
// Liaison tops a pair up to its level, so the less a contact weighs, the more of them there are.
constexpr Bounds liaison_weight{0.05, 1.0};
// A certain offer has no odds to mix.
constexpr Bounds offer_chance{0.0, 0.99};

ContactActivity::Attendance attendance_of(Direction direction) {
    switch (direction) {
    case Direction::centre_at_partner:
        return ContactActivity::Attendance::centre_at_partner;
    case Direction::partner_at_centre:
        return ContactActivity::Attendance::partner_at_centre;
    default:
        return ContactActivity::Attendance::both;
    }
}

ContactActivity read_contact(TableReader& reader,
                             const CollaborationRow& row,
                             const RegionFile& region,
                             double unprinted) {
    return {.label = key_of(row.id),
            .partner_type = row.partner,
            .per_year = quantity(reader, "per_year", region.book, {"1/y", contacts_per_year}),
            .weight = quantity(reader, "weight", region.book, {"1", zero_to_one}),
            .hours = quantity(reader, "hours", region.book, {"h", {0.0, longest_contact_hours}}),
            .rank = *row.rank,
            .attendance = attendance_of(row.direction),
            .needs = needs_centre(row) ? row.needs : std::nullopt,
            .mentions = row.n ? static_cast<double>(*row.n) : unprinted};
}

ContactActivity read_liaison(TableReader& reader, const RegionFile& region) {
    return {.label = key_of("liaison"),
            .partner_type = AgencyType::other_agency,
            .per_year = 0.0,
            .weight = quantity(reader, "weight", region.book, {"1", liaison_weight}),
            .hours = quantity(reader, "hours", region.book, {"h", {0.0, longest_contact_hours}}),
            .rank = ContactRank::meeting,
            .attendance = ContactActivity::Attendance::both,
            .mentions = 0.0};
}

// A referral label runs between the centre and every agency of its partner type.
void read_referral(TableReader& reader, const CollaborationRow& row, RegionFile& region) {
    const double cold = quantity(reader, "offer_cold", region.book, {"1", offer_chance});
    const double warm = quantity(reader, "offer_warm", region.book, {"1", offer_chance});
    const auto stated = reader.find("offer_cold");
    // Two parameters in the wrong order are told where they are stated.
    if (cold > warm && !std::holds_alternative<std::string>(stated->value().content)) {
        stated->fault("fault.cold_above_warm", {{"warm", fmt::format("{}", warm)}});
    }
    bool any = false;
    for (std::size_t i = 0; i < region.agencies.size(); ++i) {
        const auto partner = region.region.agencies.id(i);
        if (region.region.agencies[partner].type != row.partner) {
            continue;
        }
        any = true;
        const bool to_centre = row.direction == Direction::to_centre;
        region.region.referrals.push_back({.label = key_of(row.id),
                                           .sender = to_centre ? partner : region.region.centre,
                                           .receiver = to_centre ? region.region.centre : partner,
                                           .subject = row.mechanism == "family_referral"
                                                          ? ReferralRoute::Subject::family
                                                          : ReferralRoute::Subject::person,
                                           .offer_cold = cold,
                                           .offer_warm = warm});
    }
    if (!any) {
        tell(reader.field(),
             "fault.no_partner",
             {{"type", region.catalogue.agency_type(row.partner).id}});
    }
}

// Centres that a suppressed or absent n stands for; only a typical region asks.
double unprinted_mentions(TableReader& root, const RegionFile& region) {
    const auto links = root.find("links");
    if (!links || !std::holds_alternative<TypicalLinks>(region.region.links)) {
        return 0.0;
    }
    TableReader reader{*links};
    return quantity(reader, "unprinted_mentions", region.book, {"centres", unprinted_centres});
}

void read_label(const Field& field, double unprinted, RegionFile& region) {
    const std::string id = field.name();
    const auto* row = region.catalogue.find_label(id);
    if (id != "liaison" && row == nullptr) {
        tell(field,
             "fault.unknown_label",
             {{"label", id}},
             nearest_names(id, region.catalogue.label_ids()));
        return;
    }
    if (id != "liaison" && !is_built(id)) {
        tell(field,
             "fault.label_not_built",
             {{"label", id}, {"name.en", row->label.en}, {"name.ja", row->label.ja}});
        return;
    }
    TableReader reader{field};
    if (id == "liaison") {
        region.region.liaison = read_liaison(reader, region);
    } else if (row->rank) {
        region.region.activities.push_back(read_contact(reader, *row, region, unprinted));
        if (const auto per_year = reader.find("per_year")) {
            check_meetings(*per_year, id, region.book);
        }
    } else {
        read_referral(reader, *row, region);
    }
    reader.finish();
}

// Draws of a typical region go through the activities, and offices through their referrals, in
// printed order, agencies by their keys: the order of the file has no say.
void sort_as_printed(RegionFile& region) {
    const auto place = [&](EntityKey label) {
        const auto rows = region.catalogue.labels();
        return std::find_if(rows.begin(), rows.end(), [&](const CollaborationRow& row) {
            return key_of(row.id) == label;
        });
    };
    auto& activities = region.region.activities;
    auto& referrals = region.region.referrals;
    std::sort(activities.begin(),
              activities.end(),
              [&](const ContactActivity& one, const ContactActivity& other) {
                  return place(one.label) < place(other.label);
              });
    const auto& agencies = region.region.agencies;
    const auto order = [&](const ReferralRoute& route) {
        return std::tuple{
            place(route.label), agencies[route.sender].key, agencies[route.receiver].key};
    };
    std::sort(referrals.begin(),
              referrals.end(),
              [&](const ReferralRoute& one, const ReferralRoute& other) {
                  return order(one) < order(other);
              });
}

} // namespace

void read_labels(TableReader& root, RegionFile& region) {
    const auto table = root.require("label");
    if (!table) {
        return;
    }
    const double unprinted = unprinted_mentions(root, region);
    TableReader labels{*table};
    labels.require("liaison");
    for (const auto& field : labels.members()) {
        read_label(field, unprinted, region);
    }
    sort_as_printed(region);
}

} // namespace tsunagi::detail
