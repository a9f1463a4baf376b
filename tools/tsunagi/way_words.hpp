#pragma once

#include "outputs/messages/messages.hpp"
#include "tools/tsunagi/named_region.hpp"

#include <string>

namespace tsunagi::program {

/// Whether a label brings a way, or a process that always runs.
bool is_of_label(const Way& way);

/// "t2.01" of a label, "outpatient_offer" of a process.
/// @throws ContractViolation if the region has no such label
std::string id_of(const Way& way, const NamedRegion& named);

/// What takes people along a way, in one language.
/// @throws ContractViolation if the region has no such label
std::string way_text(const Way& way, const NamedRegion& named, const Messages& words);

} // namespace tsunagi::program
