#pragma once

#include "engine/experiment/replicate.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/simulation/world.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Men in counselling for a whole year, and how many of them used in it.
struct CounsellingCounts {
    std::int64_t stayed{};
    std::int64_t used{}; ///< of stayed: any use within the year
};

/// Follows men of the justice system from the opening of counselling on.
class CounsellingBook final : public WorldListener {
public:
    /// @param span  counselling opened in it at least a year before its end counts
    explicit CounsellingBook(const ObservationSpan& span) : span_{span} {}

    void hear(const Fact& fact, const World& world) override;
    /// Closes the book at the end of the span.
    CounsellingCounts finish() const;

private:
    struct Counselled {
        ClientId client;
        SimTime since;
        SimTime first_use = SimTime::max();
    };

    static void close(const Counselled& man, SimTime now, CounsellingCounts& counts);

    ObservationSpan span_;
    CounsellingCounts counts_;
    std::vector<Counselled> open_;
};

} // namespace tsunagi::detail
