#include "outputs/store/detail/attempt_line.hpp"

#include "outputs/store/detail/process.hpp"

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <unistd.h>

namespace tsunagi::detail {

std::string attempt_line(const AttemptRecord& attempt) {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    nlohmann::ordered_json json{{"time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))},
                                {"event", attempt.event}};
    if (attempt.block) {
        json["first"] = attempt.block->first;
        json["count"] = attempt.block->count;
    }
    for (const auto& [key, value] : attempt.details) {
        json[key] = value;
    }
    json["host"] = host_name();
    json["process"] = ::getpid();
    for (const auto& [key, variable] :
         {std::pair{"job", "SLURM_JOB_ID"}, std::pair{"restart", "SLURM_RESTART_COUNT"}}) {
        if (const auto* value = std::getenv(variable)) {
            json[key] = value;
        }
    }
    // Paths need not be UTF-8; a log line must be.
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace tsunagi::detail
