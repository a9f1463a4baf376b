#include "engine/relations/links.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// The two rows side by side, the lower one first.
std::uint64_t agencies_of_pair(AgencyId one, AgencyId other) {
    const auto [lower, upper] = std::minmax({one.row(), other.row()});
    return static_cast<std::uint64_t>(lower) << 32U | upper;
}

struct Levels {
    double policy{};
    double reference{};
};

// Until a policy acts, and for all pairs it leaves alone, they are one.
Levels levels_at(const Link& link, const RelationParameters& parameters, SimTime now) {
    const double policy = understanding_at(link.policy, parameters.half_life_days, now);
    return {.policy = policy,
            .reference = link.reference == link.policy
                             ? policy
                             : understanding_at(link.reference, parameters.half_life_days, now)};
}

} // namespace

PairId Links::add(const Link& link) {
    expects(link.first != link.second, "a pair is of two agencies");
    const auto pair = links_.push(link);
    const bool is_new =
        by_agencies_.emplace(agencies_of_pair(link.first, link.second), pair).second;
    expects(is_new, "a pair of agencies is added once");
    return pair;
}

OptionalId<PairTag> Links::find(AgencyId one, AgencyId other) const {
    const auto found = by_agencies_.find(agencies_of_pair(one, other));
    return found == by_agencies_.end() ? OptionalId<PairTag>{} : found->second;
}

void Links::contact(PairId pair,
                    const RelationParameters& parameters,
                    double weight,
                    Schedules schedules,
                    SimTime now) {
    auto& link = links_[pair];
    if (schedules.policy == Schedules::Part::in) {
        gain_understanding(link.policy, parameters, weight, now);
        link.held_policy = link.policy.value;
    }
    if (schedules.reference == Schedules::Part::in) {
        gain_understanding(link.reference, parameters, weight, now);
        link.held_reference = link.reference.value;
    }
}

void Links::rotate(PairId pair, double factor, const RelationParameters& parameters, SimTime now) {
    auto& link = links_[pair];
    const auto turn = [&](Understanding& understanding, double& held) {
        understanding = {factor * understanding_at(understanding, parameters.half_life_days, now),
                         now};
        held = understanding.value;
    };
    turn(link.policy, link.held_policy);
    turn(link.reference, link.held_reference);
}

void Links::refresh(const RelationParameters& parameters, SimTime now) {
    for (auto& link : links_.values()) {
        const auto levels = levels_at(link, parameters, now);
        link.held_policy = levels.policy;
        link.held_reference = levels.reference;
    }
}

double Links::effective(PairId pair,
                        const RelationParameters& parameters,
                        const LinkEffect& effect,
                        SimTime now) const {
    if (effect.forced_link) {
        return *effect.forced_link;
    }
    const auto levels = levels_at(links_[pair], parameters, now);
    return levels.reference + effect.structure_weight * (levels.policy - levels.reference);
}

double Links::effective_held(PairId pair, const LinkEffect& effect) const {
    if (effect.forced_link) {
        return *effect.forced_link;
    }
    const auto& link = links_[pair];
    return link.held_reference + effect.structure_weight * (link.held_policy - link.held_reference);
}

double
Links::policy_understanding(PairId pair, const RelationParameters& parameters, SimTime now) const {
    return understanding_at(links_[pair].policy, parameters.half_life_days, now);
}

} // namespace tsunagi
