#pragma once

#include "engine/core/column.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/fact.hpp"
#include "engine/observation/cohort.hpp"
#include "engine/observation/digest.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/people/clients.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// When to look.
struct ObservationSpan {
    SimTime policy_start{};
    SimTime horizon{};
};

/// Folds the stream of facts of one world into a RunResult. A value: the warm-up's observer is
/// copied with its world.
class Observer {
public:
    /// @param agency_keys  by agency row
    Observer(ObservationSpan span, const std::vector<EntityKey>& agency_keys);

    void observe(const Fact& fact, const Clients& clients);
    /// From here on facts enter the digest, and link groups and work count.
    void start_policy(LinkGroup group);
    void note_understanding(double understanding);
    void count_event() { result_.events += phase_ == Phase::policy ? 1 : 0; }
    /// Closes the books at the horizon.
    RunResult finish() const;

private:
    void enter(const Fact& fact, const Clients& clients);
    void observe_person(const Fact& fact, CohortRecord& record) const;
    void observe_wait(const Fact& fact);
    void observe_work(const Fact& fact);
    RunResult::Appointments& first_bookings(std::int64_t link_millionths);
    CohortRecord* record_of(OptionalId<ClientTag> client);

    ObservationSpan span_;
    LinkGroup group_{};
    enum class Phase : std::uint8_t { warm_up, policy } phase_{};
    std::vector<CohortRecord> records_;
    std::vector<std::uint32_t> record_of_client_; ///< by client row; no_record where none
    std::int64_t due_link_ =
        0; ///< effective link, in millionths, of the appointment that fell due last
    BookingAttempt due_attempt_{};
    RunResult result_;
    FactDigest digest_;
};

} // namespace tsunagi
