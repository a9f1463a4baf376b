#include "tests/support/small_region.hpp"

#include "tests/support/survey.hpp"

#include <array>
#include <utility>

namespace tsunagi::test {

namespace {

using std::chrono::sys_days;
using std::chrono::years;
static_assert(date_of(run_start) == sys_days{std::chrono::year{2020} / 4 / 1});
static_assert(date_of(policy_start) == sys_days{std::chrono::year{2026} / 4 / 1});
static_assert(date_of(horizon) == sys_days{std::chrono::year{2031} / 4 / 1});

TypicalLinks surveyed_links() {
    TypicalLinks links;
    links.good_share.assign(agency_types, 0.0);
    for (const auto& [type, centres] : table_one) {
        links.good_share.at(static_cast<std::size_t>(type)) =
            static_cast<double>(centres) / surveyed_centres;
    }
    links.any_good_share = 43.0 / surveyed_centres;
    links.interviewed_centres = 12.0;
    links.level_of_good_link = 0.60;
    links.further_agency_good = 0.5;
    links.facility_hospital_good = 0.5;
    return links;
}

Column<AgencyId, Agency> small_agencies() {
    const std::vector<double> near_by{0.0, 20.0, 20.0, 20.0};
    Column<AgencyId, Agency> agencies;
    agencies.push({.key = key_of("centre"),
                   .type = AgencyType::mental_health_welfare_center,
                   .tenure = TenureClass::local,
                   .quality = 0.70,
                   .staffing = Agency::Staffing{.posts = 2.0, .direct_share = 0.60},
                   .minutes_from_municipality = {15.0, 60.0},
                   .minutes_from_agency = near_by});
    agencies.push({.key = key_of("office"),
                   .type = AgencyType::probation_office,
                   .tenure = TenureClass::justice,
                   .quality = 0.40,
                   .staffing = Agency::Staffing{.posts = 6.0, .direct_share = 0.35},
                   .minutes_from_municipality = {},
                   .minutes_from_agency = {20.0, 0.0, 20.0, 20.0}});
    agencies.push({.key = key_of("facility"),
                   .type = AgencyType::recovery_facility,
                   .tenure = TenureClass::facility,
                   .quality = 0.60,
                   .staffing = {},
                   .minutes_from_municipality = {20.0, 50.0},
                   .minutes_from_agency = {20.0, 20.0, 0.0, 20.0}});
    agencies.push({.key = key_of("hospital"),
                   .type = AgencyType::psychiatric_hospital,
                   .tenure = TenureClass::hospital,
                   .quality = 0.75,
                   .staffing = {},
                   .minutes_from_municipality = {25.0, 50.0},
                   .minutes_from_agency = {20.0, 20.0, 20.0, 0.0}});
    return agencies;
}

ReferralParameters default_referral() {
    return {.window_days = 180.0,
            .consent = 0.80,
            .refractory_days = 45.0,
            .max_offers = 3.0,
            .rebook = 0.30,
            .accept_base = 0.35,
            .accept_readiness = 2.0,
            .accept_familiarity = 0.405,
            .accept_travel = 0.35,
            .accept_no_need = -2.0,
            .accept_first_timer = 0.3,
            .accept_misfit = 0.5,
            .lead_cold_days = 30.0,
            .lead_warm_days = 8.0,
            .lead_log_sd = 0.6,
            .arrive_level = -0.4387,
            .arrive_fast = 1.3905,
            .arrive_fast_days = 0.7504,
            .arrive_slow = 0.0513,
            .arrive_readiness = 1.0,
            .arrive_same_day = 0.0,
            .arrive_travel = 0.25,
            .arrive_family = 0.40,
            .longest_booking_days = 180.0};
}

EpisodeParameters default_episodes() {
    return {.counselling = {.second_visit = 0.65,
                            .shape = 0.60,
                            .scale_days = 0.0,
                            .interval_days = 28.0,
                            .attendance = 0.85},
            .family_counselling = {.second_visit = 0.75,
                                   .shape = 0.70,
                                   .scale_days = 540.0,
                                   .interval_days = 28.0,
                                   .attendance = 0.85},
            .legal_pressure = 0.60,
            .year_loss = 0.436,
            .year_loss_supervised = 0.5,
            .scale_factor = 1.0,
            .silence_days = 90.0,
            .silence_intervals = 4.0,
            .fit_hazard = 0.87,
            .misfit_hazard = 1.2,
            .jitter = 0.10,
            .review_days = 730.5,
            .review_goes_on = 0.5};
}

SupervisionParameters default_supervision() {
    return {.parole_median_days = 120.0,
            .parole_log_sd = 0.55,
            .parole_shortest_days = 15.0,
            .parole_longest_days = 900.0,
            .partial_shares = {0.05, 0.05, 0.70, 0.17, 0.03},
            .suspended_shares = {0.05, 0.55, 0.25, 0.15},
            .juvenile_shortest_days = 180.0,
            .juvenile_longest_days = 540.0,
            .officer_interval_days = 30.0,
            .core_share = 0.75,
            .core_shortest_days = 70.0,
            .core_sessions = 5.0,
            .core_interval_days = 14.0,
            .core_first_day = 14.0,
            .guarantor_meetings_per_year = 6.0,
            .stay_years = 5.0};
}

std::vector<DrawableParameter> link_priors() {
    return {{.key = key_of("link.w"),
             .slot = [](Parameters& all) -> double& { return all.link.structure_weight; },
             .prior = UniformPrior{},
             .lower = 0.0,
             .upper = 1.0},
            {.key = key_of("link.B"),
             .slot = [](Parameters& all) -> double& { return all.link.switch_on; },
             .prior = SwitchPrior{.at_zero = 0.25},
             .lower = 0.0,
             .upper = 1.0},
            {.key = key_of("link.kappa"),
             .slot = [](Parameters& all) -> double& { return all.link.offers; },
             .prior = UniformPrior{},
             .lower = 0.0,
             .upper = 1.5},
            {.key = key_of("link.theta_arr"),
             .slot = [](Parameters& all) -> double& { return all.link.arrival; },
             .prior = NormalPrior{.mean = 0.5, .sd = 0.4},
             .lower = -0.3,
             .upper = 1.4},
            {.key = key_of("link.theta_ret"),
             .slot = [](Parameters& all) -> double& { return all.link.drop_out; },
             .prior = NormalPrior{.mean = -0.1, .sd = 0.15},
             .lower = -0.5,
             .upper = 0.3}};
}

} // namespace

Region small_region() {
    Column<MunicipalityId, Municipality> municipalities;
    municipalities.push({.key = key_of("near"), .population_share = 0.6});
    municipalities.push({.key = key_of("far"), .population_share = 0.4});
    const ContactActivity guarantor{.label = guarantor_contact,
                                    .partner_type = AgencyType::probation_office,
                                    .per_year = 6.0,
                                    .weight = 1.0,
                                    .hours = 2.0,
                                    .rank = ContactRank::meeting,
                                    .attendance = ContactActivity::Attendance::centre_at_partner,
                                    .mentions = 8.0};
    const ContactActivity liaison{.label = liaison_contact,
                                  .partner_type = AgencyType::probation_office,
                                  .per_year = 0.0,
                                  .weight = 1.0,
                                  .hours = 1.0,
                                  .rank = ContactRank::meeting,
                                  .attendance = ContactActivity::Attendance::both,
                                  .mentions = 0.0};
    return {.municipalities = std::move(municipalities),
            .agencies = small_agencies(),
            .centre = centre,
            .probation_office = office,
            .links = surveyed_links(),
            .activities = {guarantor},
            .liaison = liaison,
            .referrals = {{.label = counselling_referral,
                           .sender = office,
                           .receiver = centre,
                           .offer_cold = 0.09,
                           .offer_warm = 0.30}}};
}

AgencyId add_agency(Region& region, EntityKey key, AgencyType type, TenureClass tenure) {
    for (auto& agency : region.agencies.values()) {
        agency.minutes_from_agency.push_back(20.0);
    }
    std::vector<double> minutes(region.agencies.size() + 1, 20.0);
    minutes.back() = 0.0;
    return region.agencies.push({.key = key,
                                 .type = type,
                                 .tenure = tenure,
                                 .quality = 0.40,
                                 .staffing = {},
                                 .minutes_from_municipality = {},
                                 .minutes_from_agency = std::move(minutes)});
}

Parameters default_parameters() {
    return {
        .intake = {.parole_only_per_year = 48.6,
                   .parole_partial_per_year = 22.2,
                   .direct_partial_per_year = 5.2,
                   .suspended_per_year = 5.6,
                   .juvenile_per_year = 1.5,
                   .volume = 1.0,
                   .pre_release_days = 180.0,
                   .background_persons_per_year = 20.0,
                   .background_families_per_year = 35.0},
        .attributes = {.female = 0.136,
                       .age_mean_years = 43.5,
                       .age_sd_years = 10.5,
                       .youngest_years = 20.0,
                       .oldest_years = 78.0,
                       .juvenile_youngest_years = 17.0,
                       .juvenile_oldest_years = 19.0,
                       .severe = 0.50,
                       .need_if_severe = 0.95,
                       .need_if_other = 0.40,
                       .repeat_from_prison = 0.74,
                       .repeat_suspended = 0.30,
                       .car = 0.5,
                       .in_care = 0.02,
                       .in_care_centre = 0.2},
        .readiness = {.start_alpha = 2.0,
                      .start_beta = 3.0,
                      .gain_per_session = 0.02,
                      .return_half_life_days = 365.0},
        .awareness = {.aware_first_timer = 0.45,
                      .aware_repeater = 0.70,
                      .half_life_days = 365.0,
                      .familiarity_gain = 0.30,
                      .familiarity_half_life_days = 180.0},
        .supervision = default_supervision(),
        .relations = {.gain_per_contact = 0.20,
                      .half_life_days = 365.0,
                      .tenure_years = {2.5, 4.0, 5.0, 6.0},
                      .rotation_loss = 1.0,
                      .routine = 0.30,
                      .rotation_mode = RotationMode::share,
                      .good_at = 0.50,
                      .incidental_per_year = 2.0,
                      .incidental_weight = 0.5,
                      .agreement_effect = 0.0},
        .link = {.structure_weight = 1.0,
                 .switch_on = 1.0,
                 .offers = 1.0,
                 .arrival = 0.5,
                 .drop_out = -0.1},
        .recognition = {.per_opportunity = 0.25,
                        .reference_quality = 0.40,
                        .false_per_opportunity = 0.01,
                        .fit_at_zero_quality = 0.40,
                        .fit_per_quality = 0.50},
        .referral = default_referral(),
        .episodes = default_episodes(),
        .self_referral = {.per_year = 0.035, .return_factor = 5.0},
        .hours = {.paid_hours_per_month = 155.0,
                  .weeks_per_month = 4.35,
                  .factor = 1.0,
                  .first_appointment = 2.0,
                  .later_session = 1.5,
                  .programme_session = 2.5,
                  .programme_staff = 2.0,
                  .guarantor_meeting = 2.0,
                  .officer_contact = 1.0,
                  .handover_written = 0.5},
    };
}

Experiment small_experiment(std::int64_t replications) {
    const auto from_start = [](const Lever& lever) { return DatedLever{policy_start, lever}; };
    const RaiseContact monthly_contact{
        .label = guarantor_contact, .first = centre, .second = office, .at_least_per_year = 12.0};
    Experiment experiment{.region = small_region(),
                          .parameters = default_parameters(),
                          .link_priors = link_priors(),
                          .scenarios = {},
                          .reference = today,
                          .readings = {causal},
                          .seed = 7,
                          .replications = replications,
                          .replications_per_draw = 4,
                          .run_start = run_start,
                          .policy_start = policy_start,
                          .horizon = horizon,
                          .pairing = Pairing::common_random_numbers};
    experiment.scenarios = {
        {.key = key_of("today"), .policy = {}},
        {.key = key_of("no-contact"), .policy = {{from_start(StopContacts{})}}},
        {.key = key_of("regular-contact"),
         .policy = {{from_start(RaiseGuarantorMeetings{.at_least_per_year = 12.0}),
                     from_start(monthly_contact)}}},
        {.key = key_of("written-agreement"),
         .policy = {{from_start(WrittenAgreement{.first = centre, .second = office})}}}};
    return experiment;
}

} // namespace tsunagi::test
