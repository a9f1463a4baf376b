#include "engine/care/formulas.hpp"
#include "engine/clocks/baselines.hpp"
#include "engine/people/intake.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <array>
#include <cmath>
#include <utility>

using namespace tsunagi;

namespace {

const Parameters defaults = test::default_parameters();
constexpr double average_readiness = 0.4;

ArrivalCase appointment_after(double wait_days) {
    return {.wait_days = wait_days, .readiness = average_readiness};
}

double arrives(const ArrivalCase& appointment) {
    return arrival_probability(defaults.referral, appointment);
}

double log_odds(double probability) {
    return std::log(probability / (1.0 - probability));
}

double survival(double scale, double day) {
    return std::exp(-WeibullBaseline{0.60, scale}.cumulative(day));
}

// Travel times and population shares of the typical prefecture.
Region five_municipalities() {
    auto region = test::small_region();
    region.municipalities = {};
    for (const double share : {0.40, 0.25, 0.15, 0.12, 0.08}) {
        region.municipalities.push({.population_share = share});
    }
    region.agencies[test::centre].minutes_from_municipality = {15.0, 30.0, 45.0, 60.0, 90.0};
    return region;
}

// A car of one's own halves the way.
double minutes_to_centre(const Region& region, const Client& person) {
    const auto& centre = region.agencies[test::centre];
    const double minutes = centre.minutes_from_municipality.at(person.municipality);
    return person.traits.car ? defaults.attributes.car_travel * minutes : minutes;
}

} // namespace

TEST_CASE("an appointment is kept as in the wait table when every other term is 0") {
    const std::array<std::pair<double, double>, 11> table{{{1.0, 0.720},
                                                           {2.0, 0.478},
                                                           {3.0, 0.410},
                                                           {5.0, 0.385},
                                                           {7.0, 0.380},
                                                           {14.0, 0.368},
                                                           {21.0, 0.356},
                                                           {30.0, 0.341},
                                                           {42.0, 0.322},
                                                           {60.0, 0.294},
                                                           {90.0, 0.250}}};
    for (const auto& [wait_days, probability] : table) {
        CAPTURE(wait_days);
        CHECK(arrives(appointment_after(wait_days)) == Approx(probability).margin(0.0005));
    }
}

TEST_CASE("the fast part of the wait curve does not act below one day") {
    // Only the slow part tells a wait of 0 from one of 1 day.
    const double gap =
        log_odds(arrives(appointment_after(0.0))) - log_odds(arrives(appointment_after(1.0)));
    CHECK(gap == Approx(defaults.referral.arrive_slow / 7.0));
    auto same_day = defaults.referral;
    same_day.arrive_same_day = 0.3;
    CHECK(log_odds(arrival_probability(same_day, appointment_after(0.5))) ==
          Approx(log_odds(arrives(appointment_after(0.5))) + 0.3));
    CHECK(arrival_probability(same_day, appointment_after(1.0)) == arrives(appointment_after(1.0)));
    CHECK_THROWS_AS(arrives(appointment_after(-0.001)), ContractViolation);
}

TEST_CASE("link, readiness, travel and family move the odds of arrival by their own terms") {
    const double base = log_odds(arrives(appointment_after(14.0)));
    const auto gain = [&](ArrivalCase changed) {
        changed.wait_days = 14.0;
        return log_odds(arrives(changed)) - base;
    };
    CHECK(gain({.link_term = 0.5, .readiness = 0.4}) == Approx(0.5));
    CHECK(gain({.readiness = 0.9}) == Approx(0.5));
    CHECK(gain({.readiness = 0.4, .minutes = 30.0}) == Approx(0.0).margin(1e-12));
    CHECK(gain({.readiness = 0.4, .minutes = 90.0}) == Approx(-0.5));
    // A family has no readiness of its own.
    CHECK(gain({.readiness = 0.9, .subject = ArrivalCase::Subject::family}) == Approx(0.40));
    CHECK(gain({.readiness = 0.4, .handover_term = 1.2}) == Approx(1.2));
}

TEST_CASE("recognition compounds with quality: rho at the reference, nothing at quality 0") {
    const auto& recognition = defaults.recognition;
    CHECK(recognition_probability(recognition, 0.40) == Approx(0.25));
    CHECK(recognition_probability(recognition, 0.80) == Approx(1.0 - 0.75 * 0.75));
    CHECK(recognition_probability(recognition, 0.20) == Approx(1.0 - std::sqrt(0.75)));
    CHECK(recognition_probability(recognition, 0.0) == 0.0);
}

TEST_CASE("plan fit grows with the receiver's quality and stays a probability") {
    CHECK(fit_probability(defaults.recognition, 0.70) == Approx(0.75));
    CHECK(fit_probability(defaults.recognition, 0.0) == Approx(0.40));
    auto generous = defaults.recognition;
    generous.fit_per_quality = 2.0;
    CHECK(fit_probability(generous, 0.9) == 1.0);
}

TEST_CASE("acceptance adds its terms on the log odds") {
    using Flag = AcceptanceCase::Flag;
    const auto& referral = defaults.referral;
    const auto odds = [&](const AcceptanceCase& offer) {
        return log_odds(acceptance_probability(referral, offer));
    };
    CHECK(odds({.readiness = 0.4}) == Approx(0.35));
    CHECK(odds({.readiness = 0.6}) == Approx(0.35 + 2.0 * 0.2));
    CHECK(odds({.readiness = 0.4, .familiarity = 1.0}) == Approx(0.35 + 0.405));
    CHECK(odds({.readiness = 0.4, .minutes = 60.0}) == Approx(0.35 - 0.35));
    CHECK(odds({.readiness = 0.4, .first_timer = Flag::yes}) == Approx(0.35 - 0.3));
    CHECK(odds({.readiness = 0.4, .misfit = Flag::yes}) == Approx(0.35 - 0.5));
    CHECK(odds({.readiness = 0.4, .without_need = Flag::yes}) == Approx(0.35 - 2.0));
    CHECK(odds({.readiness = 0.4, .family_understanding = 0.2}) == Approx(0.35 + 1.5 * 0.2));
    CHECK(odds({.readiness = 0.4, .resistance = 0.5}) == Approx(0.35 - 3.0 * 0.5));
    CHECK(odds({.readiness = 0.4, .extra = 0.7}) == Approx(0.35 + 0.7));
}

TEST_CASE("acceptance by a family knows a crisis, familiar staff and travel") {
    using Crisis = FamilyAcceptanceCase::Crisis;
    const auto odds = [&](const FamilyAcceptanceCase& offer) {
        return log_odds(family_acceptance_probability(defaults.referral, offer));
    };
    CHECK(odds({}) == Approx(0.20));
    CHECK(odds({.crisis = Crisis::recent}) == Approx(0.20 + 1.0));
    CHECK(odds({.familiarity = 0.5}) == Approx(0.20 + 0.4 * 0.5));
    CHECK(odds({.minutes = 90.0}) == Approx(0.20 - 2 * 0.35));
}

TEST_CASE("an offer to a person of the default intake who is in need is accepted about one time "
          "in two") {
    // 20,000 persons; the standard error of the mean probability is 0.001.
    const auto region = five_municipalities();
    const auto start_readiness = beta_quantiles(2.0, 3.0);
    const auto laws = laws_of_intake(region, defaults.attributes, defaults.supervision);
    Streams streams{{.study_seed = 7, .replication = 0}};
    const double fits = fit_probability(defaults.recognition, 0.70);
    double sum = 0.0;
    constexpr std::uint64_t persons = 20'000;
    const std::array shares{48.6, 22.2, 5.2, 5.6, 1.5};
    for (std::uint64_t n = 0; n < persons; ++n) {
        const double source_uniform = (static_cast<double>(n) + 0.5) / persons;
        const auto source = static_cast<ArrivalSource>(choose_index(shares, source_uniform));
        const auto person = draw_client({.laws = laws,
                                         .intake = defaults.intake,
                                         .attributes = defaults.attributes,
                                         .supervision = defaults.supervision,
                                         .start_readiness = start_readiness,
                                         .stable_share = 0.0},
                                        source,
                                        n,
                                        test::run_start,
                                        streams);
        using Flag = AcceptanceCase::Flag;
        AcceptanceCase offer{.readiness = person.base_readiness,
                             .minutes = minutes_to_centre(region, person),
                             .first_timer =
                                 person.history == History::first_timer ? Flag::yes : Flag::no};
        sum += fits * acceptance_probability(defaults.referral, offer);
        offer.misfit = Flag::yes;
        sum += (1.0 - fits) * acceptance_probability(defaults.referral, offer);
    }
    CHECK(sum / persons == Approx(0.51).margin(0.01));
}

TEST_CASE("the mean of drawn leads is the mean lead, whatever their spread") {
    constexpr int strata = 20'000;
    for (const double log_sd : {0.0, 0.3, 0.6, 0.9}) {
        double sum = 0.0;
        for (int i = 0; i < strata; ++i) {
            sum += lead_days({30.0, log_sd}, det::normal_quantile((i + 0.5) / strata));
        }
        CAPTURE(log_sd);
        CHECK(sum / strata == Approx(30.0).epsilon(2e-3));
    }
    CHECK(lead_days({8.0, 0.0}, 1.7) == 8.0);
}

TEST_CASE("the counselling scale keeps the share lost in a year at every legal pressure") {
    auto episodes = defaults.episodes;
    CHECK(tied_scale_days(episodes, 0.60) == Approx(637.13).margin(0.005));
    episodes.legal_pressure = 0.3;
    CHECK(tied_scale_days(episodes, 0.60) == Approx(451.0).margin(0.5));
    episodes.legal_pressure = 1.0;
    CHECK(tied_scale_days(episodes, 0.60) == Approx(924.0).margin(0.5));
    for (const double pressure : {0.3, 0.6, 1.0}) {
        episodes.legal_pressure = pressure;
        const double scale = tied_scale_days(episodes, 0.60);
        const double mean_factor = 0.5 + 0.5 * pressure;
        CHECK(std::exp(-mean_factor * std::pow(365.0 / scale, 0.60)) == Approx(1.0 - 0.436));
    }
}

TEST_CASE("counselling without legal pressure keeps 63 % for half a year and 49 % for a year") {
    const double scale = tied_scale_days(defaults.episodes, 0.60);
    CHECK(survival(scale, 180.0) == Approx(0.6260).margin(5e-5));
    CHECK(survival(scale, 365.0) == Approx(0.4888).margin(5e-5));
    CHECK(survival(640.0, 180.0) == Approx(0.6268).margin(5e-5));
    CHECK(survival(640.0, 365.0) == Approx(0.4897).margin(5e-5));
}

TEST_CASE("tied services take their scale from the share lost in a year, the others state theirs, "
          "and one factor moves all") {
    auto episodes = defaults.episodes;
    const auto scale_of = [&](Service service) {
        return drop_out_scales(episodes).at(static_cast<std::size_t>(service));
    };
    for (const auto tied :
         {Service::counselling, Service::programme, Service::hospital_programme}) {
        CHECK(scale_of(tied) == Approx(637.13).margin(0.005));
    }
    CHECK(scale_of(Service::family_counselling) == 540.0);
    CHECK(scale_of(Service::outpatient) == 60.0);
    CHECK(scale_of(Service::self_help) == 120.0);
    episodes.scale_factor = 2.0;
    CHECK(scale_of(Service::counselling) == Approx(2 * 637.13).margin(0.01));
    CHECK(scale_of(Service::outpatient) == 120.0);
    // Another shape, the same share: half a year at full speed, half at phi = 0.6.
    const double scale = tied_scale_days(defaults.episodes, 1.3);
    CHECK(std::exp(-0.8 * std::pow(365.0 / scale, 1.3)) == Approx(1.0 - 0.436));
}
