#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tsunagi {

/// SHA-256 (FIPS 180-4) of bytes given piece by piece: names studies and finds damaged files.
class Sha256 {
public:
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);

    /// 64 lower-case hexadecimal digits of everything added so far.
    std::string hex() const;

private:
    void add_block(const std::byte* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667U,
                                        0xbb67ae85U,
                                        0x3c6ef372U,
                                        0xa54ff53aU,
                                        0x510e527fU,
                                        0x9b05688cU,
                                        0x1f83d9abU,
                                        0x5be0cd19U};
    std::array<std::byte, 64> pending_{};
    std::size_t pending_size_{};
    std::uint64_t total_bytes_{};
};

/// Digest of one text.
std::string sha256_hex(std::string_view text);

} // namespace tsunagi
