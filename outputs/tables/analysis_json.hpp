#pragma once

#include "outputs/tables/analysis.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tsunagi {

/// The whole analysis for programs: what `--json` prints and the page is filled with. Keys are
/// stable; they are described in outputs/tables/README.md. Numbers are not rounded; what is not
/// defined is null; texts are {"en", "ja"}.
nlohmann::ordered_json analysis_json(const Analysis& analysis);

} // namespace tsunagi
