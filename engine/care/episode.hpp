#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/care/referral.hpp"
#include "engine/clocks/exposure_clock.hpp"
#include "engine/core/id.hpp"
#include "engine/core/pool.hpp"
#include "engine/facts/details.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// Weibull law of drop-out: cumulative hazard (age/scale)^shape.
struct DropOutLaw {
    double shape{};
    double scale_days{};
};

/// One client in care with one agency and service, from the first attended contact on. What a
/// session touches stands first.
struct Episode {
    EntityKey client_key{};
    PartnerKey agency_key{}; ///< partner of its draws
    PartnerKey own_key{};    ///< partner of its events: the agency and its number there
    ClientId client;
    AgencyId agency;
    Service service{};
    std::uint32_t ordinal{};       ///< n-th episode of this client with this agency and service
    OptionalId<EpisodeTag> next{}; ///< open one of the same client
    SimTime first_contact{};
    SimTime silent_since{};   ///< last attended contact, or the end of a stay in a bed since
    SimTime session_due{};    ///< when the next own session should be; the booked instant may slip
    std::uint32_t sessions{}; ///< sessions due so far, offered or not
    enum class NextSession : std::uint8_t { none, booked, without_hours } next_session{};
    enum class State : std::uint8_t { open, closed } state{};
    enum class Phase : std::uint8_t { course, aftercare } phase{};
    EventHandle session_event{};
    SimTime session_booked{};
    double own_factor{};            ///< on drop-out: plan fit, or match with a residence
    OptionalId<PairTag> handover{}; ///< the pair, where a handover opened it; fixed from then on
    DropOutLaw law{};
    std::optional<ExposureClock> drop_out{}; ///< none in a bed
    EventHandle drop_out_event{};
    EventHandle silence_event{};
    EventHandle review_event{}; ///< or discharge from a bed
    std::uint32_t reviews{};
};

/// Whether somebody is a member of a group: not in the aftercare of a programme.
bool is_in_group(const Episode& episode);

/// Whether an episode takes a seat, a bed or a residential place.
bool takes_place(const Episode& episode);

/// Whether it is one of the programmes of which more than one at a time are a burden.
bool is_programme(const Episode& episode);

/// Episodes in reusable rows. A closed episode keeps its row until its last booked session has
/// passed.
class Episodes {
public:
    EpisodeId add(const Episode& episode);
    /// No longer one of its client's open episodes.
    void close(EpisodeId id);
    void remove(EpisodeId id) { rows_.remove(id); }
    Episode& operator[](EpisodeId id) { return rows_[id]; }
    const Episode& operator[](EpisodeId id) const { return rows_[id]; }
    std::size_t size() const { return rows_.size(); }

    OptionalId<EpisodeTag> open_at(ClientId client, AgencyId agency, Service service) const;
    /// The client's newest open episode of a service, wherever it is.
    OptionalId<EpisodeTag> open_of(ClientId client, Service service) const;
    /// Visits a client's open episodes, the newest first. The visited one may be closed.
    template <class Visit> void for_each_open(ClientId client, Visit visit) const {
        for (auto id = first_of(client); id.has_value();) {
            const auto next = rows_[id.value()].next;
            visit(id.value());
            id = next;
        }
    }
    bool any_open(ClientId client) const { return first_of(client).has_value(); }
    /// Whether the client is in care at an agency, whatever the service.
    bool any_open_at(ClientId client, AgencyId agency) const {
        auto id = first_of(client);
        while (id.has_value() && rows_[id.value()].agency != agency) {
            id = rows_[id.value()].next;
        }
        return id.has_value();
    }
    /// Visits open episodes that a handover brought, for refreshing their clocks; the oldest first.
    template <class Visit> void for_each_handover(Visit visit) const {
        for (const auto id : handovers_) {
            visit(id);
        }
    }

private:
    OptionalId<EpisodeTag> first_of(ClientId client) const {
        return client.row() < first_.size() ? first_[client.row()] : OptionalId<EpisodeTag>{};
    }

    Pool<EpisodeId, Episode> rows_;
    std::vector<OptionalId<EpisodeTag>> first_; ///< newest open one, by client row
    std::vector<EpisodeId> handovers_;          ///< open ones
};

} // namespace tsunagi
