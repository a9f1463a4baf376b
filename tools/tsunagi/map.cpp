#include "outputs/tables/text_table.hpp"
#include "tools/tsunagi/agency_names.hpp"
#include "tools/tsunagi/named_region.hpp"
#include "tools/tsunagi/region_map.hpp"
#include "tools/tsunagi/verbs.hpp"
#include "tools/tsunagi/way_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;

/// Words a map in the language of the session.
class MapText {
public:
    MapText(const Session& session, const NamedRegion& named)
        : session_{session}, words_{session.words}, named_{named}, map_{named} {}

    std::string text() const {
        return line("cli.map.title", {{"region", in_own_language(session_, named_.name)}}) + "\n" +
               ways() + line("cli.map.kinds") + "\n" + reach() + "\n" + nowhere() + support() +
               line("cli.map.points", {{"agencies", list(map_.articulation_points())}}) +
               line("cli.map.bridges", {{"pairs", bridges()}}) +
               line(map_.contacts_are_reported() ? "cli.map.ties" : "cli.map.ties_drawn");
    }

private:
    std::string line(const std::string& id, const Messages::Arguments& arguments = {}) const {
        return words_.text(id, arguments) + "\n";
    }
    std::string joined(const std::vector<std::string>& texts) const {
        return texts.empty()
                   ? words_.text("cli.map.none")
                   : fmt::format("{}", fmt::join(texts, words_.text("cli.map.separator")));
    }
    std::string list(const std::vector<AgencyId>& agencies) const {
        std::vector<std::string> names;
        names.reserve(agencies.size());
        for (const auto agency : agencies) {
            names.push_back(names_.at(agency.row()));
        }
        return joined(names);
    }

    std::string kind(const Way& way) const {
        return is_of_label(way) ? words_.text("cli.map.label", {{"label", id_of(way, named_)}})
                                : words_.text("cli.map.always");
    }
    // Its agencies below one another, since they may be many.
    void add_way(TextTable& table, const Way& way) const {
        const auto name = [&](const std::vector<AgencyId>& agencies, std::size_t row) {
            return row < agencies.size() ? names_.at(agencies[row].row()) : std::string{};
        };
        const bool has_sender = !way.from.empty();
        table.add_row({kind(way),
                       way_text(way, named_, words_),
                       has_sender ? name(way.from, 0) : words_.text("cli.map.outside"),
                       name(way.to, 0)});
        for (std::size_t row = 1; row < std::max(way.from.size(), way.to.size()); ++row) {
            table.add_row({"", "", name(way.from, row), name(way.to, row)});
        }
    }
    std::string ways() const {
        TextTable table{{{words_.text("cli.map.kind"), TextTable::Align::left},
                         {words_.text("cli.map.way"), TextTable::Align::left},
                         {words_.text("cli.map.from"), TextTable::Align::left},
                         {words_.text("cli.map.to"), TextTable::Align::left}}};
        for (const auto& way : map_.ways()) {
            add_way(table, way);
        }
        return table.text();
    }

    // A row for every number of steps.
    void add_reach(TextTable& table,
                   const std::string& from,
                   const std::vector<ReachedAgency>& reached) const {
        std::map<std::int64_t, std::vector<AgencyId>> by_steps;
        for (const auto& [agency, steps] : reached) {
            by_steps[steps].push_back(agency);
        }
        for (const auto& [steps, agencies] : by_steps) {
            const bool is_first = steps == by_steps.begin()->first;
            table.add_row({is_first ? from : "", std::to_string(steps), list(agencies)});
        }
    }
    std::string reach() const {
        TextTable table{{{words_.text("cli.map.from"), TextTable::Align::left},
                         {words_.text("cli.map.steps"), TextTable::Align::right},
                         {words_.text("cli.map.to"), TextTable::Align::left}}};
        for (std::size_t row = 0; row < names_.size(); ++row) {
            add_reach(table, names_[row], map_.reached_from(named_.region.agencies.id(row)));
        }
        add_reach(table, words_.text("cli.map.outside"), map_.reached_from_outside());
        return table.text();
    }
    std::string nowhere() const {
        std::vector<AgencyId> agencies;
        for (std::size_t row = 0; row < names_.size(); ++row) {
            const auto agency = named_.region.agencies.id(row);
            if (map_.reached_from(agency).empty()) {
                agencies.push_back(agency);
            }
        }
        return line("cli.map.nowhere", {{"agencies", list(agencies)}});
    }
    std::string support() const {
        const auto& office = names_.at(named_.region.probation_office.row());
        return line("cli.map.support",
                    {{"office", office}, {"agencies", list(map_.support_reached())}});
    }
    std::string bridges() const {
        std::vector<std::string> pairs;
        for (const auto& [one, other] : map_.bridges()) {
            pairs.push_back(
                words_.text("cli.map.pair",
                            {{"one", names_.at(one.row())}, {"other", names_.at(other.row())}}));
        }
        return joined(pairs);
    }

    const Session& session_;
    const Messages& words_;
    const NamedRegion& named_;
    RegionMap map_;
    std::vector<std::string> names_ =
        agency_names(named_.agencies, words_.language()); // by AgencyId row
};

/// A map for other programs, in both languages.
class MapJson {
public:
    explicit MapJson(const NamedRegion& named) : named_{named}, map_{named} {}

    std::string text() const {
        const Json json{{"region", words(named_.name)},
                        {"ways", ways()},
                        {"agencies", agencies()},
                        {"from_outside", reaches(map_.reached_from_outside())},
                        {"articulation_points", ids(map_.articulation_points())},
                        {"bridges", bridges()},
                        {"contacts", map_.contacts_are_reported() ? "reported" : "drawn"},
                        {"support",
                         {{"agencies", ids(map_.support())},
                          {"from", id(named_.region.probation_office)},
                          {"reached", ids(map_.support_reached())}}}};
        return json.dump(2) + "\n";
    }

private:
    static Json words(const Words& words) { return {{"en", words.en}, {"ja", words.ja}}; }
    const std::string& id(AgencyId agency) const { return named_.agencies.at(agency.row()).id; }
    Json ids(const std::vector<AgencyId>& agencies) const {
        auto list = Json::array();
        for (const auto agency : agencies) {
            list.push_back(id(agency));
        }
        return list;
    }

    Json ways() const {
        const Messages english{Language::en};
        const Messages japanese{Language::ja};
        auto list = Json::array();
        for (const auto& way : map_.ways()) {
            list.push_back({{"kind", is_of_label(way) ? "label" : "always"},
                            {"id", id_of(way, named_)},
                            {"name",
                             words({.en = way_text(way, named_, english),
                                    .ja = way_text(way, named_, japanese)})},
                            {"from", ids(way.from)},
                            {"to", ids(way.to)}});
        }
        return list;
    }
    Json reaches(const std::vector<ReachedAgency>& reached) const {
        auto list = Json::array();
        for (const auto& [agency, steps] : reached) {
            list.push_back({{"agency", id(agency)}, {"steps", steps}});
        }
        return list;
    }
    Json agencies() const {
        auto list = Json::array();
        for (std::size_t row = 0; row < named_.agencies.size(); ++row) {
            const auto& [own_id, name] = named_.agencies[row];
            list.push_back(
                {{"id", own_id},
                 {"name", words(name)},
                 {"reaches", reaches(map_.reached_from(named_.region.agencies.id(row)))}});
        }
        return list;
    }
    Json bridges() const {
        auto list = Json::array();
        for (const auto& [one, other] : map_.bridges()) {
            list.push_back(Json::array({id(one), id(other)}));
        }
        return list;
    }

    const NamedRegion& named_;
    RegionMap map_;
};

} // namespace

Status map(const Session& session, const std::string& file, Form form) {
    const auto named = read_named_region(file);
    if (!named.value) {
        tell_faults(session, named.faults);
        return Status::bad_input;
    }
    tell_warnings(session, named.warnings);
    print(form == Form::json ? MapJson{*named.value}.text()
                             : MapText{session, *named.value}.text());
    return Status::done;
}

} // namespace tsunagi::program
