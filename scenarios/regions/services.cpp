#include "scenarios/reader/nearest.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

constexpr Bounds at_least_one_place{1.0, not_negative.upper};
constexpr Bounds some_slots{0.01, not_negative.upper};

// Faults of a service are told at its table, whose text says nothing.
void tell(const Field& field,
          std::string fault,
          std::vector<FaultArgument> arguments,
          std::vector<std::string> nearest = {}) {
    field.faults().add({.id = std::move(fault),
                        .arguments = std::move(arguments),
                        .at = field.value().at,
                        .key = field.path(),
                        .nearest = std::move(nearest)});
}

bool offers(std::span<const OfferedService> offered, Service service) {
    return std::any_of(offered.begin(), offered.end(), [&](const OfferedService& one) {
        return one.service == service;
    });
}

// The service that a key names, if agencies of this type can offer it.
std::optional<Service> read_name(const Field& field, AgencyType type, const Catalogue& catalogue) {
    const std::string id = field.name();
    const auto service = catalogue.find_service(id);
    if (!service) {
        tell(field,
             "fault.unknown_service",
             {{"service", id}},
             nearest_names(id, catalogue.service_ids()));
        return std::nullopt;
    }
    if (catalogue.can_offer(type, *service)) {
        return service;
    }
    std::string types;
    for (const auto able : catalogue.service(*service).offered_by) {
        types += (types.empty() ? "" : ", ") + catalogue.agency_type(able).id;
    }
    tell(field,
         "fault.service_of_others",
         {{"service", id}, {"type", catalogue.agency_type(type).id}, {"types", types}});
    return std::nullopt;
}

struct LimitKey {
    std::string_view key;
    ServiceRow::Limit limit;
    Quantity quantity;
};
constexpr LimitKey places{"places", ServiceRow::Limit::places, {"places", at_least_one_place}};
constexpr LimitKey slots{
    "slots_per_month", ServiceRow::Limit::slots_per_month, {"1/month", some_slots}};

std::optional<double> read_limit(TableReader& reader,
                                 const LimitKey& of,
                                 const ServiceRow& service,
                                 const ParameterBook& book) {
    const auto field = reader.find(of.key);
    if (!field) {
        return std::nullopt;
    }
    if (service.limit != of.limit) {
        field->fault("fault.limit_without_use", {{"service", service.id}});
        return std::nullopt;
    }
    return number_or_parameter(*field, book, of.quantity);
}

std::optional<OfferedService>
read_service(const Field& field, AgencyType type, const RegionFile& region) {
    TableReader reader{field};
    const auto service = read_name(field, type, region.catalogue);
    if (!service) {
        return std::nullopt;
    }
    const auto& row = region.catalogue.service(*service);
    const auto share = reader.find("share");
    OfferedService offered{
        .service = *service,
        .places = read_limit(reader, places, row, region.book),
        .slots_per_month = read_limit(reader, slots, row, region.book),
        .share = share ? number_or_parameter(*share, region.book, {"1", zero_to_one}) : 1.0};
    reader.finish();
    return offered;
}

// Nobody joins the programme of a hospital but its outpatients, and so on.
void check_way_in(std::span<const Field> fields,
                  std::span<const OfferedService> offered,
                  const Catalogue& catalogue) {
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const auto& row = catalogue.service(offered[i].service);
        if (row.needs && !offers(offered, *row.needs)) {
            tell(fields[i],
                 "fault.service_without_way_in",
                 {{"service", row.id}, {"needs", catalogue.service(*row.needs).id}});
        }
    }
}

// The agency that must offer what a label needs: the centre, or the first of the partner's type
// unless another one of that type does.
std::optional<AgencyId> agency_without(const CollaborationRow& row, const RegionFile& region) {
    const auto& agencies = region.region.agencies;
    if (needs_centre(row)) {
        return offers(agencies[region.region.centre].services, *row.needs)
                   ? std::nullopt
                   : std::optional{region.region.centre};
    }
    std::optional<AgencyId> first;
    for (std::size_t i = 0; i < agencies.size(); ++i) {
        const auto id = agencies.id(i);
        if (agencies[id].type == row.partner) {
            if (offers(agencies[id].services, *row.needs)) {
                return std::nullopt;
            }
            first = first.value_or(id);
        }
    }
    return first;
}

// Whoever comes to the centre meets counselling first, in every replication.
bool counsels_everybody(const Agency& centre) {
    return std::any_of(
        centre.services.begin(), centre.services.end(), [](const OfferedService& one) {
            return one.service == Service::counselling && one.share == 1.0;
        });
}

} // namespace

std::vector<OfferedService>
read_services(const Field& field, AgencyType type, const RegionFile& region) {
    const auto before = field.faults().count();
    const auto fields = TableReader{field}.members();
    std::vector<OfferedService> offered;
    for (const auto& one : fields) {
        if (const auto service = read_service(one, type, region)) {
            offered.push_back(*service);
        }
    }
    if (field.faults().count() == before) {
        check_way_in(fields, offered, region.catalogue);
    }
    return offered;
}

bool people_travel_to(std::span<const OfferedService> offered) {
    return std::any_of(offered.begin(), offered.end(), [](const OfferedService& one) {
        return one.service != Service::bed && one.service != Service::residence;
    });
}

void check_services(TableReader& root, const RegionFile& region) {
    const auto before = root.field().faults().count();
    for (const auto& field : root.members("label")) {
        const auto* row = region.catalogue.find_label(field.name());
        if (row == nullptr || !row->needs) {
            continue;
        }
        if (const auto agency = agency_without(*row, region)) {
            tell(field,
                 "fault.label_without_service",
                 {{"label", row->id},
                  {"service", region.catalogue.service(*row->needs).id},
                  {"agency", region.agencies[agency->row()].id}});
        }
    }
    const auto centre = region.region.centre;
    if (root.field().faults().count() > before ||
        counsels_everybody(region.region.agencies[centre])) {
        return;
    }
    for (const auto& field : root.members("agency")) {
        if (field.name() == region.agencies[centre.row()].id) {
            tell(field, "fault.centre_without_counselling", {{"agency", field.name()}});
        }
    }
}

} // namespace tsunagi::detail
