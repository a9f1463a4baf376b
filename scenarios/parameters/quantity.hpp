#pragma once

#include "scenarios/parameters/parameter_book.hpp"

#include <string_view>

namespace tsunagi {

/// What a number of a file must be.
struct Quantity {
    std::string_view unit; ///< unit of a parameter that is named instead
    Bounds bounds;
    /// Of a number that the file states itself; what may be drawn for a parameter, its prior says.
    Domain::Numbers numbers = Domain::Numbers::real;
};

/// Reads a number that a file states itself or takes from the book by naming a parameter of the
/// same unit. After a fault 0.
double number_or_parameter(const Field& field, const ParameterBook& book, const Quantity& quantity);

/// The same for the number under a key that must be there.
double quantity(TableReader& reader,
                std::string_view key,
                const ParameterBook& book,
                const Quantity& wanted);

} // namespace tsunagi
