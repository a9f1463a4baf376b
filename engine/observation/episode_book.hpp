#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/observation_span.hpp"

#include <vector>

namespace tsunagi {

/// How long the episodes lasted that were opened in the span, and how they ended.
class EpisodeBook {
public:
    explicit EpisodeBook(const ObservationSpan& span) : span_{span} {}

    void open(const Fact& fact);
    void end(const Fact& fact);
    /// Those that have ended, then the open ones, censored at the horizon.
    std::vector<FinishedEpisode> finish() const;

private:
    struct Open {
        ClientId client;
        AgencyId agency;
        Service service{};
        SimTime since;
    };

    ObservationSpan span_;
    std::vector<Open> open_; ///< of the span
    std::vector<FinishedEpisode> finished_;
};

} // namespace tsunagi
