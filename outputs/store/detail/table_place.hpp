#pragma once

#include "engine/core/contracts.hpp"

#include <cstddef>

namespace tsunagi::detail {

struct Place {
    std::size_t row{};
    std::size_t column{};
};

/// Checked position in a dense array with `columns` values per row.
inline std::size_t at(Place place, std::size_t columns) {
    expects(place.column < columns, "column outside the run table");
    return place.row * columns + place.column;
}

template <class Enum> std::size_t position(Enum value) {
    return static_cast<std::size_t>(value);
}

} // namespace tsunagi::detail
