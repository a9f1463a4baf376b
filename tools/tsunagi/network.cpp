#include "engine/execution/for_each_slot.hpp"
#include "engine/network/network_estimates.hpp"
#include "outputs/tables/text_table.hpp"
#include "scenarios/networks/network_file.hpp"
#include "tools/tsunagi/memory_need.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;

std::vector<NetworkResult>
run_all(const NetworkFile& file, const NetworkOptions& options, std::int64_t replications) {
    const auto seed = options.seed ? static_cast<std::uint64_t>(*options.seed) : file.seed;
    std::vector<NetworkResult> results(static_cast<std::size_t>(replications));
    for_each_slot(
        replications,
        [&](std::int64_t replication) {
            results[static_cast<std::size_t>(replication)] =
                run_network(file.network, {seed, static_cast<std::uint64_t>(replication)});
        },
        options.threads);
    return results;
}

Json json_of(const Estimate& estimate) {
    return {{"mean", estimate.value}, {"se", estimate.standard_error}};
}

Json json_of(const NetworkFile& file, const NetworkEstimates& estimates) {
    Json root;
    root["network"] = {{"en", file.name.en}, {"ja", file.name.ja}};
    root["replications"] = estimates.exits_per_day.units;
    root["days"] = file.days;
    root["observe_from_day"] = file.observe_from_day;
    root["stations"] = Json::array();
    for (std::size_t row = 0; row < file.stations.size(); ++row) {
        const auto& of_station = estimates.stations[row];
        Json station;
        station["id"] = file.stations[row].id;
        station["waiting"] = json_of(of_station.waiting);
        station["in_service"] = json_of(of_station.in_service);
        station["entries_per_day"] = json_of(of_station.entries_per_day);
        station["starts_per_day"] = json_of(of_station.starts_per_day);
        station["reneges_per_day"] = json_of(of_station.reneges_per_day);
        station["turned_away_per_day"] = json_of(of_station.turned_away_per_day);
        station["leaves_per_day"] = Json::array();
        for (const auto& cause : of_station.leaves_per_day) {
            station["leaves_per_day"].push_back(json_of(cause));
        }
        station["immediate_share"] = json_of(of_station.immediate_share);
        root["stations"].push_back(std::move(station));
    }
    root["exits_per_day"] = json_of(estimates.exits_per_day);
    root["events_per_day"] = json_of(estimates.person_events_per_day);
    return root;
}

std::string text_of(const Estimate& estimate) {
    return fmt::format("{:.4g} ± {:.2g}", estimate.value, estimate.standard_error);
}

std::string
text_of(const Session& session, const NetworkFile& file, const NetworkEstimates& estimates) {
    const auto word = [&](const std::string& id) { return session.words.text(id); };
    using Align = TextTable::Align;
    TextTable table{{{word("network.station"), Align::left},
                     {word("network.waiting"), Align::right},
                     {word("network.in_service"), Align::right},
                     {word("network.entries"), Align::right},
                     {word("network.immediate"), Align::right},
                     {word("network.reneges"), Align::right},
                     {word("network.turned_away"), Align::right}}};
    for (std::size_t row = 0; row < file.stations.size(); ++row) {
        const auto& station = estimates.stations[row];
        const auto& name = file.stations[row].name;
        table.add_row({in_own_language(session, name),
                       text_of(station.waiting),
                       text_of(station.in_service),
                       text_of(station.entries_per_day),
                       text_of(station.immediate_share),
                       text_of(station.reneges_per_day),
                       text_of(station.turned_away_per_day)});
    }
    return session.words.text("network.head",
                              {{"name", in_own_language(session, file.name)},
                               {"replications", std::to_string(estimates.exits_per_day.units)},
                               {"days", fmt::format("{}", file.days)},
                               {"from", fmt::format("{}", file.observe_from_day)}}) +
           "\n\n" + table.text();
}

} // namespace

Status network(const Session& session, const NetworkOptions& options) {
    const auto read = load_network(options.file);
    if (!read.value) {
        tell_faults(session, read.faults);
        return Status::bad_input;
    }
    const auto& file = *read.value;
    const auto replications = options.replications.value_or(file.replications);
    if (!options.beyond_memory) {
        const auto need = memory_need(file, replications);
        const auto threads = threads_at_work(need.most_threads, options.threads);
        if (!fits(need, threads)) {
            refuse_too_large(session, options.file, need, threads);
            return Status::bad_input;
        }
    }
    const auto results = run_all(file, options, replications);
    const auto found = estimates(file.network, results);
    print(options.form == Form::json ? json_of(file, found).dump(2) + "\n"
                                     : text_of(session, file, found));
    return Status::done;
}

} // namespace tsunagi::program
