#include "scenarios/reader/nearest.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tsunagi::detail {

void tell(const Field& table,
          std::string fault,
          std::vector<FaultArgument> arguments,
          std::vector<std::string> nearest) {
    table.faults().add({.id = std::move(fault),
                        .arguments = std::move(arguments),
                        .at = table.value().at,
                        .key = table.path(),
                        .nearest = std::move(nearest)});
}

namespace {

constexpr double longest_travel_minutes = 24.0 * 60.0;
constexpr Bounds travel{0.0, longest_travel_minutes};

std::vector<std::string> ids_of(const std::vector<NamedId>& named) {
    std::vector<std::string> ids;
    ids.reserve(named.size());
    for (const auto& one : named) {
        ids.push_back(one.id);
    }
    return ids;
}

void read_municipalities(TableReader& root, RegionFile& region) {
    constexpr double rounding = 1e-9;
    const auto table = root.require("municipality");
    if (!table) {
        return;
    }
    const auto fields = root.members("municipality");
    if (fields.empty()) {
        tell(*table, "fault.empty");
        return;
    }
    const auto before = table->faults().count();
    double sum = 0.0;
    for (const auto& field : fields) {
        TableReader reader{field};
        const std::string id = field.chosen_name();
        const double population_share = reader.number("share", zero_to_one);
        region.region.municipalities.push(
            {.key = key_of(id), .population_share = population_share});
        region.municipalities.push_back({id, reader.words("name")});
        reader.finish();
        sum += population_share;
    }
    if (table->faults().count() == before && std::abs(sum - 1.0) > rounding) {
        tell(*table,
             "fault.shares_sum",
             {{"shares", "municipality.*.share"}, {"sum", fmt::format("{:.6g}", sum)}});
    }
}

// Minutes from every municipality, by its row; from any, where the region says of none.
std::vector<double> read_minutes_from(const Field& field, const RegionFile& region) {
    TableReader reader{field};
    std::vector<double> minutes;
    for (const auto& municipality : region.municipalities) {
        minutes.push_back(reader.number(municipality.id, travel));
    }
    if (region.municipalities.empty()) {
        for (const auto& any : reader.members()) {
            minutes.push_back(any.number(travel));
        }
    }
    reader.finish();
    return minutes;
}

// `posts` with the share of their hours that is direct, or the direct hours themselves.
std::optional<Agency::Staffing> read_staffing(TableReader& reader, const RegionFile& region) {
    const auto posts = reader.find("posts");
    const auto direct_share = reader.find("direct_share");
    if (const auto hours = reader.find("hours_per_month")) {
        if (posts || direct_share) {
            hours->fault("fault.hours_and_posts");
            return std::nullopt;
        }
        const double direct = number_or_parameter(*hours, region.book, {"h/month", any_amount});
        return Agency::Staffing{.posts = direct / region.book.find("cap.fte_hours")->value,
                                .direct_share = 1.0};
    }
    if (!posts && !direct_share) {
        return std::nullopt;
    }
    if (!posts || !direct_share) {
        reader.require(posts ? "direct_share" : "posts");
        return std::nullopt;
    }
    return Agency::Staffing{
        .posts = number_or_parameter(*posts, region.book, {"FTE", any_amount}),
        .direct_share = number_or_parameter(*direct_share, region.book, {"1", zero_to_one})};
}

void read_agency(const Field& field, RegionFile& region) {
    TableReader reader{field};
    const auto before = field.faults().count();
    const std::string id = field.chosen_name();
    const auto type =
        static_cast<AgencyType>(reader.choice("type", region.catalogue.agency_type_ids()));
    const bool type_is_known = field.faults().count() == before;
    const auto& of_type = region.catalogue.agency_type(type);
    Agency agency{.key = key_of(id),
                  .type = type,
                  .tenure = of_type.tenure,
                  .quality = 0.0,
                  .staffing = read_staffing(reader, region),
                  .minutes_from_municipality = {},
                  .services = {}};
    if (const auto quality = reader.require("quality")) {
        agency.quality = number_or_parameter(*quality, region.book, {"1", zero_to_one});
    }
    const auto minutes = reader.find("minutes_from");
    if (minutes) {
        agency.minutes_from_municipality = read_minutes_from(*minutes, region);
    }
    const auto services = reader.find("services");
    if (services && type_is_known) {
        agency.services = read_services(*services, type, region);
    }
    if (!minutes && people_travel_to(agency.services)) {
        tell(*services, "fault.no_travel_from", {{"agency", id}});
    }
    region.region.agencies.push(std::move(agency));
    region.agencies.push_back({id, reader.find("name") ? reader.words("name") : of_type.name});
    reader.finish();
}

/// Reads the minutes between agencies.
class TravelReader {
public:
    TravelReader(const Field& field, RegionFile& region)
        : reader_{field}, region_{region}, ids_{ids_of(region.agencies)} {}

    void read() {
        const auto before = reader_.field().faults().count();
        const auto otherwise = reader_.find("between_agencies");
        times_ = TravelTimes{otherwise ? otherwise->number(travel) : 0.0};
        for (const auto& row : reader_.members("between")) {
            read_row(row);
        }
        reader_.finish();
        if (reader_.field().faults().count() == before && !otherwise) {
            tell_missing();
        }
        region_.region.travel = std::move(times_);
    }

private:
    std::optional<AgencyId> agency_of(const Field& field, const std::string& id) const {
        const auto found = std::find(ids_.begin(), ids_.end(), id);
        if (found != ids_.end()) {
            return region_.region.agencies.id(static_cast<std::size_t>(found - ids_.begin()));
        }
        field.fault("fault.unknown_agency",
                    {},
                    field.faults().may_be_told() ? nearest_names(id, ids_)
                                                 : std::vector<std::string>{});
        return std::nullopt;
    }

    void read_row(const Field& row) {
        const auto from = agency_of(row, row.name());
        for (const auto& cell : TableReader{row}.members()) {
            const auto to = agency_of(cell, cell.name());
            const double minutes = cell.number(travel);
            if (!from || !to) {
                continue;
            }
            if (*from == *to) {
                cell.fault("fault.pair_with_itself");
                continue;
            }
            if (times_.is_stated(*from, *to) && times_.minutes(*from, *to) != minutes) {
                cell.fault("fault.asymmetric_travel",
                           {{"other", fmt::format("{}", times_.minutes(*from, *to))}});
            }
            times_.state(*from, *to, minutes);
        }
    }

    // Each pair by name, where they are so few that all can be told.
    void tell_missing() const {
        const auto missing = ids_.size() * (ids_.size() - 1) / 2 - times_.stated();
        if (missing > most_faults_per_file) {
            reader_.field().fault("fault.missing_travel_times",
                                  {{"pairs", std::to_string(missing)}});
            return;
        }
        const auto& agencies = region_.region.agencies;
        for (std::size_t from = 0; missing > 0 && from < ids_.size(); ++from) {
            for (std::size_t to = from + 1; to < ids_.size(); ++to) {
                if (!times_.is_stated(agencies.id(from), agencies.id(to))) {
                    reader_.field().fault("fault.missing_travel",
                                          {{"one", ids_[from]}, {"other", ids_[to]}});
                }
            }
        }
    }

    TableReader reader_;
    RegionFile& region_;
    std::vector<std::string> ids_;
    TravelTimes times_;
};

// The agency named by a key of the root, which must be of the type given.
AgencyId
read_role(TableReader& root, std::string_view key, AgencyType type, const RegionFile& region) {
    const auto field = root.require(key);
    const auto agency = field ? find_agency(*field, region) : std::nullopt;
    if (!agency) {
        return AgencyId{0};
    }
    if (region.region.agencies[*agency].type != type) {
        field->fault("fault.other_agency_type", {{"type", region.catalogue.agency_type(type).id}});
    } else if (region.region.agencies[*agency].minutes_from_municipality.empty()) {
        field->fault("fault.no_travel_from", {{"agency", region.agencies[agency->row()].id}});
    }
    return *agency;
}

// All lives of a region pass through `probation_office`; a second one would refer nobody.
void check_one_office(const std::vector<Field>& agencies, const RegionFile& region) {
    std::optional<std::size_t> first;
    for (std::size_t row = 0; row < agencies.size(); ++row) {
        if (region.region.agencies.values()[row].type != AgencyType::probation_office) {
            continue;
        }
        if (first) {
            tell(agencies[row], "fault.second_office", {{"office", region.agencies[*first].id}});
        }
        first = first.value_or(row);
    }
}

} // namespace

void read_agencies(TableReader& root, RegionFile& region) {
    const auto before = root.field().faults().count();
    read_municipalities(root, region);
    const auto agencies = root.require("agency");
    const auto fields = agencies ? TableReader{*agencies}.members() : std::vector<Field>{};
    for (const auto& field : fields) {
        read_agency(field, region);
    }
    if (const auto field = root.require("travel")) {
        TravelReader{*field, region}.read();
    }
    region.region.centre =
        read_role(root, "centre", AgencyType::mental_health_welfare_center, region);
    region.region.probation_office =
        read_role(root, "probation_office", AgencyType::probation_office, region);
    check_one_office(fields, region);
    if (root.field().faults().count() == before) {
        check_hours_of_services(fields, region);
    }
}

} // namespace tsunagi::detail
