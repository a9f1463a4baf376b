#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/care/parameters.hpp"
#include "engine/people/parameters.hpp"
#include "engine/relations/contacts.hpp"

namespace tsunagi {

/// What the lives of persons act on at an instant.
struct LivesSetting {
    const CareSetting& care;
    const AttributeParameters& attributes;
    const SupervisionParameters& supervision;
    const SelfReferralParameters& self_referral;
    const Contacts& contacts; ///< hold the probation office's fixed programme calendar
    SimTime run_start{};
};

} // namespace tsunagi
