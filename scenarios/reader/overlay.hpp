#pragma once

#include "scenarios/reader/inputs.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <optional>
#include <string>

namespace tsunagi {

/// The version of the scenario language that this program reads. A file of another major version is
/// a fault.
inline constexpr std::int64_t scenario_schema_major = 1;
inline constexpr std::int64_t scenario_schema_minor = 0;

/// Reads an input file and lays it over the file that its key `base` names, if any, and so on down.
///
/// Tables are joined key by key; any other value replaces that of the base. Keys listed in
/// `without` are taken out of the base first. The keys `schema`, `kind`, `base` and `without` are
/// checked and dropped.
/// @param kind  what the file must be: "region", "policy", "study", "parameters" or "network"
/// @return nothing if a file could not be read, is of another kind, or is laid over itself
std::optional<Value> read_overlaid(Inputs& inputs,
                                   const std::string& file,
                                   const std::string& kind,
                                   const Position& named_at,
                                   FaultLog& faults);

/// The kind that a file says it is; nothing, and a fault, if it cannot be read or says none.
std::optional<std::string> kind_of(const std::string& file, FaultLog& faults);

} // namespace tsunagi
