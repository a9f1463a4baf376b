#include "outputs/eventlog/detail/run_title_json.hpp"
#include "outputs/eventlog/fact_json.hpp"
#include "outputs/eventlog/life_difference.hpp"
#include "outputs/tables/text_table.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

std::string
table_of(const RunTitle& run, const LifeComparison& comparison, const FactWords& words) {
    const auto left = [&](const std::string& heading) {
        return TextTable::Column{words.text(heading), TextTable::Align::left};
    };
    TextTable table{
        {left("trace.id"), left("trace.scenario"), left("trace.when"), left("trace.what")}};
    const auto row =
        [&](const std::string& id, const std::string& scenario, const std::optional<Fact>& fact) {
            table.add_row({id,
                           scenario,
                           fact ? minute_text(fact->at) : std::string{},
                           fact ? words.text(*fact) : words.text("trace.nothing_further")});
        };
    for (const auto& difference : comparison.different) {
        row(difference.id, run.base, difference.base);
        row({}, run.scenario, difference.other);
    }
    return table.text();
}

} // namespace

std::string
difference_text(const RunTitle& run, const LifeComparison& comparison, const FactWords& words) {
    const auto head = words.text("trace.difference",
                                 {{"base", run.base},
                                  {"scenario", run.scenario},
                                  {"reading", run.reading},
                                  {"replication", std::to_string(run.replication)},
                                  {"from", date_text(run.policy_start)},
                                  {"until", date_text(run.horizon - one_day)}}) +
                      "\n" +
                      words.text("trace.difference_counts",
                                 {{"all", std::to_string(comparison.all())},
                                  {"equal", std::to_string(comparison.equal)},
                                  {"different", std::to_string(comparison.different.size())}}) +
                      "\n";
    return comparison.different.empty() ? head
                                        : head + words.text("trace.first_parting") + "\n\n" +
                                              table_of(run, comparison, words);
}

nlohmann::ordered_json difference_json(const RunTitle& run,
                                       const LifeComparison& comparison,
                                       const std::vector<std::string>& agencies) {
    const auto fact = [&](const std::optional<Fact>& one) {
        return one ? fact_json(*one, agencies) : nlohmann::ordered_json(nullptr);
    };
    auto partings = nlohmann::ordered_json::array();
    for (const auto& difference : comparison.different) {
        partings.push_back({{"id", difference.id},
                            {"at", date_text(difference.at)},
                            {"base", fact(difference.base)},
                            {"scenario", fact(difference.other)}});
    }
    auto json = detail::run_title_json(run);
    json["base"] = run.base;
    json["lives"] = comparison.all();
    json["equal"] = comparison.equal;
    json["different"] = comparison.different.size();
    json["partings"] = std::move(partings);
    return json;
}

} // namespace tsunagi
