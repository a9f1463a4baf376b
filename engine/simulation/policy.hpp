#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"

#include <variant>
#include <vector>

namespace tsunagi {

/// All standing contact activities of every pair end, liaison included; incidental contact stays.
struct StopContacts {};

/// A pair holds an activity at least so often; one held more often stays as it is.
struct RaiseContact {
    EntityKey label{};
    AgencyId first;
    AgencyId second;
    double at_least_per_year{};
};

/// The probation office holds guarantor meetings at least so often.
struct RaiseGuarantorMeetings {
    double at_least_per_year{};
};

/// Two agencies sign an agreement and nothing else changes.
struct WrittenAgreement {
    AgencyId first;
    AgencyId second;
};

/// The centre's staff and those of each partner meet once on the lever's date: one contact of every
/// pair of the centre, which costs no hours and leaves nothing but understanding.
struct IntroduceCentre {
    double weight{}; ///< of that contact, in [0, 1]
};

using Lever = std::
    variant<StopContacts, RaiseContact, RaiseGuarantorMeetings, WrittenAgreement, IntroduceCentre>;

/// A lever and the date from which it holds.
struct DatedLever {
    SimTime from{};
    Lever lever;
};

/// What a scenario changes against the region as it is; empty for "today". Levers of one date act
/// in the order of the list.
struct Policy {
    std::vector<DatedLever> levers;
};

} // namespace tsunagi
