#include "scenarios/catalogue/catalogue.hpp"

#include "scenarios/catalogue/detail/row_ids.hpp"
#include "scenarios/reader/csv.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace tsunagi {

namespace {

constexpr std::array<std::string_view, 3> built{"t2.01", "t2.03", "t2.05"};

const std::array<std::string, 4> tenure_names{"justice", "local", "facility", "hospital"};
const std::array<std::string, 3> rank_names{"lecture", "conference", "meeting"};
const std::array<std::string, 3> limit_names{"", "places", "slots_per_month"};
const std::array<std::string, 3> wording_names{"printed", "prose", "lost"};
const std::array<std::string, 7> direction_names{"to_centre",
                                                 "to_partner",
                                                 "centre_at_partner",
                                                 "partner_at_centre",
                                                 "joint",
                                                 "mutual",
                                                 "unknown"};

/// Reads cells of one row and tells what is wrong with them.
class RowReader {
public:
    RowReader(const CsvTable& table, std::size_t row, FaultLog& faults)
        : table_{table}, row_{row}, faults_{faults} {}

    const std::string& text(std::string_view column) const { return table_.at(row_, column).text; }

    std::size_t choice(std::string_view column, std::span<const std::string> names) const {
        const auto found = std::find(names.begin(), names.end(), text(column));
        if (found != names.end()) {
            return static_cast<std::size_t>(found - names.begin());
        }
        const auto filled = names.front().empty() ? names.subspan(1) : names;
        tell("fault.not_a_choice",
             column,
             {{"choices", fmt::format("{}", fmt::join(filled, ", "))}},
             nearest_names(text(column), names));
        return 0;
    }

    /// Nothing where the cell is empty.
    std::optional<std::size_t> choice_or_none(std::string_view column,
                                              std::span<const std::string> names) const {
        return text(column).empty() ? std::nullopt : std::optional{choice(column, names)};
    }

    /// Words of a cell, of which each is one of the names.
    std::vector<std::size_t> choices(std::string_view column,
                                     std::span<const std::string> names) const {
        std::vector<std::size_t> chosen;
        std::istringstream words{text(column)};
        for (std::string word; words >> word;) {
            const auto found = std::find(names.begin(), names.end(), word);
            if (found == names.end()) {
                tell("fault.unknown_agency_type",
                     column,
                     {{"type", word}},
                     nearest_names(word, names));
            } else {
                chosen.push_back(static_cast<std::size_t>(found - names.begin()));
            }
        }
        return chosen;
    }

    std::optional<std::int64_t> count(std::string_view column) const {
        const auto& cell = text(column);
        if (cell.empty()) {
            return std::nullopt;
        }
        std::int64_t number{};
        const auto* end = cell.data() + cell.size();
        const auto [stopped, error] = std::from_chars(cell.data(), end, number);
        if (error != std::errc{} || stopped != end || number < 0) {
            tell("fault.not_a_count", column, {}, {});
        }
        return number;
    }

    void tell(std::string id,
              std::string_view column,
              std::vector<FaultArgument> arguments,
              std::vector<std::string> nearest) const {
        faults_.add({.id = std::move(id),
                     .arguments = std::move(arguments),
                     .at = table_.at(row_, column).at,
                     .key = std::string{column},
                     .text = text(column),
                     .nearest = std::move(nearest)});
    }

private:
    const CsvTable& table_;
    std::size_t row_;
    FaultLog& faults_;
};

std::optional<Service> service_or_none(std::optional<std::size_t> row) {
    return row ? std::optional{static_cast<Service>(*row)} : std::nullopt;
}

void tell_duplicate(const RowReader& row, const std::vector<std::string>& earlier) {
    if (std::find(earlier.begin(), earlier.end(), row.text("id")) != earlier.end()) {
        row.tell("fault.csv_duplicate", "id", {}, {});
    }
}

// The rows are the enumerators of what they describe, in their order.
void check_order(const CsvTable& table,
                 std::span<const std::string_view> ids,
                 const std::string& file,
                 FaultLog& faults) {
    if (table.rows() != ids.size()) {
        faults.add({.id = "fault.catalogue_types",
                    .arguments = {{"count", std::to_string(ids.size())}},
                    .at = {file, 1, 1}});
        return;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const RowReader row{table, i, faults};
        if (row.text("id") != ids[i]) {
            row.tell("fault.catalogue_row", "id", {{"id", std::string{ids[i]}}}, {});
        }
    }
}

} // namespace

std::span<const std::string_view> built_labels() {
    return built;
}

bool is_built(std::string_view label) {
    return std::find(built.begin(), built.end(), label) != built.end();
}

std::optional<Catalogue> Catalogue::read(Inputs& inputs,
                                         const std::string& folder,
                                         const Position& named_at,
                                         FaultLog& faults) {
    const auto before = faults.count();
    Catalogue catalogue;
    catalogue.read_types(inputs, folder + "/agencies.csv", named_at, faults);
    if (faults.count() == before) {
        catalogue.read_services(inputs, folder + "/services.csv", named_at, faults);
    }
    if (faults.count() == before) {
        catalogue.read_labels(inputs, folder + "/collaborations.csv", named_at, faults);
    }
    return faults.count() == before ? std::optional{std::move(catalogue)} : std::nullopt;
}

void Catalogue::read_types(Inputs& inputs,
                           const std::string& file,
                           const Position& named_at,
                           FaultLog& faults) {
    static const std::array<std::string, 5> columns{
        "id", "name_ja", "name_en", "survey_n", "tenure"};
    const auto before = faults.count();
    const auto table = read_csv(inputs, file, columns, named_at, faults);
    if (!table) {
        return;
    }
    for (std::size_t i = 0; i < table->rows(); ++i) {
        const RowReader row{*table, i, faults};
        tell_duplicate(row, type_ids_);
        types_.push_back({.id = row.text("id"),
                          .name = {.en = row.text("name_en"), .ja = row.text("name_ja")},
                          .survey_n = row.count("survey_n"),
                          .tenure = static_cast<TenureClass>(row.choice("tenure", tenure_names))});
        type_ids_.push_back(row.text("id"));
    }
    if (faults.count() == before) {
        check_order(*table, detail::agency_type_row_ids, file, faults);
    }
}

void Catalogue::read_services(Inputs& inputs,
                              const std::string& file,
                              const Position& named_at,
                              FaultLog& faults) {
    static const std::array<std::string, 6> columns{
        "id", "name_ja", "name_en", "offered_by", "limit", "needs"};
    const auto before = faults.count();
    const auto table = read_csv(inputs, file, columns, named_at, faults);
    for (std::size_t i = 0; table && i < table->rows(); ++i) {
        const RowReader row{*table, i, faults};
        tell_duplicate(row, service_ids_);
        service_ids_.push_back(row.text("id"));
    }
    for (std::size_t i = 0; table && i < table->rows(); ++i) {
        const RowReader row{*table, i, faults};
        ServiceRow service{.id = row.text("id"),
                           .name = {.en = row.text("name_en"), .ja = row.text("name_ja")},
                           .offered_by = {},
                           .limit =
                               static_cast<ServiceRow::Limit>(row.choice("limit", limit_names)),
                           .needs = service_or_none(row.choice_or_none("needs", service_ids_))};
        for (const auto type : row.choices("offered_by", type_ids_)) {
            service.offered_by.push_back(static_cast<AgencyType>(type));
        }
        services_.push_back(std::move(service));
    }
    if (table && faults.count() == before) {
        check_order(*table, detail::service_row_ids, file, faults);
    }
}

void Catalogue::read_labels(Inputs& inputs,
                            const std::string& file,
                            const Position& named_at,
                            FaultLog& faults) {
    static const std::array<std::string, 15> columns{"id",
                                                     "table",
                                                     "partner",
                                                     "kind",
                                                     "label_ja",
                                                     "label_en",
                                                     "n",
                                                     "wording",
                                                     "direction",
                                                     "subject",
                                                     "mechanism",
                                                     "rank",
                                                     "parent",
                                                     "same_as",
                                                     "needs"};
    const auto table = read_csv(inputs, file, columns, named_at, faults);
    for (std::size_t i = 0; table && i < table->rows(); ++i) {
        const RowReader row{*table, i, faults};
        tell_duplicate(row, label_ids_);
        CollaborationRow label{
            .id = row.text("id"),
            .table = row.text("table"),
            .partner = static_cast<AgencyType>(row.choice("partner", type_ids_)),
            .kind = row.text("kind"),
            .label = {.en = row.text("label_en"), .ja = row.text("label_ja")},
            .n = row.count("n"),
            .wording = static_cast<Wording>(row.choice("wording", wording_names)),
            .direction = static_cast<Direction>(row.choice("direction", direction_names)),
            .subject = row.text("subject"),
            .mechanism = row.text("mechanism"),
            .rank = std::nullopt,
            .parent = row.text("parent"),
            .same_as = row.text("same_as"),
            .needs = service_or_none(row.choice_or_none("needs", service_ids_))};
        if (!row.text("rank").empty()) {
            label.rank = static_cast<ContactRank>(row.choice("rank", rank_names));
        }
        labels_.push_back(std::move(label));
        label_ids_.push_back(row.text("id"));
    }
}

std::optional<AgencyType> Catalogue::find_agency_type(std::string_view id) const {
    const auto found = std::find(type_ids_.begin(), type_ids_.end(), id);
    return found == type_ids_.end()
               ? std::nullopt
               : std::optional{static_cast<AgencyType>(found - type_ids_.begin())};
}

std::optional<Service> Catalogue::find_service(std::string_view id) const {
    const auto found = std::find(service_ids_.begin(), service_ids_.end(), id);
    return found == service_ids_.end()
               ? std::nullopt
               : std::optional{static_cast<Service>(found - service_ids_.begin())};
}

bool Catalogue::can_offer(AgencyType type, Service offered) const {
    const auto& types = service(offered).offered_by;
    return std::find(types.begin(), types.end(), type) != types.end();
}

const CollaborationRow* Catalogue::find_label(std::string_view id) const {
    const auto found = std::find_if(
        labels_.begin(), labels_.end(), [&](const CollaborationRow& row) { return row.id == id; });
    return found == labels_.end() ? nullptr : &*found;
}

} // namespace tsunagi
