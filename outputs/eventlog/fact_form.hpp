#pragma once

#include "engine/facts/fact.hpp"
#include "outputs/eventlog/fact_field.hpp"

#include <string_view>

namespace tsunagi {

/// How to read the facts of a kind.
struct FactForm {
    std::string_view name; ///< that of the enumerator: stands in JSON and in the message's id
    FactField detail{};
    FactField amount{};
};

/// @throws ContractViolation for a number that is no kind of fact
FactForm form_of(FactKind kind);

} // namespace tsunagi
