#include "engine/random/det.hpp"
#include "engine/verification/birth_death_queue.hpp"
#include "engine/verification/detail/problem_parts.hpp"

#include <array>
#include <cmath>

namespace tsunagi::detail {

namespace {

struct ServiceLaw {
    Law law; ///< of mean one day
    double cv_squared{};
};

// Mean wait with one server, by the law of its service. Source: F. Pollaczek (1930), A. Y. Khinchin
// (1932): arrivals E[S^2] / (2 (1 - load)).
VerifiedQuantity pollaczek_khinchin(const char* id, const ServiceLaw& service, double error) {
    constexpr double per_day = 0.8;
    constexpr double load = per_day; // the mean service takes a day
    auto network = network_over({.all = 12'500.0, .warm_up = 500.0},
                                {exponential_station("server", {1, 1.0})});
    network.stations.front().leave.front().law = service.law;
    add_arrivals(network, error * per_day);
    return {id,
            per_day * (1.0 + service.cv_squared) / (2.0 * (1.0 - load)),
            over(replications_of(network, 40), [](const auto& result) {
                const auto& station = result.counts.after.stations.front();
                return days_of(Duration{station.wait_ticks}) /
                       static_cast<double>(station.entries());
            })};
}

} // namespace

Quantities single_server(double error) {
    return {pollaczek_khinchin("wait_exponential", {Law{ExponentialLaw{1.0}}, 1.0}, error),
            pollaczek_khinchin("wait_fixed", {Law{FixedLaw{1.0}}, 0.0}, error),
            pollaczek_khinchin(
                "wait_log_normal", {Law{LogNormalLaw{1.0, std::sqrt(2.0)}}, 2.0}, error)};
}

// The number present is Poisson whatever the law of service, and so its mean is its variance.
Quantities unlimited_servers(double error) {
    constexpr double per_day = 5.0;
    constexpr double mean_days = 6.0;
    constexpr double mean_present = per_day * mean_days;
    auto network = network_over({.all = 3'000.0, .warm_up = 0.0}, {Station{}});
    network.stations.front() = {.key = key_of("unlimited"),
                                .leave = {{Law{LogNormalLaw{error * mean_days, 4.0}}, {}}}};
    network.sample_every =
        std::chrono::days{60}; // ten services: samples are as good as independent
    add_arrivals(network, per_day);
    std::vector<double> numbers;
    std::vector<double> squares;
    for (const auto& result : replications_of(network, 40)) {
        for (std::size_t sample = 1; sample < result.counts.samples.size(); ++sample) {
            const auto present = static_cast<double>(result.counts.samples[sample].front());
            numbers.push_back(present);
            squares.push_back((present - mean_present) * (present - mean_present));
        }
    }
    return {{"mean_present", mean_present, estimate_of(numbers)},
            {"variance_present", mean_present, estimate_of(squares)}};
}

// Arrivals swing once a day of 24 units; the number present follows with a lag. Source: S. G. Eick,
// W. A. Massey, W. Whitt, Mt/G/inf queues with sinusoidal arrival rates, Management Science 39
// (1993) 241-252.
Quantities daily_rhythm(double error) {
    constexpr double mean_per_day = 10.0;
    constexpr double amplitude = 0.5;
    constexpr double period = 24.0;
    constexpr double services = 1.0 / 6.0;
    constexpr double frequency = 6.283185307179586476925 / period;
    auto network = network_over({.all = 100.0 * period, .warm_up = 0.0}, {Station{}});
    network.stations.front() = {.key = key_of("unlimited"),
                                .leave = {{Law{ExponentialLaw{error / services}}, {}}}};
    network.sample_every = sampled(period / 4.0);
    add_arrivals(network, mean_per_day);
    network.arrivals.front().amplitude = amplitude;
    network.arrivals.front().period_days = period;
    constexpr std::size_t settled = 20; // samples of the first five periods
    std::array<std::vector<double>, 4> by_phase;
    for (const auto& result : replications_of(network, 40)) {
        for (std::size_t sample = settled; sample < result.counts.samples.size(); ++sample) {
            by_phase.at(sample % 4)
                .push_back(static_cast<double>(result.counts.samples[sample].front()));
        }
    }
    const auto exact = [&](double phase) {
        const double sine = det::sine_of_turn(phase);
        const double cosine = det::sine_of_turn(phase + 0.25);
        return mean_per_day / services + mean_per_day * amplitude *
                                             (services * sine - frequency * cosine) /
                                             (services * services + frequency * frequency);
    };
    constexpr std::array ids{"present_at_0", "present_at_6", "present_at_12", "present_at_18"};
    Quantities quantities;
    for (std::size_t quarter = 0; quarter < ids.size(); ++quarter) {
        quantities.push_back({ids.at(quarter),
                              exact(static_cast<double>(quarter) / 4.0),
                              estimate_of(by_phase.at(quarter))});
    }
    return quantities;
}

namespace {

constexpr std::size_t jackson_stations = 3;
constexpr std::array<double, jackson_stations> outside_per_day{1.0, 0.5, 0.0};
constexpr std::array<std::array<double, jackson_stations>, jackson_stations> routing{
    {{0.0, 0.5, 0.3}, {0.1, 0.0, 0.6}, {0.0, 0.0, 0.0}}};
constexpr std::array<double, jackson_stations> services_per_day{1.0, 0.8, 0.5};
constexpr std::array<std::uint32_t, jackson_stations> servers{2, 2, 4};

// Flow through every station: what comes from outside and from the others.
std::array<double, jackson_stations> flows() {
    auto flow = outside_per_day;
    for (int step = 0; step < 200; ++step) {
        auto next = outside_per_day;
        for (std::size_t from = 0; from < jackson_stations; ++from) {
            for (std::size_t to = 0; to < jackson_stations; ++to) {
                next.at(to) += flow.at(from) * routing.at(from).at(to);
            }
        }
        flow = next;
    }
    return flow;
}

ServiceNetwork jackson_network(double error) {
    constexpr std::array names{"first", "second", "third"};
    std::vector<Station> stations;
    for (std::size_t row = 0; row < jackson_stations; ++row) {
        auto station =
            exponential_station(names.at(row), {servers.at(row), error * services_per_day.at(row)});
        std::vector<Routing::Branch> branches;
        for (std::uint32_t to = 0; to < jackson_stations; ++to) {
            branches.push_back({AgencyId{to}, routing.at(row).at(to)});
        }
        station.leave.front().to = Routing{std::move(branches)};
        stations.push_back(std::move(station));
    }
    auto network = network_over({.all = 8'300.0, .warm_up = 300.0}, std::move(stations));
    for (std::uint32_t row = 0; row < jackson_stations; ++row) {
        if (outside_per_day.at(row) > 0.0) {
            add_arrivals(network, outside_per_day.at(row), AgencyId{row});
        }
    }
    return network;
}

} // namespace

// Every station is a queue by itself, fed by its own flow. Source: J. R. Jackson, Networks of
// waiting lines, Operations Research 5 (1957) 518-521.
Quantities jackson(double error) {
    constexpr std::array ids{"at_first", "at_second", "at_third"};
    const auto network = jackson_network(error);
    const auto results = replications_of(network, 40);
    const auto flow = flows();
    Quantities quantities;
    for (std::size_t row = 0; row < jackson_stations; ++row) {
        const BirthDeathQueue queue{{.arrivals_per_day = flow.at(row),
                                     .services_per_day = services_per_day.at(row),
                                     .servers = servers.at(row)}};
        quantities.push_back({ids.at(row),
                              queue.mean_waiting() + queue.mean_busy(),
                              over(results, [&](const auto& result) {
                                  return mean_waiting(network, result, row) +
                                         mean_serving(network, result, row);
                              })});
    }
    return quantities;
}

// The time integral of those present is the sum of their times: nobody is left at the end, so that
// both are whole numbers of ticks and equal.
Quantities little(double error) {
    auto network = jackson_network(1.0);
    network.observe_from = network.start;
    network.arrivals = {{.key = key_of("arrivals"), .to = AgencyId{0}, .at_start = 2'000}};
    const auto result = run_network(network, {.study_seed = 20'240'401, .replication = 0});
    std::int64_t integral = 0;
    std::int64_t times = 0;
    for (const auto& station : result.counts.after.stations) {
        integral += station.waiting_ticks + station.serving_ticks;
        times += station.wait_ticks + station.stay_ticks;
    }
    return {{"person_days",
             days_of(Duration{times}),
             {.value = error * days_of(Duration{integral}), .units = 2'000}}};
}

} // namespace tsunagi::detail
