#pragma once

#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// The 37 agency types of the source study, in the order of its catalogue
/// (scenarios/catalogue/agencies.csv).
enum class AgencyType : std::uint8_t {
    mental_health_welfare_center,
    municipal_mental_health_section,
    prefectural_mental_health_section,
    prefectural_pharmaceutical_division,
    welfare_office,
    recovery_facility,
    public_health_center,
    educational_institution,
    psychiatric_hospital,
    nonpsychiatric_medical_institution,
    police,
    prison,
    probation_office,
    offender_rehabilitation_facility,
    employment_security_office,
    community_settlement_support_center,
    other_agency,
    family_association,
    child_family_support_center,
    community_workshop,
    self_help_group,
    child_guidance_center,
    mental_health_welfare_center_other,
    lawyer,
    homeless_support_facility,
    private_counselling_agency,
    public_assistance_section,
    bar_association,
    juvenile_training_school,
    out_of_prefecture_hospital,
    out_of_prefecture_recovery_facility,
    local_medical_institution,
    prefecture,
    ministry_of_justice,
    ministry_of_health_labour_welfare,
    ncnp,
    mhwc_directors_association,
};
inline constexpr std::size_t agency_types = 37;

/// Classes of mean staff tenure (parameters rel.tenure.*): who moves how often on 1 April.
enum class TenureClass : std::uint8_t { justice, local, facility, hospital };
inline constexpr std::size_t tenure_classes = 4;

} // namespace tsunagi
