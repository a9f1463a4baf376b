#pragma once

#include "engine/experiment/experiment.hpp"

#include "tests/support/file_order.hpp"

/// What properties of whole runs are tried on. Every function draws with rapidcheck, and is called
/// within a property.
namespace tsunagi::test {

/// A region with some of the wide region's agencies and whatever there may be of services, places,
/// slots, hours and distances; links typical, or contacts of the centre as a planner may state
/// them; parameters scattered within their bounds. One reading; a year of warm-up and one of
/// policy.
Experiment any_experiment();

/// Links have an effect as far as meetings make them, as far as a weight says, or none, at any
/// scale that a study may state.
Reading any_reading();

/// Any order of what a region's file lists.
FileOrder any_file_order(const Region& region);

} // namespace tsunagi::test
