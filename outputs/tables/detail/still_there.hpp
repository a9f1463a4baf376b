#pragma once

#include "outputs/tables/detail/samples.hpp"

#include <vector>

namespace tsunagi::detail {

/// Shares of a service's episodes that go on after 90, 180 and 365 days, beside
/// those of the reference.
std::vector<Retention::StillThere> still_there(const Samples& samples, Cell cell, Service service);

} // namespace tsunagi::detail
