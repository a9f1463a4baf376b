#pragma once

#include "engine/experiment/pathways.hpp"
#include "outputs/pathways/pathway_report.hpp"
#include "outputs/tables/subgroup.hpp"

#include <string_view>

namespace tsunagi {

/// Ids in outputs/messages of what an indicator is called and what it means.
struct PathwayLabel {
    std::string_view indicator;
    const char* name = nullptr;
    const char* meaning = nullptr;
};
/// @throws ContractViolation if there is no such indicator
const PathwayLabel& label_of(std::string_view indicator);

/// What the groups of an attribute differ in.
const char* label_id(Attribute attribute);
const char* label_id(PathwayUnit unit);
/// What the intervals of a report are of, or why it has none.
const char* interval_id(const PathwayReport& report);

} // namespace tsunagi
