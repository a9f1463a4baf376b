#pragma once

#include "outputs/store/results_directory.hpp"

#include <string>

namespace tsunagi::detail {

/// One line of attempts.jsonl, without the line's end: the attempt with time (UTC), host, process
/// and, under a batch system, job and restart.
std::string attempt_line(const AttemptRecord& attempt);

} // namespace tsunagi::detail
