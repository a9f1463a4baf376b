#pragma once

#include "outputs/store/detail/hdf5_handle.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tsunagi::detail {

/// Sizes of a dataset's axes, slowest first; empty for a single value.
using Dims = std::vector<hsize_t>;

/// UTF-8 of fixed length, padded with zero bytes. Fixed, so that filters and checksums reach it.
Hdf5Handle text_type(std::size_t length);

/// How to open a file that lies in memory.
/// @throws Hdf5Failure with this intention
Hdf5Handle memory_access(const std::string& intention);

/// The library knows files in memory by their name alone: one that no other living owner has.
std::string image_name(const void* owner);

/// Number of values of an array; 1 for a single value. Sizes too large for the machine give the
/// largest number there is.
std::size_t elements_of(const Dims& dims);

} // namespace tsunagi::detail
