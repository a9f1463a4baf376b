#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tsunagi::detail {

/// Byte offset at which the first dotted key of a TOML text goes beyond `most` parts, if one does.
/// Every part is a table inside another, which readers walk by recursion.
std::optional<std::size_t> first_deep_key(std::string_view text, std::size_t most);

} // namespace tsunagi::detail
