#include "engine/experiment/experiment_memory.hpp"

#include "engine/experiment/replicate.hpp"
#include "engine/people/intake.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tsunagi {

namespace {

// Held against measurements by tests/system/hostile_sizes_test.py.
constexpr double bytes_of_empty_world = 1e6;
constexpr double bytes_per_agency = 300.0;
constexpr double bytes_per_pair = 500.0; ///< link, contacts and their events
constexpr double bytes_per_week = 35.0;  ///< of an agency whose hours are limited, with its plans
constexpr double bytes_per_month = 8.0;  ///< of a service with slots
constexpr double bytes_per_person_present = 2300.0;

/// Warm-ups that the readings share, and the run that goes on from one of them.
double most_worlds(const PreparedExperiment& prepared) {
    const auto& experiment = prepared.experiment();
    std::vector<LinkEffect> shared;
    for (const auto& reading : experiment.readings) {
        shared.push_back(prepared.effect(reading, 0));
        shared.back().structure_weight = 0.0;
    }
    std::vector<double> ended(shared.size() + 1); // by reading, warm-ups last shared before it
    double kept = 0.0;
    double most = 0.0;
    for (auto now = shared.begin(); now != shared.end(); ++now) {
        kept -= ended[static_cast<std::size_t>(now - shared.begin())];
        if (std::find(shared.begin(), now, *now) == now) {
            const auto after_last = std::find(shared.rbegin(), shared.rend(), *now).base();
            ended[static_cast<std::size_t>(after_last - shared.begin())] += 1.0;
            kept += 1.0;
        }
        most = std::max(most, kept);
    }
    const auto chances = experiment.pairing == Pairing::independent
                             ? static_cast<double>(experiment.scenarios.size())
                             : 1.0;
    return most * chances + 1.0;
}

double count_offering(const Region& region, Service service) {
    double count = 0.0;
    for (const auto& agency : region.agencies.values()) {
        count += std::any_of(agency.services.begin(),
                             agency.services.end(),
                             [&](const OfferedService& offered) {
                                 return offered.service == service && offered.share > 0.0;
                             })
                     ? 1.0
                     : 0.0;
    }
    return count;
}

double bytes_of_region(const Experiment& experiment) {
    const auto& region = experiment.region;
    const double days = days_between(experiment.run_start, experiment.horizon);
    const double bytes_of_weeks = bytes_per_week * days / 7.0;
    const double bytes_of_months = bytes_per_month * days / days_per_year * months_per_year;
    double bytes = bytes_of_empty_world;
    for (const auto& agency : region.agencies.values()) {
        bytes += bytes_per_agency + (agency.staffing ? bytes_of_weeks : 0.0);
        for (const auto& offered : agency.services) {
            bytes += offered.slots_per_month ? bytes_of_months : 0.0;
        }
    }
    // All of the centre, and those of facilities with hospitals.
    const double pairs =
        static_cast<double>(region.agencies.size()) +
        count_offering(region, Service::residence) * count_offering(region, Service::bed);
    return bytes + pairs * bytes_per_pair;
}

double bytes_of_results(const Experiment& experiment) {
    const auto& region = experiment.region;
    const double years = days_between(experiment.policy_start, experiment.horizon) / days_per_year;
    const double bytes_of_run =
        static_cast<double>(sizeof(RunResult)) +
        static_cast<double>(region.agencies.size()) *
            static_cast<double>(sizeof(AgencyCounts) + tasks * sizeof(std::int64_t)) +
        (static_cast<double>(region.municipalities.size()) + years) *
            static_cast<double>(sizeof(Tally));
    return bytes_of_run *
           static_cast<double>(experiment.readings.size() * experiment.scenarios.size());
}

/// Keeps how many were there at most.
class Crowd final : public WorldListener {
public:
    void hear(const Fact& fact, const World& world) override {
        if (fact.kind == FactKind::person_entered) {
            most_ = std::max(most_, world.clients.size());
        }
    }
    double most() const { return static_cast<double>(most_); }

private:
    std::size_t most_ = 0;
};

double expected_arrivals(const Experiment& experiment) {
    double per_day = 0.0;
    for (std::size_t source = 0; source < arrival_sources; ++source) {
        per_day +=
            arrivals_per_day(static_cast<ArrivalSource>(source), experiment.parameters.intake);
    }
    return per_day * days_between(experiment.run_start, experiment.horizon);
}

} // namespace

ExperimentMemory memory_of(const Experiment& experiment) {
    auto single = experiment;
    single.replications = 1;
    single.replications_per_draw = 1;
    return {.worlds = most_worlds(PreparedExperiment{single}),
            .bytes_per_world = bytes_of_region(experiment),
            .bytes_per_person = bytes_per_person_present,
            .bytes_per_replication = bytes_of_results(experiment)};
}

double expected_most_present(const Experiment& experiment) {
    constexpr double most_arrivals = 3000.0;
    constexpr double standard_errors = 4.0;
    auto thinned = experiment;
    thinned.replications = 1;
    thinned.replications_per_draw = 1;
    const double share = most_arrivals / std::max(expected_arrivals(experiment), most_arrivals);
    auto& intake = thinned.parameters.intake;
    for (auto* arrivals : {&intake.volume,
                           &intake.background_persons_per_year,
                           &intake.background_families_per_year,
                           &intake.background_outpatients_per_year,
                           &intake.background_residents_per_year}) {
        *arrivals *= share;
    }
    const PreparedExperiment prepared{thinned};
    Crowd crowd;
    listen(prepared, {.reading = 0, .scenario = thinned.reference, .replication = 0}, crowd);
    return (crowd.most() + standard_errors * std::sqrt(crowd.most())) / share;
}

} // namespace tsunagi
