#pragma once

#include "outputs/store/detail/image_reader.hpp"
#include "outputs/store/detail/image_writer.hpp"
#include "outputs/store/run_table.hpp"

namespace tsunagi::detail {

/// Writes the schema's part "runs".
void write_runs(ImageWriter& file, const RunTable& runs);

/// @throws Hdf5Failure, or std::invalid_argument if the file's sizes are not those of `shape`
RunTable read_runs(const ImageReader& file, const RunShape& shape);

/// Writes the schema's part "labels".
void write_labels(ImageWriter& file);

/// @throws std::invalid_argument if a position of a fixed axis means something else in the file
void check_labels(const ImageReader& file);

} // namespace tsunagi::detail
