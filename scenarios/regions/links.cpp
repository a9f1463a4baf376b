#include "engine/statistics/one_factor.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tsunagi::detail {

namespace {

// Levels that contacts can carry against decay and rotation.
constexpr Bounds good_level{0.01, 0.95};
const std::array<std::string, 2> link_kinds{"typical", "observed"};

// Table 1: counts by agency type, as shares of the centres asked.
std::vector<double>
read_good_shares(TableReader& reader, std::int64_t asked, const RegionFile& region) {
    std::vector<double> shares(agency_types);
    for (const auto& field : reader.members("good")) {
        const std::string id = field.name();
        const auto type = region.catalogue.find_agency_type(id);
        if (!type) {
            field.fault("fault.unknown_agency_type",
                        {{"type", id}},
                        nearest_names(id, region.catalogue.agency_type_ids()));
            continue;
        }
        shares[static_cast<std::size_t>(*type)] =
            static_cast<double>(field.whole({0, asked - 1})) / static_cast<double>(asked);
    }
    return shares;
}

// Good links hang together through one trait of the centre, from not at all to almost entirely:
// what that leaves for the share of centres with any good link.
void check_any_good(const Field& any_good, const TypicalLinks& links) {
    const double lower = any_probability(links.good_share, largest_factor_correlation);
    const double upper = any_probability(links.good_share, 0.0);
    if (links.any_good_share < lower || links.any_good_share > upper) {
        any_good.fault(
            "fault.any_good_impossible",
            {{"lower", fmt::format("{:.4g}", lower)}, {"upper", fmt::format("{:.4g}", upper)}});
    }
}

TypicalLinks read_typical(TableReader& reader, const RegionFile& region) {
    constexpr std::int64_t most_centres = 1000;
    const auto before = reader.field().faults().count();
    const auto any_good = reader.require("any_good");
    const auto asked = reader.whole("asked_centres", {1, most_centres});
    reader.require("good");
    TypicalLinks links{
        .good_share = read_good_shares(reader, std::max<std::int64_t>(asked, 1), region),
        .any_good_share =
            any_good ? number_or_parameter(*any_good, region.book, {"1", zero_to_one}) : 0.0,
        .interviewed_centres =
            static_cast<double>(reader.whole("interviewed_centres", {1, most_centres})),
        .level_of_good_link = quantity(reader, "good_level", region.book, {"1", good_level}),
        .further_agency_good = quantity(reader, "further_good", region.book, {"1", zero_to_one}),
        .facility_hospital_good =
            quantity(reader, "facility_hospital_good", region.book, {"1", zero_to_one})};
    if (any_good && reader.field().faults().count() == before) {
        check_any_good(*any_good, links);
    }
    return links;
}

// Whether a contact is on in the region and its partner is of the right type.
bool can_be_held(const Field& label,
                 const Field& with,
                 AgencyId partner,
                 const RegionFile& region) {
    const auto* row = find_contact(label, region.catalogue);
    if (row == nullptr || !is_switched_on(label, *row, region.region)) {
        return false;
    }
    if (region.region.agencies[partner].type != row->partner) {
        with.fault("fault.other_agency_type",
                   {{"type", region.catalogue.agency_type(row->partner).id}});
        return false;
    }
    return true;
}

// One element of `held`; nothing after a fault.
std::optional<HeldActivity> read_held(const Field& field, const RegionFile& region) {
    TableReader reader{field};
    const auto label = reader.require("label");
    const auto with = reader.require("with");
    const auto frequency = reader.require("per_year");
    const double per_year = frequency ? frequency->number(contacts_per_year) : 0.0;
    reader.finish();
    if (!label || !with || !frequency) {
        return std::nullopt;
    }
    const auto partner = find_agency(*with, region);
    if (!partner) {
        return std::nullopt;
    }
    if (*partner == region.region.centre) {
        with->fault("fault.pair_with_itself");
        return std::nullopt;
    }
    const bool is_liaison = label->text() == "liaison";
    if (!is_liaison && !can_be_held(*label, *with, *partner, region)) {
        return std::nullopt;
    }
    check_meetings(*frequency, label->text(), region.book);
    return HeldActivity{.first = region.region.centre,
                        .second = *partner,
                        .label = key_of(label->text()),
                        .per_year = per_year};
}

} // namespace

void read_links(const Field& field, RegionFile& region) {
    TableReader reader{field};
    if (reader.choice("kind", link_kinds) == 0) {
        region.region.links = read_typical(reader, region);
        reader.find("unprinted_mentions");
    } else {
        region.region.links = ObservedLinks{};
        reader.require("held");
    }
    reader.finish();
}

void read_held_contacts(const Field& links, RegionFile& region) {
    auto* observed = std::get_if<ObservedLinks>(&region.region.links);
    if (observed == nullptr) {
        return;
    }
    for (const auto& field : TableReader{links}.find("held")->list()) {
        const auto held = read_held(field, region);
        if (!held) {
            continue;
        }
        const bool again = std::any_of(
            observed->held.begin(), observed->held.end(), [&](const HeldActivity& earlier) {
                return earlier.second == held->second && earlier.label == held->label;
            });
        if (again) {
            field.fault("fault.held_twice");
        } else {
            observed->held.push_back(*held);
        }
    }
}

} // namespace tsunagi::detail
