#pragma once

#include "engine/capacity/parameters.hpp"
#include "engine/care/parameters.hpp"
#include "engine/lives/parameters.hpp"
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
    ChoiceParameters choice;
    EpisodeParameters episodes;
    WaysInParameters ways_in;
    UseParameters use;
    ProtectionParameters protection;
    AdmissionParameters admission;
    ResidenceParameters residence;
    MedicalParameters medical;
    BenefitParameters benefits;
    FamilyParameters family;
    HoursParameters hours;
};

} // namespace tsunagi
