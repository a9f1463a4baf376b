#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

const Json& headline(const PageSource& source,
                     const std::string& reading,
                     const PageScenario& scenario,
                     std::string_view group) {
    return source.comparison({.reading = reading,
                              .scenario = scenario.name,
                              .outcome = headline_outcome,
                              .group = group});
}

/// Whether the supervision of anybody ends in the years compared.
bool has_persons(const Json& comparison) {
    return !comparison.at("persons_level").is_null();
}

std::string persons(const Json& comparison) {
    return whole(comparison.at("persons_level").get<double>());
}

std::string today_sentence(const PageSource& source, std::string_view group) {
    const Json& today = headline(source, source.main_reading(), source.reference(), group);
    if (!has_persons(today)) {
        return source.say("page.answer.no_cohort");
    }
    const Json& cohort = source.all().at("cohort_per_year").at(std::string{group});
    return source.say("page.answer.today",
                      {{"cohort", whole(cohort.get<double>())},
                       {"persons", persons(today)},
                       {"reference", source.reference().label}});
}

std::string main_sentence(const PageSource& source, const PageScenario& policy) {
    const Json& found = headline(source, source.main_reading(), policy, "all");
    const auto verdict = found.at("verdict").get<std::string>();
    if (verdict == "identical") {
        const Json* course = source.row(
            "same_courses", {{"reading", source.main_reading()}, {"scenario", policy.name}});
        const bool same = course != nullptr && course->at("same").get<bool>();
        return source.say(same ? "page.answer.same_course" : "page.answer.identical",
                          {{"policy", policy.label}});
    }
    if (verdict == "none") {
        return source.say("page.answer.too_few", {{"policy", policy.label}});
    }
    if (verdict == "no_difference_seen") {
        const double persons = found.at("detectable").get<double>() *
                               source.all().at("cohort_per_year").at("all").get<double>();
        return source.say("page.answer.unseen",
                          {{"policy", policy.label},
                           {"size", whole(years_of_whole_persons * persons)},
                           {"years", whole(years_of_whole_persons)}});
    }
    const WordedEstimate gain =
        worded(source, found.at("persons_difference"), years_of_whole_persons, Precision::whole);
    return source.say("page.answer.difference",
                      {{"policy", policy.label},
                       {"persons", persons(found)},
                       {"gain", gain.value},
                       {"years", whole(years_of_whole_persons)},
                       {"interval", gain.interval},
                       {"reading", source.reading_label(source.main_reading())}});
}

/// What the policy does if links do not matter; nothing to add where it changes nobody either way.
std::string null_sentence(const PageSource& source, const PageScenario& policy) {
    const auto reading = source.null_reading();
    if (!reading || *reading == source.main_reading() ||
        headline(source, source.main_reading(), policy, "all").at("verdict") == "identical") {
        return {};
    }
    const Json& found = headline(source, *reading, policy, "all");
    if (!has_persons(found)) {
        return {};
    }
    if (found.at("verdict") == "identical") {
        return source.say("page.answer.null_same", {{"persons", persons(found)}});
    }
    return source.say(
        "page.answer.null_other",
        {{"persons", persons(found)},
         {"reference_persons", persons(headline(source, *reading, source.reference(), "all"))}});
}

Json policy_sentences(const PageSource& source) {
    Json list = Json::array();
    for (const PageScenario& policy : source.policies()) {
        list.push_back(main_sentence(source, policy) + null_sentence(source, policy));
    }
    return list;
}

/// One of the two answers: what happens in a region whose link was of this kind at the start.
Json card(const PageSource& source, std::string_view group, const std::string& heading) {
    const Json& runs = source.all().at("replications_by_link").at(std::string{group});
    const bool present =
        !headline(source, source.main_reading(), source.reference(), group).at("level").is_null();
    Json model{
        {"heading",
         source.say(heading,
                    {{"runs", runs.dump()}, {"all", source.study().at("replications").dump()}})},
        {"present", present}};
    if (!present) {
        return model;
    }
    PageTable table{
        source.say("page.answer.card_caption", {{"years", whole(years_of_whole_persons)}})};
    table.words(source.say("page.column.policy"))
        .numbers(source.say("page.column.persons_a_year"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"));
    bool doubtful = false;
    for (const PageScenario& policy : source.policies()) {
        const Json& found = headline(source, source.main_reading(), policy, group);
        doubtful = doubtful || found.at("doubtful").get<bool>();
        std::vector<PageCell> cells{
            head_cell(policy.label),
            number_cell(found.at("persons_level"), [](double number) { return whole(number); })};
        for (PageCell& cell : estimate_cells(source,
                                             found.at("persons_difference"),
                                             years_of_whole_persons,
                                             Precision::whole)) {
            cells.push_back(std::move(cell));
        }
        table.row(cells);
    }
    model["today"] = today_sentence(source, group);
    model["table"] = table.model();
    model["doubtful"] = doubtful;
    return model;
}

std::string agreement(const PageSource& source, const std::string& answer) {
    if (answer == "yes") {
        return source.say("page.expectation.agrees");
    }
    if (answer == "no") {
        return source.say("page.expectation.disagrees");
    }
    return source.say("page.expectation.undecided");
}

/// Whether the expected size, where one was stated, lies in the interval found.
std::string size_agreement(const PageSource& source, const Json& found) {
    const Json& in_interval = found.at("size_in_interval");
    if (in_interval.is_null()) {
        return source.say("page.expectation.undecided");
    }
    return source.say(in_interval.get<bool>() ? "page.expectation.agrees"
                                              : "page.expectation.disagrees");
}

void add_found(const PageSource& source, const Json& stated, PageTable& table) {
    const auto outcome = stated.at("outcome").get<std::string>();
    const bool in_days = source.row("outcomes", {{"id", outcome}})->at("unit") == "days";
    for (const Json& found : stated.at("found")) {
        const auto estimate = estimate_cells(
            source, found.at("difference"), in_days ? 1.0 : hundred, Precision::two_digits);
        const Json* scenario =
            source.row("scenarios", {{"name", found.at("scenario").get_ref<const std::string&>()}});
        expects(scenario != nullptr, "an expectation is about a scenario of the study");
        table.row({head_cell(source.in_language(scenario->at("label"))),
                   plain_cell(source.reading_label(found.at("reading").get<std::string>())),
                   plain_cell(source.say("table.outcome." + outcome)),
                   estimate.at(0),
                   estimate.at(1),
                   plain_cell(agreement(source, found.at("direction_agrees").get<std::string>())),
                   plain_cell(stated.at("size").is_null() ? source.say("page.expectation.no_size")
                                                          : size_agreement(source, found))});
    }
}

Json expectations_model(const PageSource& source) {
    const Json& all = source.all().at("expectations");
    if (all.empty()) {
        return false;
    }
    PageTable table{source.say("page.expectation.caption")};
    table.words(source.say("page.column.policy"))
        .words(source.say("page.column.reading"))
        .words(source.say("page.column.outcome"))
        .numbers(source.say("page.column.found"))
        .numbers(source.say("page.column.interval"))
        .words(source.say("page.column.direction"))
        .words(source.say("page.column.size"));
    Json texts = Json::array();
    for (const Json& stated : all) {
        texts.push_back(source.say("page.expectation.stated",
                                   {{"text", source.in_language(stated.at("text"))}}));
        add_found(source, stated, table);
    }
    return {{"texts", std::move(texts)}, {"table", table.model()}};
}

} // namespace

Json answer_section(const PageSource& source) {
    Json cards = Json::array();
    cards.push_back(card(source, "good", "page.answer.good"));
    cards.push_back(card(source, "not_good", "page.answer.not_good"));
    return {{"today", today_sentence(source, "all")},
            {"policies", policy_sentences(source)},
            {"cards", std::move(cards)},
            {"expectations", expectations_model(source)}};
}

} // namespace tsunagi
