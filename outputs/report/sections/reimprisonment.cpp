#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace tsunagi {

namespace {

std::string mark_of(const PageSource& source, const Json& told) {
    return source.say("table.mark." + told.at("from").get<std::string>() + '_' +
                      told.at("years").dump());
}

std::string seen(const PageSource& source, const std::string& policy, const Json& row) {
    const Json& told = row.at("told");
    const Json& difference = told.at("difference");
    const WordedEstimate words = worded(source, difference, hundred, Precision::two_digits);
    std::string text = source.say("table.reimprisonment.seen",
                                  {{"policy", policy},
                                   {"seen", row.at("off_zero").dump()},
                                   {"all", row.at("numbers").dump()},
                                   {"mark", mark_of(source, told)},
                                   {"difference", words.value},
                                   {"interval", words.interval},
                                   {"persons", one_in(difference.at("value").get<double>())}});
    const double gain = source.study().at("worth_knowing_gain").get<double>();
    if (std::max(std::abs(difference.at("lower").get<double>()),
                 std::abs(difference.at("upper").get<double>())) < gain) {
        text += source.say("table.reimprisonment.small", {{"gain", short_number(hundred * gain)}});
    }
    const std::string grade = grade_words(source, "use");
    if (!grade.empty()) {
        text += source.say("table.reimprisonment.rests_on", {{"grade", grade}});
    }
    return text;
}

std::string finding(const PageSource& source, const std::string& policy, const Json& row) {
    const Json& verdict = row.at("verdict");
    if (verdict == "more" || verdict == "fewer") {
        return seen(source, policy, row);
    }
    if (verdict == "identical") {
        return source.say("table.reimprisonment.identical", {{"policy", policy}});
    }
    if (verdict == "none") {
        return source.say("table.reimprisonment.none", {{"policy", policy}});
    }
    const Json& told = row.at("told");
    return source.say("table.reimprisonment.unseen",
                      {{"policy", policy},
                       {"all", row.at("numbers").dump()},
                       {"mark", mark_of(source, told)},
                       {"size", significant(hundred * told.at("detectable").get<double>())}});
}

} // namespace

Json reimprisonment_findings(const PageSource& source) {
    Json findings = Json::array();
    for (const PageScenario& policy : source.policies()) {
        if (const Json* row =
                source.row("reimprisonment",
                           {{"reading", source.main_reading()}, {"scenario", policy.name}})) {
            findings.push_back(finding(source, policy.label, *row));
        }
    }
    if (findings.empty()) {
        return false;
    }
    return {{"expected", source.say("table.reimprisonment.expected")},
            {"findings", std::move(findings)}};
}

} // namespace tsunagi
