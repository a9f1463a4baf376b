#include "outputs/store/detail/seal.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/sha256.hpp"

#include <algorithm>
#include <string_view>

namespace tsunagi::detail {
namespace {

constexpr std::string_view opening = "tsunagi; HDF5 from byte 512 on; sha256 ";
constexpr std::size_t digest_digits = 64;

std::string digest_of(std::span<const std::byte> file) {
    Sha256 digest;
    digest.add(file.subspan(seal_bytes));
    return digest.hex();
}

std::string seal_text(const std::string& digest) {
    std::string text{opening};
    text += digest;
    text += '\n';
    text.resize(seal_bytes, '\0');
    return text;
}

} // namespace

void seal(std::vector<std::byte>& file) {
    expects(file.size() > seal_bytes, "a file has room for its seal");
    const auto text = seal_text(digest_of(file));
    std::ranges::copy(std::as_bytes(std::span{text}), file.begin());
}

SealState check_seal(std::span<const std::byte> file) {
    const auto begins = std::as_bytes(std::span{opening});
    if (file.size() <= seal_bytes || !std::ranges::equal(begins, file.first(begins.size()))) {
        return SealState::absent;
    }
    const auto text = seal_text(digest_of(file));
    return std::ranges::equal(std::as_bytes(std::span{text}), file.first(seal_bytes))
               ? SealState::intact
               : SealState::broken;
}

std::string sealed_digest(std::span<const std::byte> file) {
    expects(file.size() > seal_bytes, "a sealed file is longer than its seal");
    std::string digest(digest_digits, '\0');
    std::ranges::transform(file.subspan(opening.size(), digest_digits),
                           digest.begin(),
                           [](std::byte letter) { return std::to_integer<char>(letter); });
    return digest;
}

} // namespace tsunagi::detail
