#include "scenarios/parameters/quantity.hpp"

#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tsunagi {

namespace {

double number_itself(const Field& field, const Quantity& quantity) {
    const double number = field.number(quantity.bounds);
    if (quantity.numbers == Domain::Numbers::whole && number != std::floor(number)) {
        field.fault("fault.not_whole");
        return 0.0;
    }
    return number;
}

} // namespace

double quantity(TableReader& reader,
                std::string_view key,
                const ParameterBook& book,
                const Quantity& wanted) {
    const auto field = reader.require(key);
    return field ? number_or_parameter(*field, book, wanted) : 0.0;
}

double
number_or_parameter(const Field& field, const ParameterBook& book, const Quantity& quantity) {
    const auto* id = std::get_if<std::string>(&field.value().content);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (id == nullptr || std::none_of(id->begin(), id->end(), is_letter)) {
        return number_itself(field, quantity);
    }
    const auto* row = book.find(*id);
    if (row == nullptr) {
        field.fault("fault.unknown_parameter", {{"id", *id}}, nearest_names(*id, parameter_ids()));
        return 0.0;
    }
    if (row->unit != quantity.unit) {
        field.fault("fault.parameter_unit",
                    {{"id", *id}, {"given", row->unit}, {"unit", std::string{quantity.unit}}});
    } else if (row->value < quantity.bounds.lower || row->value > quantity.bounds.upper) {
        field.fault(
            "fault.parameter_out_of_bounds",
            {{"id", *id},
             {"value", fmt::format("{}", row->value)},
             {"bounds", fmt::format("[{}, {}]", quantity.bounds.lower, quantity.bounds.upper)}});
    }
    return row->value;
}

} // namespace tsunagi
