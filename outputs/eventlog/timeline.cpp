#include "outputs/eventlog/timeline.hpp"

#include "outputs/eventlog/detail/run_title_json.hpp"
#include "outputs/eventlog/fact_json.hpp"
#include "outputs/tables/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace tsunagi {

namespace {

struct Entry {
    const Life* life = nullptr;
    Fact fact;
};

std::vector<Entry> entries_of(const Household& household) {
    std::vector<Entry> entries;
    for (const auto* life : {household.person, household.family}) {
        if (life != nullptr) {
            std::transform(life->facts.begin(),
                           life->facts.end(),
                           std::back_inserter(entries),
                           [&](const Fact& fact) {
                               return Entry{life, fact};
                           });
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) {
        return one.fact.at < other.fact.at;
    });
    return entries;
}

std::string who(const FactWords& words, ClientKind kind) {
    const bool family = kind == ClientKind::family || kind == ClientKind::background_family;
    return words.text(family ? "trace.family" : "trace.person");
}

std::vector<const Life*> present(const RunTitle& run, const LifeBook& book) {
    std::vector<const Life*> lives;
    for (const auto& life : book.lives()) {
        if (is_present_at(life, run.policy_start)) {
            lives.push_back(&life);
        }
    }
    return lives;
}

TextTable::Column left(const std::string& heading) {
    return {heading, TextTable::Align::left};
}

} // namespace

Household household_of(const LifeBook& book, const Life& life) {
    constexpr std::string_view suffix = "/family";
    if (life.kind == ClientKind::family) {
        const auto person = std::string_view{life.id}.substr(0, life.id.size() - suffix.size());
        return {.person = book.find(person), .family = &life};
    }
    return {.person = &life, .family = book.find(child_key(life.key, 0))};
}

std::string timeline_text(const RunTitle& run, const Household& household, const FactWords& words) {
    TextTable table{{left(words.text("trace.when")),
                     left(words.text("trace.who")),
                     left(words.text("trace.what"))}};
    bool under_policy = false;
    for (const auto& [life, fact] : entries_of(household)) {
        if (!under_policy && fact.at >= run.policy_start) {
            under_policy = true;
            table.add_row({minute_text(run.policy_start), "", words.text("trace.policy_starts")});
        }
        table.add_row({minute_text(fact.at), who(words, life->kind), words.text(fact)});
    }
    return words.text("trace.title",
                      {{"person", household.person->id},
                       {"scenario", run.scenario},
                       {"reading", run.reading},
                       {"replication", std::to_string(run.replication)}}) +
           "\n\n" + table.text();
}

nlohmann::ordered_json timeline_json(const RunTitle& run,
                                     const Household& household,
                                     const std::vector<std::string>& agencies) {
    auto facts = nlohmann::ordered_json::array();
    for (const auto& [life, fact] : entries_of(household)) {
        facts.push_back({{"who", life->id}});
        facts.back().update(fact_json(fact, agencies));
    }
    auto json = detail::run_title_json(run);
    json["person"] = household.person->id;
    json["family"] = nullptr;
    if (household.family != nullptr) {
        json["family"] = household.family->id;
    }
    json["facts"] = std::move(facts);
    return json;
}

std::string present_text(const RunTitle& run, const LifeBook& book, const FactWords& words) {
    TextTable table{{left(words.text("trace.id")),
                     left(words.text("trace.who")),
                     {words.text("trace.facts"), TextTable::Align::right}}};
    const auto lives = present(run, book);
    for (const auto* life : lives) {
        table.add_row({life->id,
                       who(words, life->kind),
                       std::to_string(facts_from(*life, run.policy_start).size())});
    }
    return words.text("trace.present",
                      {{"count", std::to_string(lives.size())},
                       {"from", date_text(run.policy_start)},
                       {"until", date_text(run.horizon - one_day)},
                       {"scenario", run.scenario},
                       {"reading", run.reading},
                       {"replication", std::to_string(run.replication)}}) +
           "\n\n" + table.text();
}

nlohmann::ordered_json present_json(const RunTitle& run, const LifeBook& book) {
    auto lives = nlohmann::ordered_json::array();
    for (const auto* life : present(run, book)) {
        lives.push_back({{"id", life->id},
                         {"kind", name_of(FactField::client_kind, static_cast<int>(life->kind))},
                         {"facts", facts_from(*life, run.policy_start).size()}});
    }
    auto json = detail::run_title_json(run);
    json["lives"] = std::move(lives);
    return json;
}

} // namespace tsunagi
