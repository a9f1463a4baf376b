#include "engine/observation/observer.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

constexpr std::uint32_t no_record = UINT32_MAX;

// Family-only contacts are no support contacts of a person, and families have no cohort record;
// what is left is counselling, attended.
bool is_support_contact(const Fact& fact) {
    return fact.kind == FactKind::first_contact || fact.kind == FactKind::session_attended;
}

std::size_t wait_bin(std::int64_t ticks) {
    const auto* edge = std::find_if(wait_edges.begin(), wait_edges.end(), [&](int days) {
        return ticks <= days * one_day.count();
    });
    return static_cast<std::size_t>(edge - wait_edges.begin());
}

} // namespace

Observer::Observer(ObservationSpan span, const std::vector<EntityKey>& agency_keys)
    : span_{span}, digest_{agency_keys} {
    result_.work.resize(agency_keys.size());
}

void Observer::start_policy(LinkGroup group) {
    group_ = group;
    phase_ = Phase::policy;
}

void Observer::note_understanding(double understanding) {
    result_.understanding.push_back(understanding);
}

CohortRecord* Observer::record_of(OptionalId<ClientTag> client) {
    if (!client.has_value() || client.value().row() >= record_of_client_.size() ||
        record_of_client_[client.value().row()] == no_record) {
        return nullptr;
    }
    return &records_[record_of_client_[client.value().row()]];
}

void Observer::enter(const Fact& fact, const Clients& clients) {
    const auto id = fact.client.value();
    record_of_client_.resize(std::max(record_of_client_.size(), id.row() + 1), no_record);
    const auto& client = clients[id];
    const auto last_end = span_.horizon - std::chrono::days{follow_up_days};
    if (client.kind == ClientKind::supervised && client.sentence.end >= span_.policy_start &&
        client.sentence.end <= last_end) {
        record_of_client_[id.row()] = static_cast<std::uint32_t>(records_.size());
        records_.emplace_back(client.sentence.end, client.need);
    }
}

void Observer::observe(const Fact& fact, const Clients& clients) {
    if (fact.kind == FactKind::person_entered) {
        enter(fact, clients);
    } else if (auto* record = record_of(fact.client); record != nullptr) {
        observe_person(fact, *record);
        if (fact.kind == FactKind::person_left) {
            record_of_client_[fact.client.value().row()] = no_record;
        }
    }
    if (phase_ == Phase::policy) {
        digest_.add(fact);
        observe_wait(fact);
        observe_work(fact);
    }
}

void Observer::observe_person(const Fact& fact, CohortRecord& record) const {
    if (is_support_contact(fact)) {
        record.contact(fact.at);
    }
    switch (fact.kind) {
    case FactKind::need_recognised:
        return record.reach(fact.at, Stage::recognised);
    case FactKind::offered:
        if (static_cast<Consent>(fact.detail) == Consent::given) {
            record.reach(fact.at, Stage::consented);
        }
        return record.reach(fact.at, Stage::offered);
    case FactKind::offer_accepted:
    case FactKind::self_referred:
        return record.reach(fact.at, Stage::accepted);
    case FactKind::first_contact:
        return record.reach(fact.at, Stage::first_contact);
    case FactKind::second_visit:
        // Who is in care already when supervision starts is told without a first contact of its
        // own.
        record.begin_care(fact.at);
        record.reach(fact.at, Stage::first_contact);
        return record.reach(fact.at, Stage::second_visit);
    case FactKind::episode_ended:
        return record.end_care(fact.at);
    case FactKind::offer_refused:
        return record.lose(fact.at, Loss::refused);
    case FactKind::referral_lost:
        return record.lose(fact.at, static_cast<Loss>(fact.detail));
    default:
        return;
    }
}

void Observer::observe_wait(const Fact& fact) {
    if (fact.kind == FactKind::first_contact || fact.kind == FactKind::not_kept) {
        auto& waits = result_.waits.at(fact.detail);
        ++waits.due;
        waits.kept += fact.kind == FactKind::first_contact ? 1 : 0;
        waits.wait_ticks += fact.amount;
        ++waits.bins.at(wait_bin(fact.amount));
    }
    if (fact.kind == FactKind::appointment_due) {
        due_link_ = fact.amount;
        due_attempt_ = static_cast<BookingAttempt>(fact.detail);
        if (due_attempt_ == BookingAttempt::first) {
            ++first_bookings(due_link_).due;
        }
    } else if (fact.kind == FactKind::first_contact) {
        const auto route = static_cast<Route>(fact.detail);
        // An appointment's outcome is told right after it fell due.
        if (due_attempt_ == BookingAttempt::first &&
            (route == Route::handover || route == Route::referral_without_consent)) {
            ++first_bookings(due_link_).kept;
        }
    }
}

RunResult::Appointments& Observer::first_bookings(std::int64_t link_millionths) {
    constexpr std::int64_t quarter = 250'000;
    return result_.first_bookings.at(link_millionths < quarter ? 0 : 1);
}

void Observer::observe_work(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::work_done:
        result_.work.at(fact.agency.value().row()).at(fact.detail) += fact.amount;
        return;
    case FactKind::contact_cancelled:
        ++result_.cancelled_contacts;
        return;
    case FactKind::session_not_offered:
        ++result_.sessions_not_offered;
        return;
    case FactKind::contact_overtime:
        result_.overtime_ticks += fact.amount;
        return;
    default:
        return;
    }
}

RunResult Observer::finish() const {
    auto result = result_;
    const auto group = static_cast<std::size_t>(group_);
    for (const auto& record : records_) {
        record.add_to(result.by_group[group], result.first_contact_day[group]);
    }
    result.digest = digest_.value();
    return result;
}

} // namespace tsunagi
