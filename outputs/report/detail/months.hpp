#pragma once

#include "outputs/report/detail/source.hpp"

#include <chrono>
#include <string>

namespace tsunagi {

/// A month as Japanese offices write it: Japanese era and Christian year.
/// @param day  from 1868 on; eras change within a month, so the day counts
std::string month_words(const PageSource& source, std::chrono::sys_days day);

/// Reads a date as the analysis writes it: "2021-04-01".
std::chrono::sys_days day_of(const Json& date);

} // namespace tsunagi
