#pragma once

#include "outputs/messages/language.hpp"
#include "scenarios/studies/study.hpp"

#include <string>
#include <vector>

namespace tsunagi::program {

/// Names of agencies in one language, in the order given. Agencies of one type may share its name;
/// theirs end with their ids, which tell them apart.
std::vector<std::string> agency_names(const std::vector<NamedText>& agencies, Language language);

} // namespace tsunagi::program
