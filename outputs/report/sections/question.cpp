#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

#include <chrono>

namespace tsunagi {

namespace {

std::string month_of(const PageSource& source, std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return source.say("page.month",
                      {{"year", std::to_string(static_cast<int>(date.year()))},
                       {"month", std::to_string(static_cast<unsigned>(date.month()))}});
}

// The analysis writes dates as year-month-day.
std::chrono::sys_days day_of(const Json& date) {
    const auto text = date.get<std::string>();
    return std::chrono::year{std::stoi(text.substr(0, 4))} / std::stoi(text.substr(5, 2)) /
           std::stoi(text.substr(8, 2));
}

} // namespace

Json question_section(const PageSource& source) {
    const Json& study = source.study();
    const PageSource::Arguments facts{
        {"region", source.in_language(study.at("region"))},
        {"from", month_of(source, day_of(study.at("policy_start")))},
        {"until", month_of(source, day_of(study.at("horizon")) - std::chrono::days{1})},
        {"runs", study.at("replications").dump()}};
    return {{"title", source.in_language(study.at("title"))},
            {"asked", source.in_language(study.at("question"))},
            {"facts",
             source.say(study.at("pairing") == "independent" ? "page.question.facts_independent"
                                                             : "page.question.facts",
                        facts)}};
}

} // namespace tsunagi
