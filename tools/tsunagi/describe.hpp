#pragma once

#include "outputs/store/study_description.hpp"
#include "scenarios/studies/study.hpp"

namespace tsunagi::program {

/// Everything results carry about a study, as plain values.
StudyDescription describe(const Study& study);

} // namespace tsunagi::program
