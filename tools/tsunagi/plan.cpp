#include "engine/execution/for_each_slot.hpp"
#include "engine/experiment/replicate.hpp"
#include "scenarios/networks/network_file.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/memory_need.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const MemoryNeed& need, std::int64_t threads) {
    const auto& available = need.bytes_available;
    return {{"persons", need.persons ? Json(*need.persons) : Json(nullptr)},
            {"threads", threads},
            {"bytes", bytes_needed(need, threads)},
            {"available_bytes", available ? Json(*available) : Json(nullptr)},
            {"fits", available ? Json(fits(need, threads)) : Json(nullptr)}};
}

std::string text_of(const Session& session, const MemoryNeed& need, std::int64_t threads) {
    auto text = session.words.text("cli.plan.memory", words_of(session, need, threads));
    if (need.bytes_available) {
        text += session.words.text("cli.plan.available",
                                   {{"available", megabytes_available(*need.bytes_available)}});
    }
    if (!fits(need, threads)) {
        text += session.words.text("cli.plan.too_large", {{"remedy", remedy(session, need)}});
    }
    return text + "\n";
}

/// Seconds that one replication takes.
double seconds_of_one(const Experiment& experiment) {
    const PreparedExperiment prepared{experiment};
    const auto begun = std::chrono::steady_clock::now();
    replicate(prepared, 0);
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - begun}.count();
}

Status plan_study(const Session& session, const PlanOptions& options) {
    const auto study = load_study(options.file);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    tell_warnings(session, study.warnings);
    const auto need = memory_need(*study.value);
    const auto threads = threads_at_work(need.most_threads, options.threads);
    const auto& experiment = study.value->experiment;
    std::optional<double> seconds; // none where already a single replication does not fit
    if (fits(need, 1)) {
        seconds = seconds_of_one(experiment) * static_cast<double>(experiment.replications) /
                  static_cast<double>(threads);
    }
    const auto scenarios = experiment.scenarios.size();
    const auto readings = experiment.readings.size();
    const auto runs = static_cast<std::int64_t>(scenarios * readings) * experiment.replications;
    if (options.form == Form::json) {
        print(Json{{"scenarios", scenarios},
                   {"readings", readings},
                   {"replications", experiment.replications},
                   {"runs", runs},
                   {"seconds", seconds ? Json(*seconds) : Json(nullptr)},
                   {"memory", json_of(need, threads)}}
                  .dump(2) +
              "\n");
        return Status::done;
    }
    print(session.words.text("cli.plan",
                             {{"scenarios", std::to_string(scenarios)},
                              {"readings", std::to_string(readings)},
                              {"replications", std::to_string(experiment.replications)},
                              {"runs", std::to_string(runs)}}) +
          (seconds ? session.words.text("cli.plan.time",
                                        {{"seconds", fmt::format("{:.0f}", *seconds)},
                                         {"threads", std::to_string(threads)}})
                   : std::string{}) +
          "\n" + text_of(session, need, threads));
    return Status::done;
}

Status plan_network(const Session& session, const PlanOptions& options) {
    const auto network = load_network(options.file);
    if (!network.value) {
        tell_faults(session, network.faults);
        return Status::bad_input;
    }
    const auto need = memory_need(*network.value, network.value->replications);
    const auto threads = threads_at_work(need.most_threads, options.threads);
    if (options.form == Form::json) {
        print(
            Json{{"replications", network.value->replications}, {"memory", json_of(need, threads)}}
                .dump(2) +
            "\n");
        return Status::done;
    }
    print(session.words.text("cli.plan.network",
                             {{"replications", std::to_string(network.value->replications)},
                              {"days", fmt::format("{}", network.value->days)}}) +
          "\n" + text_of(session, need, threads));
    return Status::done;
}

} // namespace

Status plan(const Session& session, const PlanOptions& options) {
    FaultLog faults;
    return kind_of(options.file, faults) == "network" ? plan_network(session, options)
                                                      : plan_study(session, options);
}

} // namespace tsunagi::program
