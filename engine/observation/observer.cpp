#include "engine/observation/observer.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

std::size_t wait_bin(std::int64_t ticks) {
    const auto edge = std::find_if(wait_edges.begin(), wait_edges.end(), [&](int days) {
        return ticks <= days * one_day.count();
    });
    return static_cast<std::size_t>(edge - wait_edges.begin());
}

} // namespace

Observer::Observer(const ObservationSpan& span,
                   const SupportWindows& windows,
                   const std::vector<EntityKey>& agency_keys)
    : span_{span}, windows_{windows}, services_{span, agency_keys.size()}, episodes_{span},
      tracks_{span}, work_{agency_keys.size()}, digest_{agency_keys} {}

void Observer::start_policy(LinkGroup group) {
    group_ = group;
    phase_ = Phase::policy;
}

void Observer::note_understanding(double understanding) {
    result_.understanding.push_back(understanding);
}

// Departed rows are given to others, so a newcomer's entry closes what was told of the last one.
void Observer::enter(const Fact& fact, const Clients& clients) {
    const auto id = fact.client.value();
    while (id.row() >= rows_.size()) {
        rows_.push({});
    }
    auto& row = rows_[id];
    close(row);
    const auto& client = clients[id];
    row = {.kind = client.kind, .person = {}, .family = {}};
    if (client.kind == ClientKind::justice) {
        row.person = persons_.add(PersonRecord{client, span_, windows_});
    } else if (client.kind == ClientKind::family) {
        const auto& person = clients[client.relative.value()];
        if (is_in_cohort(person, span_)) {
            row.family =
                families_.add({FamilyRecord{person.sentence.end}, groups_of(person, span_)});
        }
    } else if (phase_ == Phase::policy) {
        const auto who = client.kind == ClientKind::background_person ? OtherClients::persons
                                                                      : OtherClients::families;
        ++result_.others.at(static_cast<std::size_t>(who))[OtherCount::arrived];
    }
}

void Observer::close(Row& row) {
    if (row.person.has_value()) {
        tallies_.add(persons_[row.person.value()], span_);
        persons_.remove(row.person.value());
    }
    if (row.family.has_value()) {
        const auto& family = families_[row.family.value()];
        tallies_.add(family.record, family.groups, span_);
        families_.remove(row.family.value());
    }
}

void Observer::observe_client(const Fact& fact, const Clients& clients) {
    // A newcomer's entry goes by who held the row before: it is nothing to him.
    const auto id = fact.client.value();
    if (id.row() < rows_.size()) {
        observe_lives(fact, rows_[id]);
    }
    observe_care(fact, clients);
}

void Observer::observe_lives(const Fact& fact, const Row& row) {
    if (row.person.has_value()) {
        persons_[row.person.value()].observe(fact);
    } else if (row.family.has_value()) {
        observe_family(fact, families_[row.family.value()].record);
    } else if (row.kind == ClientKind::background_person) {
        observe_other(fact, OtherClients::persons);
    } else if (row.kind == ClientKind::background_family) {
        observe_other(fact, OtherClients::families);
    }
}

// What is done for anybody, and how long it is waited for. One table of all kinds: by books each
// fact would be looked up several times.
void Observer::observe_care(const Fact& fact, const Clients& clients) {
    switch (fact.kind) {
    case FactKind::person_entered:
        return enter(fact, clients);
    case FactKind::moved_away:
        return move_family(fact.at, clients[fact.client.value()].relative);
    case FactKind::first_contact:
        services_.observe_first_contact(fact);
        return observe_wait(fact);
    case FactKind::not_kept:
    case FactKind::appointment_due:
        return observe_wait(fact);
    case FactKind::session_attended:
        return services_.attend(fact);
    case FactKind::session_missed:
        return services_.count(fact, ServiceCount::sessions_missed);
    case FactKind::session_not_offered:
        result_.sessions_not_offered += counted();
        return services_.count(fact, ServiceCount::sessions_not_offered);
    case FactKind::episode_opened:
        services_.count(fact, ServiceCount::episodes_opened);
        return episodes_.open(fact);
    case FactKind::episode_ended:
        return episodes_.end(fact);
    case FactKind::list_joined:
        return services_.join_list(fact);
    case FactKind::list_left:
        return services_.leave_list(fact);
    case FactKind::place_taken:
    case FactKind::place_left:
        return services_.observe_place(fact);
    case FactKind::track_opened:
    case FactKind::track_agreed:
    case FactKind::track_closed:
        return tracks_.observe(fact);
    case FactKind::slot_waited:
        result_.slots_waited += counted();
        return;
    case FactKind::admission_needed:
        result_.beds_not_found +=
            static_cast<AdmissionBed>(fact.detail) == AdmissionBed::none ? counted() : 0;
        return;
    default:
        return;
    }
}

// The family's own last fact, that it left, does not tell why.
void Observer::move_family(SimTime at, OptionalId<ClientTag> family) {
    if (family.has_value() && rows_[family.value()].family.has_value()) {
        families_[rows_[family.value()].family.value()].record.move_away(at);
    }
}

void Observer::observe_family(const Fact& fact, FamilyRecord& family) const {
    switch (fact.kind) {
    case FactKind::became_aware: // families know of the centre, or of no agency
    case FactKind::first_contact:
    case FactKind::session_attended:
        return family.reach(fact.at);
    case FactKind::episode_opened:
        family.reach(fact.at);
        return family.open_episode(fact.at);
    case FactKind::episode_ended:
        return family.close_episode(fact.at);
    default:
        return;
    }
}

void Observer::observe_other(const Fact& fact, OtherClients who) {
    if (phase_ != Phase::policy) {
        return;
    }
    auto& others = result_.others.at(static_cast<std::size_t>(who));
    switch (fact.kind) {
    case FactKind::first_contact:
        ++others[OtherCount::first_contacts];
        return;
    case FactKind::session_attended:
        ++others[OtherCount::sessions_attended];
        return;
    case FactKind::referral_lost:
        ++others[OtherCount::lost];
        return;
    default:
        return;
    }
}

void Observer::observe_wait(const Fact& fact) {
    if (phase_ != Phase::policy) {
        return;
    }
    const bool came = fact.kind == FactKind::first_contact;
    // Who comes unannounced had no appointment that could fall due.
    if ((came && static_cast<Route>(fact.detail) != Route::unannounced) ||
        fact.kind == FactKind::not_kept) {
        auto& waits = result_.waits.at(fact.detail);
        ++waits.due;
        waits.kept += came ? 1 : 0;
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

RunResult Observer::finish() const {
    auto tallies = tallies_;
    persons_.for_each([&](PersonId id) { tallies.add(persons_[id], span_); });
    families_.for_each(
        [&](FamilyId id) { tallies.add(families_[id].record, families_[id].groups, span_); });
    auto result = result_;
    tallies.write_to(result, group_);
    result.work.assign(work_.values().begin(), work_.values().end());
    const auto agencies = services_.agencies();
    result.agencies.assign(agencies.begin(), agencies.end());
    result.by_service = services_.by_service();
    result.tracks = tracks_.tracks();
    result.episodes = episodes_.finish();
    result.digest = digest_.value();
    return result;
}

} // namespace tsunagi
