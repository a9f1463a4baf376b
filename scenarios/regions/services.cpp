#include "scenarios/reader/nearest.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::detail {

namespace {

constexpr Bounds some_slots{0.01, largest_amount};

bool offers(std::span<const OfferedService> offered, Service service) {
    return std::any_of(offered.begin(), offered.end(), [&](const OfferedService& one) {
        return one.service == service;
    });
}

// In every replication.
bool always_offers(std::span<const OfferedService> offered, Service service) {
    return std::any_of(offered.begin(), offered.end(), [&](const OfferedService& one) {
        return one.service == service && one.share == 1.0;
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
    std::vector<std::string> able;
    for (const auto one : catalogue.service(*service).offered_by) {
        able.push_back(catalogue.agency_type(one).id);
    }
    tell(field,
         "fault.service_of_others",
         {{"service", id},
          {"type", catalogue.agency_type(type).id},
          {"types", fmt::format("{}", fmt::join(able, ", "))}});
    return std::nullopt;
}

struct LimitKey {
    std::string_view key;
    ServiceRow::Limit limit;
    Quantity quantity;
};
constexpr LimitKey places{
    "places", ServiceRow::Limit::places, {"places", at_least_one_place, Domain::Numbers::whole}};
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

// A hospital's programme is for its outpatients, and a family that finds the class full is
// counselled: what people begin with must be there in every replication.
void check_way_in(std::span<const Field> fields,
                  std::span<const OfferedService> offered,
                  const Catalogue& catalogue) {
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const auto& row = catalogue.service(offered[i].service);
        if (row.needs && !always_offers(offered, *row.needs)) {
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
        always_offers(region.region.agencies[centre].services, Service::counselling)) {
        return;
    }
    for (const auto& field : root.members("agency")) {
        if (field.name() == region.agencies[centre.row()].id) {
            tell(field, "fault.centre_without_counselling", {{"agency", field.name()}});
        }
    }
}

} // namespace tsunagi::detail
