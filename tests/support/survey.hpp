#pragma once

#include "engine/region/agency_type.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace tsunagi::test {

/// Centres that answered the study's survey.
inline constexpr std::int64_t surveyed_centres = 59;

/// Table 1 of the study by agency type: centres that call their link good.
inline constexpr std::array<std::pair<AgencyType, std::int64_t>, 16> table_one{
    {{AgencyType::municipal_mental_health_section, 8},
     {AgencyType::prefectural_mental_health_section, 14},
     {AgencyType::prefectural_pharmaceutical_division, 19},
     {AgencyType::welfare_office, 3},
     {AgencyType::recovery_facility, 27},
     {AgencyType::public_health_center, 13},
     {AgencyType::educational_institution, 1},
     {AgencyType::psychiatric_hospital, 18},
     {AgencyType::nonpsychiatric_medical_institution, 2},
     {AgencyType::police, 0},
     {AgencyType::prison, 7},
     {AgencyType::probation_office, 28},
     {AgencyType::offender_rehabilitation_facility, 5},
     {AgencyType::employment_security_office, 0},
     {AgencyType::community_settlement_support_center, 3},
     {AgencyType::other_agency, 6}}};

} // namespace tsunagi::test
