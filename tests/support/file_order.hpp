#pragma once

#include "engine/experiment/experiment.hpp"

#include <cstdint>
#include <vector>

/// The same region with what its file lists in another order. Link tests/support/file_order.cpp; it
/// needs engine/core alone.
namespace tsunagi::test {

/// Which row of the first file stands in each row of the other. What is left out is not in it: an
/// agency may be, where no route, contact or scenario names it.
using Order = std::vector<std::uint32_t>;

/// An order for every list of a region file whose order has no meaning. Municipalities are not
/// among them: who lives where is drawn along their list.
struct FileOrder {
    Order agencies;
    Order routes;
    std::vector<Order> services; ///< by agency row of the first file
    Order held;                  ///< contacts that the file states; empty where it states none
};

/// Where an agency of the first file stands in the other.
AgencyId moved(AgencyId agency, const FileOrder& order);

/// An experiment whose region file has that order; scenarios name the same agencies.
Experiment reordered(const Experiment& experiment, const FileOrder& order);

} // namespace tsunagi::test
