#pragma once

#include "scenarios/policies/policy_file.hpp"
#include "scenarios/regions/region_file.hpp"
#include "scenarios/studies/study.hpp"

namespace tsunagi::detail {

/// [reading.*] and [effect_curve] into experiment and text.
void read_readings(TableReader& root, Study& study);

/// [[expectation]] into the text; call it once readings, scenarios and reference are read.
void read_expectations(TableReader& root, Study& study);

/// Tells `groups`, which a study cannot choose: results come by all groups that are known at the
/// index event, and by no others.
void check_groups(TableReader& root);

/// What the text takes from the region, its catalogue and its parameters.
void describe_region(const RegionFile& region, StudyText& text);

/// `parameters` of a file, one shown value per parameter.
std::vector<ShownValue> shown_parameters(const ParameterBook& book);

} // namespace tsunagi::detail
