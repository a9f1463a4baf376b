#pragma once

#include "engine/region/agency_type.hpp"
#include "engine/region/region.hpp"

#include <array>
#include <string_view>

/// Ids that the rows of the catalogue must have: the place of a row is its enumerator.
namespace tsunagi::detail {

/// By AgencyType.
inline constexpr std::array<std::string_view, agency_types> agency_type_row_ids{
    "mental_health_welfare_center",
    "municipal_mental_health_section",
    "prefectural_mental_health_section",
    "prefectural_pharmaceutical_division",
    "welfare_office",
    "recovery_facility",
    "public_health_center",
    "educational_institution",
    "psychiatric_hospital",
    "nonpsychiatric_medical_institution",
    "police",
    "prison",
    "probation_office",
    "offender_rehabilitation_facility",
    "employment_security_office",
    "community_settlement_support_center",
    "other_agency",
    "family_association",
    "child_family_support_center",
    "community_workshop",
    "self_help_group",
    "child_guidance_center",
    "mental_health_welfare_center_other",
    "lawyer",
    "homeless_support_facility",
    "private_counselling_agency",
    "public_assistance_section",
    "bar_association",
    "juvenile_training_school",
    "out_of_prefecture_hospital",
    "out_of_prefecture_recovery_facility",
    "local_medical_institution",
    "prefecture",
    "ministry_of_justice",
    "ministry_of_health_labour_welfare",
    "ncnp",
    "mhwc_directors_association"};

/// By Service.
inline constexpr std::array<std::string_view, services> service_row_ids{"counselling",
                                                                        "family_counselling",
                                                                        "programme",
                                                                        "family_class",
                                                                        "outpatient",
                                                                        "hospital_programme",
                                                                        "bed",
                                                                        "residence",
                                                                        "day_programme",
                                                                        "family_meeting",
                                                                        "self_help"};

} // namespace tsunagi::detail
