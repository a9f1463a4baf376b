#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

std::string grades_sentence(const PageSource& source) {
    const Json& counts = source.all().at("parameters_by_grade");
    const auto count = [&](const char* grade) {
        return counts.contains(grade) ? counts.at(grade).dump() : "0";
    };
    return source.say("page.foundations.grades",
                      {{"all", std::to_string(source.all().at("parameters").size())},
                       {"observed", count("observed")},
                       {"published", count("published")},
                       {"derived", count("published (derived)")},
                       {"assumed", count("assumed")}});
}

/// What common random numbers saved, for the headline outcome under the main reading.
Json pairing_table(const PageSource& source) {
    PageTable table{source.say("page.foundations.pairing_caption")};
    table.words(source.say("page.column.policy"))
        .numbers(source.say("page.column.correlation"))
        .numbers(source.say("page.column.variance_ratio"));
    for (const PageScenario& policy : source.policies()) {
        const Json& found = source.comparison({.reading = source.main_reading(),
                                               .scenario = policy.name,
                                               .outcome = headline_outcome,
                                               .group = "all"});
        const PageCell saved = found.at("verdict") == "identical"
                                   ? no_number_cell(source.say("page.verdict.identical"))
                                   : number_cell(found.at("variance_ratio"),
                                                 [](double ratio) { return significant(ratio); });
        table.row({head_cell(policy.label),
                   number_cell(found.at("correlation"),
                               [](double correlation) { return fixed(correlation, 3); }),
                   saved});
    }
    return {{"table", table.model()}};
}

/// The texts that there are, in order.
std::string joined(std::initializer_list<std::string> texts) {
    std::string all;
    for (const auto& text : texts) {
        all += all.empty() || text.empty() ? text : " \u2014 " + text;
    }
    return all;
}

std::string plain_number(const Json& value) {
    return value.is_null() ? std::string{} : value.dump();
}

Json parameter_table(const PageSource& source) {
    PageTable table{source.say("page.foundations.caption"), PageTable::Order::by_reader};
    table.words(source.say("page.column.parameter"))
        .numbers(source.say("page.column.value"))
        .words(source.say("page.column.unit"))
        .words(source.say("page.column.range"))
        .words(source.say("page.column.grade"))
        .words(source.say("page.column.source"));
    for (const Json& parameter : source.all().at("parameters")) {
        const auto text = [&](const char* key) { return parameter.at(key).get<std::string>(); };
        const std::string range = source.say("page.interval",
                                             {{"low", plain_number(parameter.at("lower"))},
                                              {"high", plain_number(parameter.at("upper"))}});
        const std::string note = source.in_language(parameter.at("note"));
        table.row({head_cell(text("id")),
                   number_cell(parameter.at("value"), exact),
                   plain_cell(text("unit")),
                   plain_cell(range),
                   plain_cell(source.say(grade_label_id(text("grade")))),
                   plain_cell(joined({text("source"), note}))});
    }
    return {{"table", table.model()}};
}

/// The figures that sources of parameters cite by their ids, in the words of their own sources.
Json evidence_table(const PageSource& source) {
    const Json& evidence = source.all().at("evidence");
    if (evidence.empty()) {
        return false;
    }
    PageTable table{source.say("page.foundations.evidence_caption"), PageTable::Order::by_reader};
    table.words(source.say("page.column.cited_as"))
        .words(source.say("page.column.figure"))
        .words(source.say("page.column.value"))
        .words(source.say("page.column.year"))
        .words(source.say("page.column.population"))
        .words(source.say("page.column.source"));
    for (const Json& row : evidence) {
        const auto text = [&](const char* key) { return row.at(key).get<std::string>(); };
        const std::string address = text("address");
        table.row({head_cell(text("id")),
                   plain_cell(text("figure")),
                   plain_cell(text("value")),
                   plain_cell(text("year")),
                   plain_cell(text("population")),
                   plain_cell(joined({text("source"), address == "none" ? "" : address}))});
    }
    return {{"table", table.model()}};
}

} // namespace

Json foundations_section(const PageSource& source) {
    const bool paired = source.is_paired();
    return {
        {"grades", grades_sentence(source)},
        {"chance", source.say(paired ? "page.foundations.paired" : "page.foundations.independent")},
        {"pairing", paired ? pairing_table(source) : Json(false)},
        {"parameters", parameter_table(source)},
        {"evidence", evidence_table(source)}};
}

} // namespace tsunagi
