#pragma once

#include "engine/experiment/experiment.hpp"

#include "tests/support/file_order.hpp"

/// What properties of whole runs are tried on. Every function draws with rapidcheck, and is called
/// within a property.
namespace tsunagi::test {

/// A wide region with whatever there may be of services, places, slots, hours and distances, and
/// every number of the parameter files anywhere between its bounds; of what happens to people up to
/// four times as much. A year of warm-up and one of policy.
Experiment any_experiment();

/// Any order of what a region's file lists.
FileOrder any_file_order(const Region& region);

} // namespace tsunagi::test
