#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/observation_span.hpp"

#include <vector>

namespace tsunagi {

/// The ways to a residential place that were opened in the span.
class TrackBook {
public:
    explicit TrackBook(const ObservationSpan& span) : span_{span} {}

    /// @param fact  that a track was opened, agreed on or closed
    void observe(const Fact& fact);
    const std::array<TrackCounts, admission_routes>& tracks() const { return tracks_; }

private:
    /// At most one per person.
    struct Open {
        ClientId client;
        AdmissionRoute route{};
    };

    void close(const Fact& fact, AdmissionRoute route);

    ObservationSpan span_;
    std::vector<Open> open_;
    std::array<TrackCounts, admission_routes> tracks_{};
};

} // namespace tsunagi
