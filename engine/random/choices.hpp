#pragma once

#include "engine/random/streams.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// One of several options of a multinomial logit.
struct Option {
    PartnerKey partner{};   ///< who is chosen, where options are agencies or persons
    std::uint32_t option{}; ///< what is chosen, where options are the members of an enumeration
    /// Log-odds up to a common constant, in [-inf, inf); -inf is never chosen.
    double utility{};
};

/// Chooses option j with probability exp(utility_j) / sum exp(utility).
///
/// Gumbel-max: the largest utility_j - log(-log u_j) wins, with u_j keyed by the option. An option
/// whose odds did not fall against the chosen one cannot take over, so closing one agency moves
/// only the people who were going there. The order of the options has no influence.
/// Source: M. Oberst, D. Sontag, Counterfactual off-policy evaluation with Gumbel-max structural
/// causal models, ICML 2019.
/// @param decision  address of the choice; the options bring their own partner and option number
/// @return index of the chosen option
/// @throws ContractViolation if no option lies above -inf, a utility is inf or not a number, or two
///         options share their key
std::size_t choose(std::span<const Option> options, Streams& streams, const DrawAddress& decision);

/// One of several things that can end a wait.
struct Cause {
    std::uint32_t cause{}; ///< number of the cause, stable across scenarios
    double hazard{};       ///< constant, per unit of time, in [0, inf); 0 never happens
};

/// How a race between causes ended.
struct RaceResult {
    std::size_t winner{}; ///< index into the causes
    double time{};        ///< in the unit of time of the hazards
};

/// Which of several constant hazards strikes first, and when.
///
/// Exponential race: the smallest E_c / hazard_c wins, with the unit exponential E_c keyed by the
/// cause. Raising one hazard can only move people to that cause. The order of the causes has no
/// influence.
/// @param decision  address of the race; the causes bring their own option number
/// @return nothing if no hazard is above 0
/// @throws ContractViolation if a hazard lies outside its range, or two causes share their number
std::optional<RaceResult>
race(std::span<const Cause> causes, Streams& streams, const DrawAddress& decision);

} // namespace tsunagi
