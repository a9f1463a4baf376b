#pragma once

#include "engine/execution/for_each_slot.hpp"
#include "tools/tsunagi/progress.hpp"
#include "tools/tsunagi/session.hpp"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::program {

/// What one replication gave, or why it failed.
template <class Result> struct Tried {
    std::optional<Result> result; ///< nothing where it failed or was not run
    std::string failure;
};

/// How many replications, on how many threads.
struct Replications {
    std::int64_t number{};
    int threads = 0; ///< 0: one for every core
};

/// Runs each replication into a slot of its own; a failing one stops no other, and none is begun
/// once a stop is requested.
/// @param run  from the replication's number
template <class Result, class Run>
std::vector<Tried<Result>>
try_each(const Replications& replications, RunMonitor& monitor, const Run& run) {
    std::vector<Tried<Result>> tried(static_cast<std::size_t>(replications.number));
    const auto try_one = [&](std::int64_t replication) {
        if (monitor.stop_requested()) {
            return;
        }
        auto& slot = tried[static_cast<std::size_t>(replication)];
        try {
            slot.result = run(replication);
        } catch (const std::exception& failure) {
            slot.failure = failure.what();
        }
        monitor.replication_done();
    };
    for_each_slot(replications.number, try_one, replications.threads);
    return tried;
}

template <class Result>
void tell_failures(const Session& session, const std::vector<Tried<Result>>& tried) {
    for (std::size_t replication = 0; replication < tried.size(); ++replication) {
        if (const auto& failure = tried[replication].failure; !failure.empty()) {
            tell(session,
                 "cli.replication_failed",
                 {{"replication", std::to_string(replication)}, {"reason", failure}});
        }
    }
}

/// @return nothing if a replication failed or was not run
template <class Result>
std::optional<std::vector<Result>> results_of(std::vector<Tried<Result>> tried) {
    std::vector<Result> all;
    all.reserve(tried.size());
    for (auto& one : tried) {
        if (!one.result) {
            return std::nullopt;
        }
        all.push_back(std::move(*one.result));
    }
    return all;
}

} // namespace tsunagi::program
