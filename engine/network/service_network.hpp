#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"
#include "engine/network/law.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// Where somebody goes who leaves a station or a queue: to a station, or out of the network with
/// what the probabilities leave of 1.
class Routing {
public:
    struct Branch {
        AgencyId to;
        double probability{}; ///< in [0, 1]
    };
    /// What is missing to 1 may be rounding: below this the last branch takes it.
    static constexpr double rounding = 1e-9;

    /// Out of the network.
    Routing() = default;
    /// @throws ContractViolation if probabilities lie outside [0, 1] or sum to more than 1
    explicit Routing(std::vector<Branch> branches);

    /// @param u  in (0, 1)
    /// @return a station; no value: out of the network
    OptionalId<AgencyTag> next(double u) const;
    /// Whether anybody leaves the network here.
    bool leads_out() const { return !next(1.0 - 0x1p-53).has_value(); }
    const std::vector<Branch>& branches() const { return branches_; }

private:
    std::vector<Branch> branches_;
};

/// Servers, beds or places of one kind, with one queue before them. Stations are the agencies of a
/// plain network: their row is their AgencyId.
struct Station {
    EntityKey key{};
    std::optional<std::uint32_t> servers{};      ///< none: unlimited, nobody waits
    std::optional<std::uint32_t> waiting_room{}; ///< none: unlimited
    std::optional<Law> patience{};               ///< of each wait anew; none: endless
    Routing turned_away_to{};                    ///< where neither a server nor room is free
    Routing reneged_to{};                        ///< at the end of patience
    /// What may end a stay: all are drawn at its start and the earliest ends it, of equal ones the
    /// first. A station without is never left.
    struct Cause {
        Law law;
        Routing to;
    };
    std::vector<Cause> leave{};
};

/// Those who come from outside: a Poisson stream, and so many at the start.
struct ArrivalStream {
    EntityKey key{};
    AgencyId to;
    std::uint8_t priority{}; ///< class for good; lower ones are served first, without pre-emption
    double per_day{};        ///< mean rate
    double amplitude{}; ///< in [0, 1): the rate is per_day (1 + amplitude sin(2 pi t / period))
    double period_days{1.0}; ///< > 0; t counts from the start of the run
    std::uint64_t at_start{};
};
inline constexpr std::size_t most_priority_classes = 3;

/// Stations, arrivals and routing without any mechanism of the domain. Immutable while it runs.
struct ServiceNetwork {
    std::vector<Station> stations; ///< by AgencyId row
    std::vector<ArrivalStream> arrivals;
    SimTime start{};
    SimTime observe_from{}; ///< means over time are taken from here
    SimTime horizon{};
    std::optional<Duration> sample_every{}; ///< counts of those present are noted at such intervals
};

/// Whether those turned away from one full station to the next may come back to where they were.
/// @return the row of such a station; no value where every way ends
std::optional<std::size_t> station_in_circle(const ServiceNetwork& network);

/// Whether people go round and round in a network without time passing: from a station whose stays
/// take no more than a second to others of that kind, and to nowhere else.
/// @return the row of such a station; no value where there is none
std::optional<std::size_t> station_without_time(const ServiceNetwork& network);

/// Persons are numbered by 32 bits and their time is summed in seconds by 64: what a run can count,
/// with room for chance.
inline constexpr double most_persons_of_stream = 4e9;
inline constexpr double most_person_days = 1e14;

/// Persons who come by a stream within so many days, those at the start included: the mean, at the
/// highest rate of one that swings.
double expected_persons(const ArrivalStream& arrivals, double days);
/// The same of all streams in a run.
double expected_persons(const ServiceNetwork& network);

/// Checks that all ways lead to stations, that instants are in order, that nobody is turned away in
/// circles or goes round without time passing, and that persons can be counted.
/// @throws ContractViolation naming what is broken; the reader of files has told users before
void check(const ServiceNetwork& network);

} // namespace tsunagi
