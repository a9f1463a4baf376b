#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/clocks/exposure_clock.hpp"
#include "engine/core/column.hpp"
#include "engine/core/id.hpp"
#include "engine/facts/details.hpp"
#include "engine/people/acquaintance.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// One client in care with one agency and service, from the first attended contact on.
struct Episode {
    EntityKey client_key{};
    ClientId client;
    AgencyId agency;
    Service service{};
    std::uint32_t ordinal{}; ///< n-th episode of this client with this agency
    SimTime first_contact{};
    SimTime last_attended{};
    SimTime session_due{};    ///< when the next session should be; the booked instant may slip
    std::uint32_t sessions{}; ///< sessions due so far, offered or not
    enum class NextSession : std::uint8_t { booked, without_hours } next_session{};
    enum class State : std::uint8_t { open, closed } state{};
    double fit_factor{};            ///< on drop-out
    OptionalId<PairTag> handover{}; ///< the pair, where a handover opened the episode
    ExposureClock drop_out;
    EventHandle drop_out_event{};
    EventHandle session_event{};
    SimTime session_booked{};
    EventHandle silence_event{};
    EventHandle review_event{};
    std::uint32_t reviews{};
};

/// Episodes in reusable rows. A closed episode keeps its row until its last booked session has
/// passed.
class Episodes {
public:
    EpisodeId add(const Episode& episode);
    void remove(EpisodeId id);
    Episode& operator[](EpisodeId id);
    const Episode& operator[](EpisodeId id) const;
    std::size_t rows() const { return rows_.size(); }
    /// Open episodes that a handover brought, for refreshing their clocks; in row
    /// order.
    template <class Visit> void for_each_handover(Visit visit) {
        for (std::uint32_t row = 0; row < rows_.size(); ++row) {
            auto& slot = rows_[row];
            if (slot && slot->state == Episode::State::open && slot->handover.has_value()) {
                visit(EpisodeId{row});
            }
        }
    }

private:
    std::vector<std::optional<Episode>> rows_;
    std::vector<std::uint32_t> free_;
};

} // namespace tsunagi
