#include "outputs/report/detail/table.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/tables/numbers.hpp"

#include <utility>

namespace tsunagi {

namespace {

constexpr const char* dash = "\u2013";

enum class Column : unsigned char { words, numbers };

Json heading_cell(std::string text, Column column) {
    return {{"text", std::move(text)}, {"number", column == Column::numbers}};
}

} // namespace

PageCell head_cell(std::string text) {
    return {.kind = PageCell::Kind::head, .text = std::move(text), .value = {}};
}

PageCell plain_cell(std::string text) {
    return {.kind = PageCell::Kind::plain, .text = std::move(text), .value = {}};
}

PageCell dash_cell() {
    return no_number_cell(dash);
}

PageCell no_number_cell(std::string text) {
    return {.kind = PageCell::Kind::number, .text = std::move(text), .value = {}};
}

PageTable::PageTable(std::string caption, Order order)
    : model_{{"caption", std::move(caption)},
             {"sortable", order == Order::by_reader},
             {"headings", Json::array()},
             {"rows", Json::array()}} {}

PageTable& PageTable::words(std::string heading) {
    model_["headings"].push_back(heading_cell(std::move(heading), Column::words));
    return *this;
}

PageTable& PageTable::numbers(std::string heading) {
    model_["headings"].push_back(heading_cell(std::move(heading), Column::numbers));
    return *this;
}

PageTable& PageTable::row(const std::vector<PageCell>& cells, Row kind) {
    expects(cells.size() == model_["headings"].size(), "a row has a cell for every column");
    Json list = Json::array();
    for (const PageCell& cell : cells) {
        Json value = false;
        if (!cell.value.empty()) {
            value = cell.value;
        }
        list.push_back({{"text", cell.text},
                        {"value", std::move(value)},
                        {"head", cell.kind == PageCell::Kind::head},
                        {"number", cell.kind == PageCell::Kind::number},
                        {"plain", cell.kind == PageCell::Kind::plain}});
    }
    Json& rows = model_["rows"];
    const bool again = !rows.empty() && !rows.back().at("cells").empty() &&
                       cells.front().kind == PageCell::Kind::head &&
                       rows.back().at("cells").front().at("text").get_ref<const std::string&>() ==
                           cells.front().text;
    rows.push_back({{"heading", false},
                    {"cells", std::move(list)},
                    {"reference", kind == Row::reference},
                    {"again", again}});
    return *this;
}

PageTable& PageTable::heading(std::string text) {
    model_["rows"].push_back({{"heading", std::move(text)},
                              {"columns", std::to_string(model_["headings"].size())},
                              {"cells", Json::array()}});
    return *this;
}

Json PageTable::model() const {
    return model_;
}

void add_policy_columns(const PageSource& source, PageTable& table) {
    table.numbers(source.reference().label);
    for (const PageScenario& policy : source.policies()) {
        table.numbers(policy.label).numbers(source.say("page.column.interval"));
    }
}

PageTable::Row row_kind(const PageScenario& scenario) {
    return scenario.role == "reference" ? PageTable::Row::reference : PageTable::Row::usual;
}

WordedEstimate worded(
    const PageSource& source, const Json& estimate, double factor, Precision precision, Sign sign) {
    const double value = factor * estimate.at("value").get<double>();
    if (estimate.at("lower").is_null() || estimate.at("upper").is_null()) {
        const bool is_whole = precision == Precision::whole;
        return {.value = is_whole ? whole(value, sign) : significant(value, sign),
                .interval = dash};
    }
    const double lower = factor * estimate.at("lower").get<double>();
    const double upper = factor * estimate.at("upper").get<double>();
    const int decimals =
        precision == Precision::whole ? 0 : decimals_of_estimate(value, 0.5 * (upper - lower));
    return {.value = fixed(value, decimals, sign),
            .interval = source.say(
                "page.interval",
                {{"low", fixed(lower, decimals, sign)}, {"high", fixed(upper, decimals, sign)}})};
}

std::vector<PageCell> estimate_cells(
    const PageSource& source, const Json& estimate, double factor, Precision precision, Sign sign) {
    if (estimate.is_null()) {
        return {dash_cell(), dash_cell()};
    }
    const WordedEstimate text = worded(source, estimate, factor, precision, sign);
    return {
        {.kind = PageCell::Kind::number, .text = text.value, .value = estimate.at("value").dump()},
        {.kind = PageCell::Kind::number, .text = text.interval, .value = {}}};
}

} // namespace tsunagi
