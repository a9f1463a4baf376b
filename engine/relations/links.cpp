#include "engine/relations/links.hpp"

namespace tsunagi {

PairId Links::add(const Link& link) {
    expects(link.first != link.second, "a pair is of two agencies");
    expects(!find(link.first, link.second).has_value(), "a pair of agencies is added once");
    return links_.push(link);
}

OptionalId<PairTag> Links::find(AgencyId one, AgencyId other) const {
    for (std::size_t row = 0; row < links_.size(); ++row) {
        const auto& link = links_.values()[row];
        if ((link.first == one && link.second == other) ||
            (link.first == other && link.second == one)) {
            return links_.id(row);
        }
    }
    return {};
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
        link.held_policy = understanding_at(link.policy, parameters.half_life_days, now);
        link.held_reference = understanding_at(link.reference, parameters.half_life_days, now);
    }
}

double Links::effective(PairId pair,
                        const RelationParameters& parameters,
                        const LinkEffect& effect,
                        SimTime now) const {
    if (effect.forced_link) {
        return *effect.forced_link;
    }
    const auto& link = links_[pair];
    const double reference = understanding_at(link.reference, parameters.half_life_days, now);
    const double policy = understanding_at(link.policy, parameters.half_life_days, now);
    return reference + effect.structure_weight * (policy - reference);
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
