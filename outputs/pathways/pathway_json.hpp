#pragma once

#include "outputs/pathways/pathway_report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tsunagi {

/// Everything in the report; tools/README.md describes the keys.
nlohmann::ordered_json pathway_json(const PathwayReport& report);

} // namespace tsunagi
