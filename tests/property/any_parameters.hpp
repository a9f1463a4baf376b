#pragma once

#include "engine/simulation/parameters.hpp"

namespace tsunagi::test {

/// Moves every number of the parameter files: to its default, a bound or anything between. Shares
/// of one whole stay such; of what happens to people there is up to four times as much. Draws with
/// rapidcheck, within a property.
///
/// Where two numbers have an order (a lead is shorter where a link is warm), bounds that overlap
/// let it be broken, which no file may.
void scatter(Parameters& parameters);

} // namespace tsunagi::test
