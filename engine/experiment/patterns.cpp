#include "engine/experiment/patterns.hpp"

#include <array>

namespace tsunagi {

namespace {

constexpr std::array<std::string_view, 10> not_built{
    "P3", "P4", "P5", "P7", "P8", "P9", "P12", "P13", "P14", "P15"};

} // namespace

std::span<const std::string_view> patterns_not_built() {
    return not_built;
}

} // namespace tsunagi
