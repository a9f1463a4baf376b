#pragma once

#include <optional>

namespace tsunagi::program {

/// Bytes of memory that this process can still take: what the system has available, or what is left
/// of its control groups' limits or of its own (RLIMIT_AS, RLIMIT_DATA) where that is less. Of its
/// own limits a part counts, since they count room that arrays have and do not fill.
/// @return no value where the system tells none of them
std::optional<double> available_memory();

} // namespace tsunagi::program
