#pragma once

#include "engine/capacity/parameters.hpp"
#include "engine/care/parameters.hpp"
#include "engine/people/parameters.hpp"
#include "engine/relations/parameters.hpp"

namespace tsunagi {

/// Every number of the model but those that belong to one agency or pair. No defaults: a scenario
/// states each.
struct Parameters {
    IntakeParameters intake;
    AttributeParameters attributes;
    ReadinessParameters readiness;
    AwarenessParameters awareness;
    SupervisionParameters supervision;
    RelationParameters relations;
    LinkParameters link;
    RecognitionParameters recognition;
    ReferralParameters referral;
    EpisodeParameters episodes;
    SelfReferralParameters self_referral;
    HoursParameters hours;
};

} // namespace tsunagi
