#pragma once

#include "engine/network/service_network.hpp"

#include "tests/golden/cases/golden_case.hpp"

#include <string>
#include <vector>

namespace tsunagi::test {

struct NamedNetwork {
    std::string name;
    ServiceNetwork network;
};

/// What scenarios/networks/ref-1-base, ref-1-queue and ref-2 hold, without their files; a test
/// holds both alike.
std::vector<NamedNetwork> reference_networks();

/// Two replications of each, cut short.
GoldenPart networks_part(const std::vector<NamedNetwork>& networks);

} // namespace tsunagi::test
