#include "engine/experiment/replicate.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace tsunagi::program {

Status plan(const Session& session, const std::string& file) {
    const auto study = load_study(file);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    tell_warnings(session, study.warnings);
    const auto& experiment = study.value->experiment;
    const PreparedExperiment prepared{experiment};
    const auto begun = std::chrono::steady_clock::now();
    replicate(prepared, 0);
    const std::chrono::duration<double> one = std::chrono::steady_clock::now() - begun;
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const double seconds = one.count() * static_cast<double>(experiment.replications) / cores;
    const auto runs = experiment.readings.size() * experiment.scenarios.size();
    print(session.words.text(
              "cli.plan",
              {{"scenarios", std::to_string(experiment.scenarios.size())},
               {"readings", std::to_string(experiment.readings.size())},
               {"replications", std::to_string(experiment.replications)},
               {"runs", std::to_string(static_cast<std::int64_t>(runs) * experiment.replications)},
               {"seconds", fmt::format("{:.0f}", seconds)},
               {"cores", std::to_string(cores)}}) +
          "\n");
    return Status::done;
}

} // namespace tsunagi::program
