#pragma once

#include "engine/network/network_run.hpp"

namespace tsunagi {

/// Whether nobody can ever wait for anybody: every station has room for all.
bool lives_are_independent(const ServiceNetwork& network);

/// What NetworkRun gives, number for number, by following one person after another from arrival to
/// the end: without a calendar, and in memory that does not grow with the people.
/// @throws ContractViolation if people may wait for one another
NetworkResult follow_independent_lives(const ServiceNetwork& network, StreamKey key);

} // namespace tsunagi
