#include "engine/region/region_graph.hpp"
#include "outputs/tables/text_table.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/regions/region_file.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/agency_names.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;

/// A region with the names people know it and its agencies by.
struct NamedRegion {
    Region region;
    Words name;
    std::vector<NamedText> agencies; ///< by AgencyId row
};

ReadResult<NamedRegion> read_named_region(const std::string& file) {
    FaultLog told;
    if (kind_of(file, told) == "study") {
        auto study = load_study(file);
        if (!study.value) {
            return {.faults = std::move(study.faults)};
        }
        auto& [experiment, text] = *study.value;
        return {.value = NamedRegion{.region = std::move(experiment.region),
                                     .name = std::move(text.region),
                                     .agencies = std::move(text.agencies)},
                .warnings = std::move(study.warnings)};
    }
    auto read = load_region(file);
    if (!read.value) {
        return {.faults = std::move(read.faults)};
    }
    NamedRegion named{.region = std::move(read.value->region),
                      .name = std::move(read.value->name),
                      .agencies = {}};
    for (auto& [id, name] : read.value->agencies) {
        named.agencies.push_back({.id = std::move(id), .name = std::move(name)});
    }
    return {.value = std::move(named), .warnings = std::move(read.warnings)};
}

/// The answers of a region's graph, in the order of its file.
class RegionMap {
public:
    explicit RegionMap(const Region& region)
        : region_{region}, graph_{region}, support_{community_support(region)} {
        std::sort(support_.begin(), support_.end());
    }

    std::vector<ReachedAgency> reached_from(AgencyId sender) const {
        const auto reached = graph_.reached_from(sender);
        std::vector<ReachedAgency> sorted{reached.begin(), reached.end()};
        std::sort(
            sorted.begin(), sorted.end(), [](const ReachedAgency& one, const ReachedAgency& other) {
                return std::tie(one.steps, one.agency) < std::tie(other.steps, other.agency);
            });
        return sorted;
    }
    std::vector<AgencyId> articulation_points() const {
        const auto points = graph_.articulation_points();
        std::vector<AgencyId> sorted{points.begin(), points.end()};
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }
    std::vector<std::pair<AgencyId, AgencyId>> bridges() const {
        std::vector<std::pair<AgencyId, AgencyId>> sorted;
        for (const auto& [one, other] : graph_.bridges()) {
            sorted.emplace_back(std::min(one, other), std::max(one, other));
        }
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }
    const std::vector<AgencyId>& support() const { return support_; }
    std::vector<AgencyId> support_reached() const {
        std::vector<AgencyId> reached;
        for (const auto& one : reached_from(region_.probation_office)) {
            if (std::find(support_.begin(), support_.end(), one.agency) != support_.end()) {
                reached.push_back(one.agency);
            }
        }
        return reached;
    }
    bool contacts_are_reported() const {
        return std::holds_alternative<ObservedLinks>(region_.links);
    }

private:
    const Region& region_;
    RegionGraph graph_;
    std::vector<AgencyId> support_;
};

/// Words a map in the language of the session.
class MapText {
public:
    MapText(const Session& session, const NamedRegion& named)
        : session_{session}, words_{session.words}, named_{named}, map_{named.region} {}

    std::string text() const {
        return line("cli.map.title", {{"region", in_own_language(session_, named_.name)}}) + "\n" +
               reach() + "\n" + nowhere() + support() +
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

    // A row for every agency that refers and every number of steps.
    std::string reach() const {
        TextTable table{{{words_.text("cli.map.from"), TextTable::Align::left},
                         {words_.text("cli.map.steps"), TextTable::Align::right},
                         {words_.text("cli.map.to"), TextTable::Align::left}}};
        for (std::size_t row = 0; row < names_.size(); ++row) {
            std::map<std::int64_t, std::vector<AgencyId>> by_steps;
            for (const auto& [agency, steps] : map_.reached_from(named_.region.agencies.id(row))) {
                by_steps[steps].push_back(agency);
            }
            for (const auto& [steps, agencies] : by_steps) {
                const bool is_first = steps == by_steps.begin()->first;
                table.add_row({is_first ? names_[row] : "", std::to_string(steps), list(agencies)});
            }
        }
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

Json json_of(const Words& words) {
    return {{"en", words.en}, {"ja", words.ja}};
}

std::string json_of(const NamedRegion& named) {
    const RegionMap map{named.region};
    const auto id = [&](AgencyId agency) { return named.agencies.at(agency.row()).id; };
    const auto ids = [&](const std::vector<AgencyId>& agencies) {
        auto list = Json::array();
        for (const auto agency : agencies) {
            list.push_back(id(agency));
        }
        return list;
    };
    auto agencies = Json::array();
    for (std::size_t row = 0; row < named.agencies.size(); ++row) {
        auto reaches = Json::array();
        for (const auto& [agency, steps] : map.reached_from(named.region.agencies.id(row))) {
            reaches.push_back({{"agency", id(agency)}, {"steps", steps}});
        }
        const auto& [own_id, name] = named.agencies[row];
        agencies.push_back({{"id", own_id}, {"name", json_of(name)}, {"reaches", reaches}});
    }
    auto bridges = Json::array();
    for (const auto& [one, other] : map.bridges()) {
        bridges.push_back(Json::array({id(one), id(other)}));
    }
    const Json json{{"region", json_of(named.name)},
                    {"agencies", agencies},
                    {"articulation_points", ids(map.articulation_points())},
                    {"bridges", bridges},
                    {"contacts", map.contacts_are_reported() ? "reported" : "drawn"},
                    {"support",
                     {{"agencies", ids(map.support())},
                      {"from", id(named.region.probation_office)},
                      {"reached", ids(map.support_reached())}}}};
    return json.dump(2) + "\n";
}

} // namespace

Status map(const Session& session, const std::string& file, Form form) {
    const auto named = read_named_region(file);
    if (!named.value) {
        tell_faults(session, named.faults);
        return Status::bad_input;
    }
    tell_warnings(session, named.warnings);
    print(form == Form::json ? json_of(*named.value) : MapText{session, *named.value}.text());
    return Status::done;
}

} // namespace tsunagi::program
