#pragma once

#include "engine/core/id.hpp"
#include "engine/core/pool.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// What one client and one agency know of each other.
struct Acquaintance {
    ClientId client;
    AgencyId agency;
    Relaxing familiarity{}; ///< k in [0, 1], decays to 0
    double trust{};         ///< tr_f, of a family in a facility's staff; in [0, 1]
    /// How well a residence suits the client, in standard deviations; drawn at the first stay.
    std::optional<double> match{};
    enum class Met : std::uint8_t { never, met } met{}; ///< an attended contact so far
    std::optional<Consent> consent{}; ///< to this agency passing information on; drawn when asked
    std::uint32_t offers{};           ///< in this supervision episode
    std::uint32_t referrals{};        ///< so far: numbers the draws of each
    std::uint32_t joinings{};         ///< of waiting lists so far
    std::array<std::uint16_t, services> episodes{}; ///< so far, by service
    SimTime refractory_until{};
    OptionalId<ReferralTag> referral{}; ///< the open one
    OptionalId<AcquaintanceTag> next{}; ///< of the same client
};

/// Who knows whom: rows exist for pairs that have had to do with each other.
class Acquaintances {
public:
    /// The pair's row, made at first need.
    AcquaintanceId of(ClientId client, AgencyId agency);
    /// The pair's row, if there is one.
    OptionalId<AcquaintanceTag> find(ClientId client, AgencyId agency) const;
    Acquaintance& operator[](AcquaintanceId id) { return rows_[id]; }
    const Acquaintance& operator[](AcquaintanceId id) const { return rows_[id]; }
    /// Visits a client's acquaintances, in the order in which they were made.
    template <class Visit> void for_each(ClientId client, Visit visit) const {
        for (auto id = first_of(client); id.has_value(); id = rows_[id.value()].next) {
            visit(rows_[id.value()]);
        }
    }
    /// All rows of somebody who has left.
    void forget_all(ClientId client);

private:
    OptionalId<AcquaintanceTag> first_of(ClientId client) const {
        return client.row() < first_.size() ? first_[client.row()] : OptionalId<AcquaintanceTag>{};
    }
    /// A new row behind the last one of the client, if there is one; out of line, so that those who
    /// have met need no room for a new row.
    [[gnu::noinline]] AcquaintanceId
    meet(ClientId client, AgencyId agency, OptionalId<AcquaintanceTag> last);

    Pool<AcquaintanceId, Acquaintance> rows_;
    std::vector<OptionalId<AcquaintanceTag>> first_; ///< by client row
};

/// k at an instant: halves every half-life.
double familiarity_at(const Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now);
/// A session with that agency's staff in the room: k += gain (1 - k).
void gain_familiarity(Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now);
/// One a day at the hour of the first, up to the last.
struct DailySessions {
    SimTime first;
    SimTime last; ///< none if before the first
};
/// The same for each of them.
void gain_familiarity_daily(Acquaintance& acquaintance,
                            const AwarenessParameters& parameters,
                            DailySessions sessions);

} // namespace tsunagi
