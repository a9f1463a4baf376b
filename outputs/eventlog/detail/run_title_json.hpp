#pragma once

#include "outputs/eventlog/run_title.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tsunagi::detail {

/// What every JSON about a run begins with.
nlohmann::ordered_json run_title_json(const RunTitle& run);

} // namespace tsunagi::detail
