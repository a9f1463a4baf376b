#include "tests/support/small_region.hpp"

#include "tests/support/survey.hpp"

#include <array>
#include <string_view>
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

OfferedService offered(Service service) {
    return {.service = service, .places = {}, .slots_per_month = {}, .share = 1.0};
}
OfferedService with_places(Service service, double places) {
    return {.service = service, .places = places, .slots_per_month = {}, .share = 1.0};
}
OfferedService with_slots(Service service, double slots_per_month) {
    return {.service = service, .places = {}, .slots_per_month = slots_per_month, .share = 1.0};
}

Column<AgencyId, Agency> small_agencies() {
    Column<AgencyId, Agency> agencies;
    agencies.push({.key = key_of("centre"),
                   .type = AgencyType::mental_health_welfare_center,
                   .tenure = TenureClass::local,
                   .quality = 0.70,
                   .staffing = Agency::Staffing{.posts = 2.0, .direct_share = 0.60},
                   .minutes_from_municipality = {15.0, 60.0},
                   .services = {offered(Service::counselling),
                                offered(Service::family_counselling),
                                with_places(Service::programme, 10.0),
                                with_places(Service::family_class, 12.0)}});
    agencies.push({.key = key_of("office"),
                   .type = AgencyType::probation_office,
                   .tenure = TenureClass::justice,
                   .quality = 0.40,
                   .staffing = Agency::Staffing{.posts = 6.0, .direct_share = 0.35},
                   .minutes_from_municipality = {},
                   .services = {}});
    agencies.push({.key = key_of("facility"),
                   .type = AgencyType::recovery_facility,
                   .tenure = TenureClass::facility,
                   .quality = 0.60,
                   .staffing = {},
                   .minutes_from_municipality = {20.0, 50.0},
                   .services = {with_places(Service::residence, 14.0),
                                with_places(Service::day_programme, 30.0),
                                offered(Service::family_meeting)}});
    agencies.push({.key = key_of("hospital"),
                   .type = AgencyType::psychiatric_hospital,
                   .tenure = TenureClass::hospital,
                   .quality = 0.75,
                   .staffing = {},
                   .minutes_from_municipality = {25.0, 50.0},
                   .services = {with_slots(Service::outpatient, 6.0),
                                offered(Service::hospital_programme),
                                with_places(Service::bed, 6.0)}});
    return agencies;
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
            .travel = TravelTimes{20.0},
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
    return region.agencies.push({.key = key,
                                 .type = type,
                                 .tenure = tenure,
                                 .quality = 0.40,
                                 .staffing = {},
                                 .minutes_from_municipality = {},
                                 .services = {}});
}

Region wide_region() {
    auto region = small_region();
    const auto add = [&](std::string_view name, AgencyType type, TenureClass tenure) -> Agency& {
        return region.agencies[add_agency(region, key_of(name), type, tenure)];
    };
    const std::vector<double> near_and_far{15.0, 60.0};
    auto& second = add("second hospital", AgencyType::psychiatric_hospital, TenureClass::hospital);
    second.minutes_from_municipality = near_and_far;
    second.services = {with_slots(Service::outpatient, 4.0),
                       offered(Service::hospital_programme),
                       with_places(Service::bed, 2.0)};
    auto& general =
        add("general hospital", AgencyType::psychiatric_hospital, TenureClass::hospital);
    general.minutes_from_municipality = near_and_far;
    general.services = {with_slots(Service::outpatient, 4.0), offered(Service::bed)};
    auto& other = add("second facility", AgencyType::recovery_facility, TenureClass::facility);
    other.minutes_from_municipality = near_and_far;
    other.services = {with_places(Service::residence, 2.0),
                      with_places(Service::day_programme, 3.0),
                      offered(Service::family_meeting)};
    auto& home = add("home", AgencyType::offender_rehabilitation_facility, TenureClass::justice);
    home.services = {with_places(Service::residence, 3.0)};
    auto& group = add("group", AgencyType::self_help_group, TenureClass::local);
    group.minutes_from_municipality = near_and_far;
    group.services = {offered(Service::self_help)};
    add("prison", AgencyType::prison, TenureClass::justice);
    add("far hospital", AgencyType::out_of_prefecture_hospital, TenureClass::hospital).services = {
        offered(Service::bed)};
    add("far facility", AgencyType::out_of_prefecture_recovery_facility, TenureClass::facility)
        .services = {offered(Service::residence)};
    region.referrals.push_back({.label = family_referral,
                                .sender = office,
                                .receiver = centre,
                                .subject = ReferralRoute::Subject::family,
                                .offer_cold = 0.06,
                                .offer_warm = 0.25});
    return region;
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
                          .windows = support_windows,
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

Experiment short_experiment(std::int64_t replications) {
    auto experiment = small_experiment(replications);
    const auto april = [](int year) {
        return at_date(std::chrono::sys_days{std::chrono::year{year} / 4 / 1});
    };
    start_policies(experiment, april(2023));
    experiment.horizon = april(2026);
    return experiment;
}

void start_policies(Experiment& experiment, SimTime from) {
    experiment.policy_start = from;
    for (auto& scenario : experiment.scenarios) {
        for (auto& lever : scenario.policy.levers) {
            lever.from = from;
        }
    }
}

} // namespace tsunagi::test
