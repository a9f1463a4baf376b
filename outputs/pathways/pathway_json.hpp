#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/pathways/pathway_report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tsunagi {

/// Everything in the report; tools/README.md describes the keys.
nlohmann::ordered_json
pathway_json(const PathwayReport& report, const Messages& english, const Messages& japanese);

} // namespace tsunagi
