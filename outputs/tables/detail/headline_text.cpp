#include "outputs/store/value_text.hpp"
#include "outputs/tables/detail/headline.hpp"
#include "outputs/tables/detail/wording.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <algorithm>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

constexpr std::array groups_in_order{
    AnalysisGroup::good, AnalysisGroup::not_good, AnalysisGroup::all};

std::string headline_table(const Wording& wording, std::size_t reading) {
    std::vector<TextTable::Column> columns{
        {wording.say("table.reading", {{"reading", wording.reading(reading)}}), Align::left}};
    for (const auto group : groups_in_order) {
        columns.push_back({wording.say(label_id(group)), Align::right});
        columns.push_back({wording.say("table.difference"), Align::left});
    }
    columns.push_back({wording.say("table.persons"), Align::left});
    TextTable table{std::move(columns)};
    for (std::size_t row = 0; row < wording.analysis().study.scenarios.size(); ++row) {
        const auto find = [&](AnalysisGroup group) -> const Comparison& {
            return find_comparison(wording.analysis(), reading, row, headline, group);
        };
        std::vector<std::string> cells{wording.scenario(row)};
        for (const auto group : groups_in_order) {
            cells.push_back(wording.level_cell(find(group)));
            cells.push_back(wording.difference_cell(find(group)));
        }
        cells.push_back(wording.persons_cell(find(AnalysisGroup::all)));
        table.add_row(std::move(cells));
    }
    return table.text() + '\n';
}

std::string found_text(const Wording& wording, const ExpectationCheck& check) {
    const auto& row = wording.analysis().comparisons[check.comparison];
    const Messages::Arguments arguments{{"reading", wording.reading(row.reading)},
                                        {"policy", wording.scenario(row.scenario)},
                                        {"found", wording.difference_cell(row)}};
    switch (check.direction) {
    case ExpectationCheck::Agreement::yes:
        return wording.say("table.found.yes", arguments);
    case ExpectationCheck::Agreement::no:
        return wording.say("table.found.no", arguments);
    case ExpectationCheck::Agreement::undecided:
        break;
    }
    return wording.say("table.found.undecided", arguments);
}

// What "in support" means in this study.
std::string windows_text(const Wording& wording) {
    const auto& facts = wording.analysis().study.facts;
    const bool counted = facts.remote_contacts == StudyFacts::RemoteContacts::counted;
    return wording.say("table.windows",
                       {{"support", std::to_string(facts.support_window_days)},
                        {"close", std::to_string(facts.close_window_days)},
                        {"silence", whole(facts.silence_days)},
                        {"remote",
                         wording.say(counted ? "table.windows.remote_counted"
                                             : "table.windows.remote_not_counted")}});
}

} // namespace

std::string setting_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    const auto& facts = analysis.study.facts;
    const bool paired = facts.pairing == StudyFacts::Pairing::common_random_numbers;
    const auto replications = [&](AnalysisGroup group) {
        return std::to_string(analysis.replications[static_cast<std::size_t>(group)]);
    };
    return line(wording.words(facts.title)) +
           line(wording.say("table.question", {{"question", wording.words(facts.question)}})) +
           line(wording.say(paired ? "table.setting" : "table.setting_independent",
                            {{"region", wording.words(facts.region)},
                             {"from", text_of(facts.policy_start)},
                             {"to", text_of(facts.horizon)},
                             {"replications", std::to_string(facts.replications)}})) +
           line(wording.say("table.cohort",
                            {{"persons", whole(analysis.cohort_per_year.front().value_or(0.0))}})) +
           line(windows_text(wording)) +
           line(wording.say("table.replications",
                            {{"good", replications(AnalysisGroup::good)},
                             {"not_good", replications(AnalysisGroup::not_good)}})) +
           line(wording.say("table.assumed"));
}

std::string headline_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    auto text =
        section(wording.say("table.headline",
                            {{"reference", wording.scenario(analysis.reference)},
                             {"days", std::to_string(analysis.study.facts.support_window_days)}}));
    for (const auto reading : wording.named_readings()) {
        text += headline_table(wording, reading);
    }
    if (std::ranges::any_of(analysis.comparisons, [](const Comparison& row) {
            return row.outcome == headline && is_doubtful(row);
        })) {
        text += line(wording.say("table.doubtful"));
    }
    return text;
}

std::string expectations_text(const Wording& wording) {
    const auto& expectations = wording.analysis().study.expectations;
    if (expectations.empty()) {
        return line(wording.say("table.no_expectation"));
    }
    std::string text;
    for (std::size_t stated = 0; stated < expectations.size(); ++stated) {
        text += line(wording.say("table.expected",
                                 {{"expectation", wording.words(expectations[stated].text)}}));
        for (const auto& check : wording.analysis().expectation_checks) {
            if (check.expectation == stated) {
                text += line(found_text(wording, check));
            }
        }
    }
    return text;
}

} // namespace tsunagi::detail
