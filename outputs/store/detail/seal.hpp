#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tsunagi::detail {

/// Every HDF5 file of the store begins with a "user block", which the library skips: one line of
/// text with the SHA-256 of all bytes after it. So damage is found before the library sees a byte
/// of it.
inline constexpr std::size_t seal_bytes = 512;

/// Writes the seal into the user block of a finished file.
void seal(std::vector<std::byte>& file);

/// How a file stands to its seal.
enum class SealState : std::uint8_t { intact, broken, absent };
SealState check_seal(std::span<const std::byte> file);

/// The digest that the seal of an intact file holds, 64 hexadecimal digits.
std::string sealed_digest(std::span<const std::byte> file);

} // namespace tsunagi::detail
