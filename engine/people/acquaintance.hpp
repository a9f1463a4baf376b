#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/clocks/exposure_clock.hpp"
#include "engine/core/id.hpp"
#include "engine/facts/details.hpp"
#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// A first appointment on the way. One open referral per client and agency.
struct OpenReferral {
    Route route{};
    std::uint32_t ordinal{};  ///< n-th referral of this client to this agency, whoever opened it
    OptionalId<PairTag> link; ///< sender-receiver pair; none for those who come by themselves
    Consent consent{};
    enum class Fit : std::uint8_t { misfit, fit } fit{};
    double readiness_at_acceptance{};
    double mean_lead_days{};
    SimTime accepted{}; ///< or the day of the re-booking: waits count from here
    SimTime appointment{};
    BookingAttempt attempt{};
};

/// What one client and one support agency know of each other.
struct Acquaintance {
    Relaxing familiarity; ///< k in [0, 1], decays to 0
    enum class Aware : std::uint8_t { unaware, aware } aware{};
    enum class Met : std::uint8_t { never, met } met{}; ///< an attended contact so far
    std::uint32_t offers{};                             ///< in this supervision episode
    std::uint32_t referrals{};
    std::uint32_t episodes{};
    std::uint32_t awareness_spells{};
    std::uint32_t self_referrals{};
    SimTime refractory_until{};
    std::optional<OpenReferral> referral;
    OptionalId<EpisodeTag> episode;               ///< the open one
    std::optional<ExposureClock> awareness_clock; ///< loss of awareness
    EventHandle awareness_event;
    std::optional<ExposureClock> self_referral_clock;
    EventHandle self_referral_event;
};

/// Acquaintances of everybody with every agency that offers support, by client and agency.
class Acquaintances {
public:
    /// @param support_agencies  agencies that open episodes; others have no acquaintances
    explicit Acquaintances(std::vector<AgencyId> support_agencies);
    Acquaintance& of(ClientId client, AgencyId agency);
    const Acquaintance& of(ClientId client, AgencyId agency) const;
    const std::vector<AgencyId>& support_agencies() const { return agencies_; }
    /// A newcomer knows nobody.
    void forget_all(ClientId client);

private:
    std::size_t index(ClientId client, AgencyId agency) const;

    std::vector<AgencyId> agencies_;
    std::vector<Acquaintance> rows_; ///< [client][support agency]
};

/// k at an instant: halves every half-life.
double familiarity_at(const Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now);
/// A session with that agency's staff in the room: k += gain (1 - k).
void gain_familiarity(Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now);

} // namespace tsunagi
