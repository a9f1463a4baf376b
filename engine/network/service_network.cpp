#include "engine/network/service_network.hpp"

#include "engine/core/contracts.hpp"

#include <utility>

namespace tsunagi {

Routing::Routing(std::vector<Branch> branches) : branches_{std::move(branches)} {
    double rest = 1.0;
    for (const auto& branch : branches_) {
        expects(branch.probability >= 0.0 && branch.probability <= 1.0,
                "the probability of a branch lies in [0, 1]");
        rest -= branch.probability;
    }
    expects(rest >= -rounding, "the branches of a routing sum to at most 1");
    if (!branches_.empty() && rest < rounding) {
        branches_.back().probability += 2.0 * rounding;
    }
}

OptionalId<AgencyTag> Routing::next(double u) const {
    double left = u;
    for (const auto& branch : branches_) {
        if (left < branch.probability) {
            return branch.to;
        }
        left -= branch.probability;
    }
    return {};
}

} // namespace tsunagi
