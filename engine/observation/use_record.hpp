#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/count.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/observation/person_tally.hpp"
#include "engine/people/client.hpp"

#include <array>
#include <cstdint>

namespace tsunagi {

/// What may follow a release.
enum class UseEvent : std::uint8_t { use, regular_use, arrest, prison };
inline constexpr std::size_t use_events = 4;

inline constexpr std::size_t use_months = 60;

/// First events after the start by month of 30.4375 days, of those who started in the span: bin m
/// holds (m, m + 1] months. Who had none is censored at departure or at the horizon, if that comes
/// within the 60 months; events of a bin come before its censored.
struct UseCourse {
    std::int32_t persons{};
    std::array<std::array<std::int32_t, use_months>, use_events> events{};
    std::array<std::array<std::int32_t, use_months>, use_events> censored{};
    friend bool operator==(const UseCourse&, const UseCourse&) = default;
};

/// Use and its consequences in one life, from two index events: the start (release, or the start of
/// supervision) and the scheduled end S.
class UseRecord {
public:
    explicit UseRecord(const Client& person);

    void note(SimTime at, UseEvent event);
    /// The person dies, moves or leaves the model.
    void depart(SimTime at) { departed_ = at; }
    /// What happens from then on is not seen. The dead have no more events and stay followed, and
    /// so do those who leave the model: in prison again, or after the last mark.
    void move_away(SimTime at) { moved_ = at; }

    void add_to(PersonTally& tally, const ObservationSpan& span) const;
    void add_to(UseCourse& course, const ObservationSpan& span) const;

private:
    struct Index {
        SimTime at;
        std::array<SimTime, use_events> first; ///< after the index event; never where none
    };
    void add_exact(PersonTally& tally,
                   const ObservationSpan& span,
                   const Index& index,
                   Count first) const;
    void add_year_ends(PersonTally& tally, const ObservationSpan& span) const;

    IntakeSource source_;
    Index start_;
    Index end_;
    SimTime departed_ = SimTime::max();
    SimTime moved_ = SimTime::max();
};

} // namespace tsunagi
