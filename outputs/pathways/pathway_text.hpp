#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/pathways/pathway_report.hpp"

#include <string>

namespace tsunagi {

/// Every indicator of the cohort and of the services with what it means, then how far apart the
/// groups of persons are.
std::string pathway_text(const PathwayReport& report, const Messages& messages);

} // namespace tsunagi
