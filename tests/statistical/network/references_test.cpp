// The shipped reference networks against the results of independent programs: for network 1 the
// means of 2,000 runs of hand-written event loops with two event lists and two generators, and the
// standard deviation of one run; for network 2 the shares of 3e8 persons from two generators.
// Level 1e-6 for every number; every law is told when it is 5 % wrong.
#include "engine/execution/for_each_slot.hpp"
#include "engine/network/network_estimates.hpp"
#include "scenarios/networks/network_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"

#include <array>
#include <cmath>
#include <functional>
#include <string>

using namespace tsunagi;
using test::critical_errors;
using test::wrong_factor;

namespace {

constexpr std::size_t probation = 0; // stations in the order of the file
constexpr std::size_t center = 1;
constexpr std::size_t facility = 2;
constexpr std::size_t hospital = 3;

ServiceNetwork shipped(const std::string& name) {
    return load_network(std::string{TSUNAGI_SCENARIOS} + "/networks/" + name + ".toml")
        .value.value()
        .network;
}

std::vector<NetworkResult> runs_of(const ServiceNetwork& network, std::int64_t replications) {
    std::vector<NetworkResult> results(static_cast<std::size_t>(replications));
    for_each_slot(
        replications,
        [&](std::int64_t replication) {
            results[static_cast<std::size_t>(replication)] = run_network(
                network,
                {.study_seed = 20'240'401, .replication = static_cast<std::uint64_t>(replication)});
        },
        0);
    return results;
}

/// What the reference says of one number, and how this program finds it.
struct Reference {
    const char* name;
    double mean{};
    double sd{}; ///< of one run
    std::function<double(const NetworkEstimates&)> of;
};

double reneged_percent(const StationEstimates& station) {
    return 100.0 * station.reneges_per_day.value / station.entries_per_day.value;
}

double relapses(const NetworkEstimates& found) {
    return found.stations[center].leaves_per_day[1].value +
           found.stations[facility].leaves_per_day[1].value;
}

const std::vector<Reference> base{
    {"exits", 19.032, 0.074, [](const auto& found) { return found.exits_per_day.value; }},
    {"relapses", 3.107, 0.029, relapses},
    {"starts",
     14.895,
     0.094,
     [](const auto& found) { return found.stations[center].starts_per_day.value; }},
    {"probation",
     2700.2,
     12.3,
     [](const auto& found) { return found.stations[probation].in_service.value; }},
    {"in center",
     400.02,
     3.36,
     [](const auto& found) { return found.stations[center].in_service.value; }},
    {"in facility",
     249.70,
     3.48,
     [](const auto& found) { return found.stations[facility].in_service.value; }},
    {"in hospital", 178.35, 2.61, [](const auto& found) {
         return found.stations[hospital].in_service.value;
     }}};

const std::vector<Reference> queue{
    {"exits", 19.043, 0.072, [](const auto& found) { return found.exits_per_day.value; }},
    {"relapses", 2.778, 0.027, relapses},
    {"starts",
     13.452,
     0.060,
     [](const auto& found) { return found.stations[center].starts_per_day.value; }},
    {"reneged center",
     6.47,
     0.46,
     [](const auto& found) { return reneged_percent(found.stations[center]); }},
    {"reneged facility",
     2.73,
     0.72,
     [](const auto& found) { return reneged_percent(found.stations[facility]); }},
    {"reneged hospital",
     3.03,
     0.73,
     [](const auto& found) { return reneged_percent(found.stations[hospital]); }},
    {"probation",
     2699.8,
     12.2,
     [](const auto& found) { return found.stations[probation].in_service.value; }},
    {"waiting center",
     45.03,
     3.59,
     [](const auto& found) { return found.stations[center].waiting.value; }},
    {"in center",
     359.89,
     0.12,
     [](const auto& found) { return found.stations[center].in_service.value; }},
    {"waiting facility",
     3.98,
     1.13,
     [](const auto& found) { return found.stations[facility].waiting.value; }},
    {"in facility",
     218.21,
     1.78,
     [](const auto& found) { return found.stations[facility].in_service.value; }},
    {"waiting hospital",
     3.96,
     1.05,
     [](const auto& found) { return found.stations[hospital].waiting.value; }},
    {"in hospital", 154.74, 1.35, [](const auto& found) {
         return found.stations[hospital].in_service.value;
     }}};

constexpr std::int64_t runs = 40;
constexpr double reference_runs = 2000.0;
// The table is printed to so many digits.
constexpr double printed = 0.005;

/// The largest miss of any number, in units of what the level allows.
double worst_miss(const ServiceNetwork& network, const std::vector<Reference>& references) {
    const auto found = estimates(network, runs_of(network, runs));
    double worst = 0.0;
    for (const auto& reference : references) {
        const double error =
            reference.sd * std::sqrt(1.0 / static_cast<double>(runs) + 1.0 / reference_runs);
        const double miss = std::abs(reference.of(found) - reference.mean) /
                            (critical_errors * error + printed * (reference.mean > 20.0 ? 1 : 0.1));
        INFO(reference.name << ' ' << reference.of(found));
        worst = std::max(worst, miss);
    }
    return worst;
}

ServiceNetwork with_law(ServiceNetwork network, std::size_t station, std::size_t cause, Law law) {
    network.stations.at(station).leave.at(cause).law = law;
    return network;
}

Law exponential_law(double mean_days) {
    return Law{ExponentialLaw{mean_days}};
}

} // namespace

TEST_CASE("reference network 1 agrees with hand-written programs, with and without queues") {
    for (const auto& [name, references] :
         {std::pair{"ref-1-base", &base}, std::pair{"ref-1-queue", &queue}}) {
        INFO(name);
        const auto network = shipped(name);
        CHECK(worst_miss(network, *references) < 1.0);
        CHECK(worst_miss(with_law(network, center, 0, exponential_law(wrong_factor * 30.0)),
                         *references) > 1.0);
        CHECK(worst_miss(with_law(network, center, 1, exponential_law(wrong_factor * 200.0)),
                         *references) > 1.0);
        CHECK(worst_miss(with_law(network, facility, 0, exponential_law(wrong_factor * 120.0)),
                         *references) > 1.0);
        CHECK(
            worst_miss(with_law(network, hospital, 0, Law{LogNormalLaw{wrong_factor * 60.0, 60.0}}),
                       *references) > 1.0);
        CHECK(worst_miss(with_law(network, probation, 0, Law{FixedLaw{wrong_factor * 180.0}}),
                         *references) > 1.0);
        auto busier = network;
        busier.arrivals.front().per_day *= wrong_factor;
        CHECK(worst_miss(busier, *references) > 1.0);
    }
    auto patient = shipped("ref-1-queue");
    patient.stations[center].patience = exponential_law(wrong_factor * wrong_factor * 45.0);
    CHECK(worst_miss(patient, queue) >
          1.0); // 10 % of patience; 5 % moves the queue by 2.2, 4 errors
}

namespace {

// By station in the order of the file: community, center, facility, hospital, stable, dead.
struct Occupancy {
    std::size_t month{};
    std::array<double, 6> shares{};
};
constexpr std::array reference_shares{
    Occupancy{12, {0.56366, 0.23136, 0.05453, 0.00312, 0.13165, 0.01568}},
    Occupancy{60, {0.20682, 0.11778, 0.03325, 0.00225, 0.60192, 0.03799}},
    Occupancy{120, {0.18523, 0.09747, 0.02707, 0.00180, 0.63099, 0.05743}}};

/// The largest miss of any share of 1e6 persons, in units of what the level allows.
double worst_share(const ServiceNetwork& network) {
    const auto persons = static_cast<double>(network.arrivals.front().at_start);
    const auto result = run_network(network, {.study_seed = 20'240'401, .replication = 0});
    double worst = 0.0;
    for (const auto& [month, shares] : reference_shares) {
        for (std::size_t station = 0; station < shares.size(); ++station) {
            const double share =
                static_cast<double>(result.counts.samples.at(month)[station]) / persons;
            const double error = std::sqrt(shares[station] * (1.0 - shares[station]) / persons);
            worst = std::max(worst,
                             std::abs(share - shares[station]) / (critical_errors * error + 5e-6));
        }
    }
    return worst;
}

/// A law of network 2, in years: Weibull, of shape 1 where it is exponential.
struct YearLaw {
    const char* name;
    std::size_t station{};
    std::size_t cause{};
    double shape{};
    double scale_years{};
    double seen{}; ///< factor on the scale that the shares of 1e6 persons tell
};
// Few are in hospital at a time: 5 % of what brings or keeps them there is 3 errors, and more is
// told.
constexpr std::array year_laws{YearLaw{"to center", 0, 0, 1.3, 1.5, wrong_factor},
                               YearLaw{"death", 0, 1, 1.0, 50.0, wrong_factor},
                               YearLaw{"to facility", 1, 0, 0.8, 2.0, wrong_factor},
                               YearLaw{"center to stable", 1, 1, 1.0, 1.0 / 0.9, wrong_factor},
                               YearLaw{"facility to stable", 2, 0, 1.5, 0.6, wrong_factor},
                               YearLaw{"to hospital", 2, 1, 1.0, 1.0 / 0.3, 1.12},
                               YearLaw{"in hospital", 3, 0, 2.0, 0.25, 1.1},
                               YearLaw{"to community", 4, 0, 0.7, 4.0, wrong_factor}};

} // namespace

TEST_CASE("reference network 2 agrees with three hundred million persons of other programs") {
    const auto network = shipped("ref-2");
    CHECK(worst_share(network) < 1.0);
    for (const auto& law : year_laws) {
        const auto with_scale = [&](double factor) {
            return with_law(network,
                            law.station,
                            law.cause,
                            Law{WeibullLaw{law.shape, factor * law.scale_years * days_per_year}});
        };
        INFO(law.name);
        CHECK(worst_share(with_scale(law.seen)) > 1.0);
    }
}
