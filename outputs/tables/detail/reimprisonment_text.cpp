#include "outputs/tables/detail/number_table.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi::detail {
namespace {

std::string seen_text(const Wording& wording, const Reimprisonment& row) {
    const auto& told = row.told.value();
    const auto& found = told.difference;
    const auto interval = found.interval.value();
    const double value = hundred * found.value;
    const int decimals =
        decimals_of_estimate(value, hundred * (interval.upper - interval.lower) / 2.0);
    const auto printed = [&](double share) {
        return fixed(hundred * share, decimals, Sign::always);
    };
    auto text = wording.say(
        "table.reimprisonment.seen",
        {{"policy", wording.scenario(row.scenario)},
         {"seen", std::to_string(row.off_zero)},
         {"all", std::to_string(row.numbers)},
         {"mark", wording.say(label_id(told.index, told.years, told.clock))},
         {"difference", printed(found.value)},
         {"interval",
          wording.say("page.interval",
                      {{"low", printed(interval.lower)}, {"high", printed(interval.upper)}})},
         {"persons", one_in(found.value)}});
    if (std::max(std::abs(interval.lower), std::abs(interval.upper)) <
        wording.analysis().study.facts.worth_knowing_gain) {
        text += wording.say("table.reimprisonment.small", {{"gain", wording.gain()}});
    }
    const auto grade = grade_text(wording, Basis::Kind::use);
    if (!grade.empty()) {
        text += wording.say("table.reimprisonment.rests_on", {{"grade", grade}});
    }
    return text;
}

std::string finding(const Wording& wording, const Reimprisonment& row) {
    const auto& policy = wording.scenario(row.scenario);
    switch (row.verdict) {
    case Verdict::more:
    case Verdict::fewer:
        return seen_text(wording, row);
    case Verdict::identical:
        return wording.say("table.reimprisonment.identical", {{"policy", policy}});
    case Verdict::no_difference_seen:
        break;
    case Verdict::none:
    case Verdict::reference:
        return wording.say("table.reimprisonment.none", {{"policy", policy}});
    }
    const auto& told = row.told.value();
    return wording.say("table.reimprisonment.unseen",
                       {{"policy", policy},
                        {"all", std::to_string(row.numbers)},
                        {"mark", wording.say(label_id(told.index, told.years, told.clock))},
                        {"size", significant(hundred * told.detectable)}});
}

} // namespace

std::string reimprisonment_text(const Wording& wording) {
    const auto rows = shown(wording, wording.analysis().reimprisonment);
    if (rows.empty()) {
        return {};
    }
    auto text = line('\n' + wording.say("table.reimprisonment.expected"));
    for (const auto* row : rows) {
        text += line("  " + finding(wording, *row));
    }
    return text;
}

} // namespace tsunagi::detail
