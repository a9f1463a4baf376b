#pragma once

#include <string>

namespace tsunagi::detail {

/// Name of this machine; "unknown" if the system does not tell.
std::string host_name();

} // namespace tsunagi::detail
