#include "engine/core/contracts.hpp"
#include "outputs/eventlog/detail/run_title_json.hpp"
#include "outputs/eventlog/fact_json.hpp"
#include "outputs/eventlog/life_difference.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace tsunagi {

namespace {

/// The two sides of an unordered pair of agencies; one alone for an agency by itself.
std::vector<std::size_t> parties_of(EntityKey owner, const std::vector<EntityKey>& agencies) {
    for (std::size_t one = 0; one < agencies.size(); ++one) {
        if (agencies[one] == owner) {
            return {one};
        }
        for (std::size_t two = 0; two < one; ++two) {
            if (pair_key(agencies[one], agencies[two]) == owner) {
                return {two, one};
            }
        }
    }
    violate("a contact is of agencies of the region", __FILE__, __LINE__);
}

/// One table of partings in words.
class PartingTable {
public:
    PartingTable(const RunTitle& run,
                 const FactWords& words,
                 const std::vector<EntityKey>& agency_keys)
        : run_{run}, words_{words}, agency_keys_{agency_keys}, table_{{left("trace.id"),
                                                                       left("trace.scenario"),
                                                                       left("trace.when"),
                                                                       left("trace.what")}} {}

    void add(const LifeDifference& parting) {
        add_fact(parting.id, run_.base, parting.base);
        add_fact({}, run_.scenario, parting.other);
        const auto& cause = parting.cause;
        table_.add_row({{},
                        words_.text("trace.cause"),
                        cause.fact ? minute_text(cause.fact->at) : std::string{},
                        cause_text(cause) + link_text(parting.link)});
    }
    std::string text() const { return table_.text(); }

private:
    TextTable::Column left(const std::string& heading) const {
        return {words_.text(heading), TextTable::Align::left};
    }
    void
    add_fact(const std::string& id, const std::string& scenario, const std::optional<Fact>& fact) {
        table_.add_row({id,
                        scenario,
                        fact ? minute_text(fact->at) : std::string{},
                        fact ? words_.text(*fact) : words_.text("trace.nothing_further")});
    }

    std::string cause_text(const PartingCause& cause) const {
        const Messages::Arguments under{
            {"scenario", cause.under == RunSide::base ? run_.base : run_.scenario},
            {"id", cause.id},
            {"fact", cause.fact ? words_.text(*cause.fact) : std::string{}}};
        switch (cause.kind) {
        case PartingCause::Kind::unknown:
            return words_.text("trace.cause.unknown");
        case PartingCause::Kind::contact:
            return contact_text(*cause.fact, under);
        case PartingCause::Kind::household:
            return words_.text("trace.cause.household", under);
        case PartingCause::Kind::other_client:
            return words_.text("trace.cause.other_client", under);
        }
        violate("a cause is one of the list", __FILE__, __LINE__);
    }

    std::string contact_text(const Fact& fact, Messages::Arguments arguments) const {
        const auto parties = parties_of(fact.subject, agency_keys_);
        arguments.emplace_back("one", words_.agency(parties.front()));
        arguments.emplace_back("two", words_.agency(parties.back()));
        const bool held = fact.kind == FactKind::contact_held;
        if (parties.size() == 1) {
            return words_.text(held ? "trace.cause.meeting_held" : "trace.cause.meeting_cancelled",
                               arguments);
        }
        return words_.text(held ? "trace.cause.contact_held" : "trace.cause.contact_cancelled",
                           arguments);
    }

    std::string link_text(const std::optional<LinkLevels>& link) const {
        if (!link) {
            return {};
        }
        const auto level = [](double value) { return fixed(value, 3); };
        return words_.text("trace.cause.link",
                           {{"one", words_.agency(link->one.row())},
                            {"two", words_.agency(link->two.row())},
                            {"base", level(link->base)},
                            {"other", level(link->other)},
                            {"base_name", run_.base},
                            {"other_name", run_.scenario}});
    }

    const RunTitle& run_;
    const FactWords& words_;
    const std::vector<EntityKey>& agency_keys_;
    TextTable table_;
};

std::string table_of(const LifeComparison& comparison, PartingTable table) {
    for (const auto& difference : comparison.different) {
        table.add(difference);
    }
    return table.text();
}

using Json = nlohmann::ordered_json;

Json link_json(const std::optional<LinkLevels>& link, const std::vector<std::string>& agencies) {
    if (!link) {
        return nullptr;
    }
    return {{"agencies", {agencies.at(link->one.row()), agencies.at(link->two.row())}},
            {"base", link->base},
            {"scenario", link->other}};
}

Json cause_json(const PartingCause& cause,
                const RunTitle& run,
                const std::vector<std::string>& agencies) {
    constexpr std::array kinds{"unknown", "contact", "household", "other_client"};
    Json json{{"kind", kinds.at(static_cast<std::size_t>(cause.kind))}};
    if (!cause.fact) {
        return json;
    }
    json["under"] = cause.under == RunSide::base ? run.base : run.scenario;
    json["id"] = cause.id.empty() ? Json(nullptr) : Json(cause.id);
    json["agencies"] = Json::array();
    if (cause.kind == PartingCause::Kind::contact) {
        std::vector<EntityKey> keys;
        keys.reserve(agencies.size());
        for (const auto& id : agencies) {
            keys.push_back(key_of(id));
        }
        for (const auto party : parties_of(cause.fact->subject, keys)) {
            json["agencies"].push_back(agencies.at(party));
        }
    }
    json["fact"] = fact_json(*cause.fact, agencies);
    return json;
}

} // namespace

std::string difference_text(const RunTitle& run,
                            const LifeComparison& comparison,
                            const FactWords& words,
                            const std::vector<EntityKey>& agency_keys) {
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
    return comparison.different.empty()
               ? head
               : head + words.text("trace.first_parting") + "\n\n" +
                     table_of(comparison, PartingTable{run, words, agency_keys});
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
                            {"scenario", fact(difference.other)},
                            {"link", link_json(difference.link, agencies)},
                            {"cause", cause_json(difference.cause, run, agencies)}});
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
