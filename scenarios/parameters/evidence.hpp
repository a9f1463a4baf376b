#pragma once

#include "scenarios/reader/inputs.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// A published figure that the sources of parameters cite by its id.
struct EvidenceRow {
    std::string id;         ///< a letter and two digits, such as "J16"
    std::string figure;     ///< what was counted or measured
    std::string value;      ///< with its unit
    std::string year;       ///< of the figure or of its paper; empty where the source states none
    std::string population; ///< who was counted; empty where the source does not name them
    std::string source;     ///< where it was published
    std::string address;    ///< web address, or "none"
};

/// Reads the table of published figures.
std::optional<std::vector<EvidenceRow>>
read_evidence(Inputs& inputs, const std::string& file, const Position& named_at, FaultLog& faults);

/// The ids of the form "J16" that a source cites, in order.
std::vector<std::string> cited_ids(std::string_view source);

} // namespace tsunagi
