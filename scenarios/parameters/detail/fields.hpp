#pragma once

#include "engine/simulation/parameters.hpp"

namespace tsunagi::detail {

// Where the number of a binding lies, for the groups that several lists of bindings share.

template <auto number> double& referral(Parameters& parameters) {
    return parameters.referral.*number;
}
template <auto number> double& use(Parameters& parameters) {
    return parameters.use.*number;
}

} // namespace tsunagi::detail
