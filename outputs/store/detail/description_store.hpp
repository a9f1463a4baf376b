#pragma once

#include "outputs/store/detail/image_reader.hpp"
#include "outputs/store/detail/image_writer.hpp"
#include "outputs/store/study_description.hpp"

namespace tsunagi::detail {

/// Writes the schema's part "study".
void write_description(ImageWriter& file, const StudyDescription& study);

/// @throws Hdf5Failure, or std::invalid_argument on a word or a date that is none
StudyDescription read_description(const ImageReader& file);

} // namespace tsunagi::detail
