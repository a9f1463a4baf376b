#pragma once

#include "engine/core/column.hpp"
#include "engine/core/pool.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/fact.hpp"
#include "engine/facts/fact_digest.hpp"
#include "engine/observation/episode_book.hpp"
#include "engine/observation/family_record.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/observation/person_record.hpp"
#include "engine/observation/read_kinds.hpp"
#include "engine/observation/service_book.hpp"
#include "engine/observation/tally_book.hpp"
#include "engine/observation/track_book.hpp"
#include "engine/people/clients.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Folds the stream of facts of one world into a RunResult, in one pass. A value: the warm-up's
/// observer is copied with its world. Records live as long as the rows of those they are about, so
/// memory follows the people present.
class Observer {
public:
    /// @param agency_keys  by agency row
    Observer(const ObservationSpan& span,
             const SupportWindows& windows,
             const std::vector<EntityKey>& agency_keys);

    void observe(const Fact& fact, const Clients& clients);
    /// From here on facts enter the digest, and link groups, waits and work count.
    void start_policy(LinkGroup group);
    void note_understanding(double understanding);
    void count_event() { result_.events += counted(); }
    /// Closes the books at the horizon.
    RunResult finish() const;

private:
    using PersonId = Id<struct PersonRecordTag>;
    using FamilyId = Id<struct FamilyRecordTag>;
    struct Family {
        FamilyRecord record;
        PersonGroups groups; ///< the person's
    };
    /// Whom a client row is about, as far as facts about him count.
    struct alignas(16) Row { // a power of two, so that no row is sought by a multiplication
        ClientKind kind{};
        OptionalId<PersonRecordTag> person;
        OptionalId<FamilyRecordTag> family;
    };

    void enter(const Fact& fact, const Clients& clients);
    void close(Row& row);
    void move_family(SimTime at, OptionalId<ClientTag> family);
    void observe_family(const Fact& fact, FamilyRecord& family) const;
    void observe_other(const Fact& fact, OtherClients who);
    void observe_wait(const Fact& fact);
    /// 1 from the policy start on, else 0.
    std::int64_t counted() const { return phase_ == Phase::policy ? 1 : 0; }
    void observe_agencies(const Fact& fact);
    void observe_client(const Fact& fact, const Clients& clients);
    // Each called in one place, for many facts.
    inline void observe_lives(const Fact& fact, const Row& row);
    inline void observe_care(const Fact& fact, const Clients& clients);
    RunResult::Appointments& first_bookings(std::int64_t link_millionths);

    ObservationSpan span_;
    SupportWindows windows_;
    LinkGroup group_{};
    enum class Phase : std::uint8_t { warm_up, policy } phase_{};
    Column<ClientId, Row> rows_;
    Pool<PersonId, PersonRecord> persons_;
    Pool<FamilyId, Family> families_;
    TallyBook tallies_; ///< of those whose record is closed
    ServiceBook services_;
    EpisodeBook episodes_;
    TrackBook tracks_;
    Column<AgencyId, std::array<std::int64_t, tasks>> work_; ///< ticks from the policy start on
    std::int64_t due_link_ =
        0; ///< effective link, in millionths, of the appointment that fell due last
    BookingAttempt due_attempt_{};
    RunResult result_;
    FactDigest digest_;
};

// Every fact passes here, so this is part of the loop that hands them on.
inline void Observer::observe(const Fact& fact, const Clients& clients) {
    if (phase_ == Phase::policy) {
        digest_.add(fact);
    }
    if (fact.client.has_value()) {
        if (is_read(fact.kind)) {
            observe_client(fact, clients);
        }
    } else if (phase_ == Phase::policy) {
        observe_agencies(fact);
    }
}

inline void Observer::observe_agencies(const Fact& fact) {
    if (fact.kind == FactKind::work_done) {
        work_[fact.agency.value()].at(fact.detail) += fact.amount;
    } else if (fact.kind == FactKind::contact_cancelled) {
        ++result_.cancelled_contacts;
    } else if (fact.kind == FactKind::contact_overtime) {
        result_.overtime_ticks += fact.amount;
    }
}

} // namespace tsunagi
