#pragma once

#include "outputs/store/study_description.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace tsunagi {

/// Words for values that files hold as text. read_text throws std::invalid_argument on a word that
/// is not one of them; the readers of files turn that into DamagedResults.
std::string text_of(std::chrono::sys_days date); ///< ISO 8601
std::string text_of(StatedExpectation::Direction direction);
std::string text_of(DescribedReading::LinkSource source);
std::string text_of(DescribedReading::Role role);
std::string text_of(StudyFacts::Pairing pairing);
std::string text_of(StudyFacts::RemoteContacts remote);

void read_text(std::string_view text, std::chrono::sys_days& date);
void read_text(std::string_view text, StatedExpectation::Direction& direction);
void read_text(std::string_view text, DescribedReading::LinkSource& source);
void read_text(std::string_view text, DescribedReading::Role& role);
void read_text(std::string_view text, StudyFacts::Pairing& pairing);
void read_text(std::string_view text, StudyFacts::RemoteContacts& remote);

} // namespace tsunagi
