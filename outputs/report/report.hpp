#pragma once

#include "outputs/messages/messages.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace tsunagi {

struct ReportOptions {
    Language first{}; ///< shown when the page opens; the reader may switch
};

/// The page a planner reads: one HTML file that loads nothing, with both languages inside, tables
/// and (where the build had Node.js) charts.
///
/// Every number on it comes from the analysis. Two calls with the same arguments give the same
/// bytes.
/// @param analysis  as analysis_json() gives it (outputs/tables)
/// @param english   the catalogue in English
/// @param japanese  the catalogue in Japanese
/// @throws ContractViolation if the analysis or a catalogue lacks what the page prints
std::string report_page(const nlohmann::ordered_json& analysis,
                        const Messages& english,
                        const Messages& japanese,
                        const ReportOptions& options);

} // namespace tsunagi
