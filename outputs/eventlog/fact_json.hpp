#pragma once

#include "engine/facts/fact.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tsunagi {

/// A fact for programs: `at` ("2021-04-03T09:12:45"), `fact` (its kind), and where the kind has
/// them `agency`, `other` (ids), `detail` and `amount`. Numbers that stand for a position are
/// written by its name; amounts are the engine's: lengths in seconds, ordinals from 0, shares in
/// millionths.
/// @param agencies  ids by AgencyId row
nlohmann::ordered_json fact_json(const Fact& fact, const std::vector<std::string>& agencies);

} // namespace tsunagi
