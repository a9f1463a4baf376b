#pragma once

#include <string>
#include <string_view>

namespace tsunagi {

/// SHA-256 of a sequence of bytes (FIPS 180-4) as 64 lower-case hexadecimal digits, the same as
/// `sha256sum` prints.
std::string sha256(std::string_view bytes);

} // namespace tsunagi
