#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace tsunagi::bench {

enum class Agency : std::uint8_t { center, facility, hospital };
inline constexpr std::size_t agencies = 3;
constexpr std::size_t row_of(Agency agency) {
    return static_cast<std::size_t>(agency);
}

/// Probation, then waiting and in service at each agency.
enum class State : std::uint8_t {};
inline constexpr std::size_t states = 7;
inline constexpr State on_probation{0};
constexpr State waiting_at(Agency agency) {
    return State{static_cast<std::uint8_t>(2 * row_of(agency) + 1)};
}
constexpr State served_at(Agency agency) {
    return State{static_cast<std::uint8_t>(2 * row_of(agency) + 2)};
}
/// @param state  not on_probation
constexpr Agency agency_of(State state) {
    return Agency{static_cast<std::uint8_t>((static_cast<unsigned>(state) - 1) / 2)};
}

/// Numbers of ref-1, the network of scenarios/networks/ref-1-*.toml. Times in days.
struct Workload {
    double arrivals_per_day = 20;
    double horizon = 3650;
    double observe_from = 730;
    double probation = 180;
    double referred = 0.5;
    double center_stay = 30;
    double facility_stay = 120;
    double to_relapse = 200;
    double patience = 45;
    double hospital_sigma = std::sqrt(std::log(2.0)); ///< mean 60, standard deviation 60
    double hospital_mu = std::log(60.0) - 0.5 * std::log(2.0);
    std::array<std::uint32_t, agencies> servers{460, 285, 205};

    double stay(Agency agency) const {
        return agency == Agency::center ? center_stay : facility_stay;
    }
};

/// @param variant  "base" or "queue"
/// @param scale  factor of arrivals and servers
inline Workload workload(const std::string& variant, double scale) {
    Workload made;
    if (variant == "queue") {
        made.servers = {360, 225, 160};
    } else if (variant != "base") {
        throw std::invalid_argument{"ref-1 has the variants base and queue"};
    }
    made.arrivals_per_day *= scale;
    for (auto& servers : made.servers) {
        servers = static_cast<std::uint32_t>(servers * scale);
    }
    return made;
}

/// What happened in a run.
struct Ref1Counts {
    std::uint64_t arrivals{};
    std::uint64_t moves{};
    std::uint64_t relapses{};
    std::uint64_t exits{};
    std::array<std::uint64_t, agencies> starts{};
    std::array<std::uint64_t, agencies> reneges{};
    std::uint64_t present{};
    std::uint64_t most_present{};
    std::array<double, states> days_in{}; ///< person-days from observe_from on

    void enter() {
        ++arrivals;
        most_present = ++present > most_present ? present : most_present;
    }
    void exit() {
        ++exits;
        --present;
    }
    std::uint64_t person_events() const {
        std::uint64_t events = arrivals + moves + relapses + exits;
        for (std::size_t agency = 0; agency < agencies; ++agency) {
            events += starts[agency] + reneges[agency];
        }
        return events;
    }
};

} // namespace tsunagi::bench
