#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/tables/analysis.hpp"

#include <string>
#include <string_view>

namespace tsunagi {

/// Ids in outputs/messages of what tables call things.
std::string label_id(Outcome outcome);
std::string label_id(AnalysisGroup group);
std::string label_id(Task task);
std::string label_id(Indicator indicator);
std::string label_id(Service service);
std::string label_id(AdmissionRoute route);
std::string label_id(UseOutcomes::Index index, int years, UseOutcomes::Clock clock);
std::string label_id(Unfollowed why);
/// @param grade  as parameters have it
std::string grade_label_id(std::string_view grade);

/// The text in the language of the messages.
const std::string& in_language(const BothLanguages& text, Language language);

} // namespace tsunagi
