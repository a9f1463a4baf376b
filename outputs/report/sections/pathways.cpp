#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

const Json& indicators_of(const PageSource& source, const PageScenario& scenario) {
    const Json* row =
        source.row("pathways", {{"reading", source.main_reading()}, {"scenario", scenario.name}});
    expects(row != nullptr, "the analysis has the indicators of every scenario");
    return row->at("indicators");
}

} // namespace

Json pathways_table(const PageSource& source) {
    PageTable table{source.say("page.pathways.caption", {{"reference", source.reference().label}})};
    table.words(source.say("page.column.indicator"));
    add_policy_columns(source, table);
    const Json& today = indicators_of(source, source.reference());
    for (std::size_t row = 0; row < today.size(); ++row) {
        const bool is_share = today.at(row).at("unit") == "share";
        const double factor = is_share ? hundred : 1.0;
        const Json& level = today.at(row).at("level");
        std::vector<PageCell> cells{
            head_cell(source.say("table.indicator." + today.at(row).at("id").get<std::string>()))};
        add_policy_cells(
            source,
            number_cell(level.is_null() ? level : level.at("value"),
                        [factor](double value) { return fixed(factor * value, 1); }),
            factor,
            [&](const PageScenario& policy) {
                return indicators_of(source, policy).at(row).at("difference");
            },
            cells);
        table.row(cells);
    }
    return {{"table", table.model()}};
}

} // namespace tsunagi
