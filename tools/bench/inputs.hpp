#pragma once

#include "scenarios/networks/network_file.hpp"
#include "scenarios/studies/study.hpp"

#include <string>

namespace tsunagi::bench {

/// @throws std::runtime_error naming the file if it is not right
NetworkFile network_at(const std::string& file);
/// @throws std::runtime_error naming the file if it is not right
Study study_at(const std::string& file);

} // namespace tsunagi::bench
