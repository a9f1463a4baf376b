#include "scenarios/parameters/detail/domains.hpp"
#include "scenarios/parameters/detail/fields.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& intake(Parameters& parameters) {
    return parameters.intake.*number;
}
template <auto number> double& attribute(Parameters& parameters) {
    return parameters.attributes.*number;
}
using Intake = IntakeParameters;
using Attributes = AttributeParameters;

std::vector<ParameterBinding> intake_bindings() {
    return {
        {"intake.parole_only", "1/y", arrivals_per_year, intake<&Intake::parole_only_per_year>},
        {"intake.parole_partial",
         "1/y",
         arrivals_per_year,
         intake<&Intake::parole_partial_per_year>},
        {"intake.direct_partial",
         "1/y",
         arrivals_per_year,
         intake<&Intake::direct_partial_per_year>},
        {"intake.suspended", "1/y", arrivals_per_year, intake<&Intake::suspended_per_year>},
        {"intake.juvenile", "1/y", arrivals_per_year, intake<&Intake::juvenile_per_year>},
        {"intake.full_term", "1/y", arrivals_per_year, intake<&Intake::full_term_per_year>},
        {"intake.susp_no_prob",
         "1/y",
         arrivals_per_year,
         intake<&Intake::suspended_without_probation_per_year>},
        {"intake.outside_lanes", "1", factor, intake<&Intake::outside_lanes>},
        {"intake.volume", "1", factor, intake<&Intake::volume>},
        {"pre.days", "d", length_days, intake<&Intake::pre_release_days>},
        {"bg.centre_persons",
         "1/y",
         arrivals_per_year,
         intake<&Intake::background_persons_per_year>},
        {"bg.centre_families",
         "1/y",
         arrivals_per_year,
         intake<&Intake::background_families_per_year>},
        {"bg.hosp_new", "1/y", arrivals_per_year, intake<&Intake::background_outpatients_per_year>},
        {"bg.facility_entries",
         "1/y",
         arrivals_per_year,
         intake<&Intake::background_residents_per_year>},
        {"move.rate", "1/y", per_year, use<&UseParameters::move_per_year>},
    };
}

std::vector<ParameterBinding> attribute_bindings() {
    return {
        {"att.female", "1", in_share, attribute<&Attributes::female>},
        {"att.age_mean", "y", age_years, attribute<&Attributes::age_mean_years>},
        {"att.age_sd", "y", length_years, attribute<&Attributes::age_sd_years>},
        {"att.youngest", "y", age_years, attribute<&Attributes::youngest_years>},
        {"att.oldest", "y", age_years, attribute<&Attributes::oldest_years>},
        {"att.juvenile_youngest", "y", age_years, attribute<&Attributes::juvenile_youngest_years>},
        {"att.juvenile_oldest", "y", age_years, attribute<&Attributes::juvenile_oldest_years>},
        {"att.severe", "1", in_share, attribute<&Attributes::severe>},
        {"att.need_severe", "1", in_share, attribute<&Attributes::need_if_severe>},
        {"att.need_other", "1", in_share, attribute<&Attributes::need_if_other>},
        {"att.repeat", "1", in_share, attribute<&Attributes::repeat_from_prison>},
        {"att.repeat_suspended", "1", in_share, attribute<&Attributes::repeat_suspended>},
        {"att.car", "1", in_share, attribute<&Attributes::car>},
        {"att.car_travel", "1", in_share, attribute<&Attributes::car_travel>},
        {"att.home_orf", "1", in_share, attribute<&Attributes::home_rehabilitation>},
        {"att.home_alone", "1", in_share, attribute<&Attributes::home_alone>},
        {"att.family_elsewhere", "1", in_share, attribute<&Attributes::family_elsewhere>},
        {"att.children", "1", in_share, attribute<&Attributes::children>},
        {"att.medical", "1", in_share, attribute<&Attributes::medical>},
        {"med.recognised", "1", in_share, attribute<&Attributes::medical_recognised>},
        {"att.housing", "1", in_share, attribute<&Attributes::unstable_housing>},
        {"att.no_income", "1", in_share, attribute<&Attributes::no_income>},
        {"att.work", "1", in_share, attribute<&Attributes::work>},
        {"att.known", "1", in_share, attribute<&Attributes::known>},
        {"att.in_care", "1", in_share, attribute<&Attributes::in_care>},
        {"att.in_care_hospital", "1", in_share, attribute<&Attributes::in_care_hospital>},
        {"att.in_care_facility", "1", in_share, attribute<&Attributes::in_care_facility>},
        {"att.in_care_centre", "1", in_share, attribute<&Attributes::in_care_centre>},
    };
}

} // namespace

std::vector<ParameterBinding> people_bindings() {
    std::vector<ParameterBinding> all = intake_bindings();
    const auto more = attribute_bindings();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace tsunagi::detail
