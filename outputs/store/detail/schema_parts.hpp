#pragma once

#include "outputs/store/schema.hpp"

#include <span>

namespace tsunagi::detail {

// The parts of the schema in the order of files, one to a source file.

std::span<const DatasetSpec> run_datasets();
std::span<const DatasetSpec> study_datasets();
std::span<const DatasetSpec> label_datasets();

} // namespace tsunagi::detail
