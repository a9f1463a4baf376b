#pragma once

#include "engine/core/entity.hpp"

#include <bit>
#include <cstdint>
#include <iterator>
#include <type_traits>

namespace tsunagi::test {

/// A digest of numbers in their order, nested arrays with their sizes, doubles by their bits.
class Fingerprint {
public:
    template <class Numbers> void add(const Numbers& numbers) {
        if constexpr (std::is_same_v<Numbers, double>) {
            add(std::bit_cast<std::uint64_t>(numbers));
        } else if constexpr (std::is_integral_v<Numbers> || std::is_enum_v<Numbers>) {
            key_ = child_key(key_, static_cast<std::uint64_t>(numbers));
        } else if constexpr (requires { numbers.values; }) {
            add(numbers.values);
        } else {
            add(std::uint64_t{std::size(numbers)});
            for (const auto& inner : numbers) {
                add(inner);
            }
        }
    }
    std::uint64_t value() const { return key_.value; }

private:
    EntityKey key_{};
};

} // namespace tsunagi::test
