#include "outputs/report/detail/months.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

Json question_section(const PageSource& source) {
    const Json& study = source.study();
    const Json& windows = study.at("windows");
    const PageSource::Arguments facts{
        {"region", source.in_language(study.at("region"))},
        {"from", month_words(source, day_of(study.at("policy_start")))},
        {"until", month_words(source, day_of(study.at("horizon")) - std::chrono::days{1})},
        {"runs", study.at("replications").dump()}};
    return {
        {"title", source.in_language(study.at("title"))},
        {"asked", source.in_language(study.at("question"))},
        {"facts",
         source.say(source.is_paired() ? "page.question.facts" : "page.question.facts_independent",
                    facts)},
        {"support",
         source.say("table.windows",
                    {{"support", windows.at("support_days").dump()},
                     {"close", windows.at("close_days").dump()},
                     {"silence", whole(windows.at("silence_days").get<double>())},
                     {"remote",
                      source.say(windows.at("remote_contacts") == "counted"
                                     ? "table.windows.remote_counted"
                                     : "table.windows.remote_not_counted")}})}};
}

} // namespace tsunagi
