#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/tables/analysis.hpp"

#include <string>

namespace tsunagi {

/// Ids in outputs/messages of what tables call things.
std::string label_id(Outcome outcome);
std::string label_id(AnalysisGroup group);
std::string label_id(Task task);
std::string label_id(Indicator indicator);

/// The text in the language of the messages.
const std::string& in_language(const BothLanguages& text, Language language);

} // namespace tsunagi
