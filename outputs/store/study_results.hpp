#pragma once

#include "outputs/store/run_table.hpp"
#include "outputs/store/study_description.hpp"

#include <string>

namespace tsunagi {

/// A finished study: what was asked, and every run. Tables, page and exports are made from this
/// alone.
struct StudyResults {
    StudyDescription study;
    RunTable runs;
    std::string digest; ///< SHA-256 of the results file's contents, 64 hexadecimal digits
};

} // namespace tsunagi
