#include "engine/observation/person_record.hpp"

#include "engine/region/service_traits.hpp"

namespace tsunagi {

namespace {

// Care that somebody left for life at liberty, not for prison, another bed or another region.
bool leaves_at_liberty(EpisodeEnd end) {
    switch (end) {
    case EpisodeEnd::drop_out:
    case EpisodeEnd::review:
    case EpisodeEnd::silence:
    case EpisodeEnd::completed:
    case EpisodeEnd::money:
        return true;
    case EpisodeEnd::custody:
    case EpisodeEnd::death:
    case EpisodeEnd::moved:
    case EpisodeEnd::other_residence:
        return false;
    }
    violate("an episode's end is one of the list", __FILE__, __LINE__);
}

constexpr int supervised_day = -30; // on which the pattern of any contact looks before S

} // namespace

bool is_in_cohort(const Client& person, const ObservationSpan& span) {
    return person.kind == ClientKind::justice && is_supervised_intake(person.source) &&
           ends_in_cohort_years(span, person.sentence.end);
}

PersonRecord::PersonRecord(const Client& person,
                           const ObservationSpan& span,
                           const SupportWindows& windows)
    : groups_{groups_of(person, span)}, windows_{windows}, supervision_{person}, use_{person},
      discharges_{span, after_discharge}, exits_{span, after_care} {
    if (is_in_cohort(person, span)) {
        cohort_.emplace(person, windows);
    }
}

void PersonRecord::observe(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::first_contact:
    case FactKind::session_attended:
    case FactKind::remote_contact:
    case FactKind::episode_opened:
    case FactKind::episode_ended:
        return observe_care(fact);
    case FactKind::supervision_contact:
    case FactKind::programme_session:
        // Contacts of justice, never of support.
        if (cohort_) {
            cohort_->justice_contact(fact.at, fact.agency.value());
        }
        return;
    case FactKind::supervision_started:
    case FactKind::supervision_ended:
    case FactKind::supervision_revoked:
    case FactKind::custody_started:
    case FactKind::custody_ended:
    case FactKind::died:
    case FactKind::moved_away:
    case FactKind::person_left:
        return observe_supervision(fact);
    case FactKind::lapsed:
    case FactKind::regular_use:
    case FactKind::arrested:
    case FactKind::prison_entered:
        return observe_use(fact);
    case FactKind::need_recognised:
    case FactKind::offered:
    case FactKind::offer_accepted:
    case FactKind::self_referred:
    case FactKind::booked:
    case FactKind::second_visit:
    case FactKind::offer_refused:
    case FactKind::referral_lost:
        if (cohort_) {
            observe_chain(fact);
        }
        return;
    default:
        return;
    }
}

void PersonRecord::support_contact(const Fact& fact, Medium medium) {
    if (!windows_.counts(medium)) {
        return;
    }
    supervision_.support(fact.at);
    discharges_.contact(fact.at);
    exits_.contact(fact.at);
    if (cohort_) {
        cohort_->contact(fact.at, fact.agency.value(), medium);
    }
}

void PersonRecord::observe_care(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::first_contact:
        // Whatever a person has a first appointment for counts as support.
        if (cohort_) {
            cohort_->come(fact.at, static_cast<Route>(fact.detail));
            cohort_->reach(fact.at, Stage::first_contact);
        }
        return support_contact(fact, Medium::in_person);
    case FactKind::session_attended:
        if (counts_as_support(static_cast<Service>(fact.detail))) {
            support_contact(fact, Medium::in_person);
        }
        return;
    case FactKind::remote_contact:
        return support_contact(fact, Medium::remote);
    case FactKind::episode_opened:
        return open_episode(fact);
    default:
        return end_episode(fact);
    }
}

void PersonRecord::open_episode(const Fact& fact) {
    const auto service = static_cast<Service>(fact.detail);
    if (!counts_as_support(service)) {
        return;
    }
    ++open_episodes_;
    exits_.go_on(fact.at); // a seat taken from a list ends the care that bridged the wait
    if (cohort_) {
        cohort_->open_episode(fact.at);
    }
    if (is_residential(service)) {
        supervision_.begin_stay(fact.at);
        discharges_.contact(fact.at);
        exits_.contact(fact.at);
        if (cohort_) {
            cohort_->begin_stay(fact.at, fact.agency.value());
        }
    }
}

void PersonRecord::end_episode(const Fact& fact) {
    const auto service = static_cast<Service>(fact.amount);
    const auto end = static_cast<EpisodeEnd>(fact.detail);
    if (!counts_as_support(service)) {
        return;
    }
    --open_episodes_;
    if (cohort_) {
        cohort_->close_episode(fact.at);
    }
    if (is_residential(service)) {
        supervision_.end_stay(fact.at);
        if (cohort_) {
            cohort_->end_stay(fact.at);
        }
        if (leaves_at_liberty(end)) {
            discharges_.leave(fact.at);
        }
    }
    if (open_episodes_ == 0 && leaves_at_liberty(end)) {
        exits_.leave(fact.at);
    }
}

void PersonRecord::observe_supervision(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::supervision_started:
        if (fact.amount == 0) { // no return parole
            supervision_.start(fact.at);
        }
        if (cohort_) {
            cohort_->start_supervision(fact.at);
        }
        return move(fact.at, Whereabouts::at_liberty);
    case FactKind::supervision_ended:
        return end_supervision(fact.at);
    case FactKind::supervision_revoked:
        return revoke(fact);
    case FactKind::custody_started:
        custody_cause_ = static_cast<CustodyCause>(fact.detail);
        return move(fact.at, Whereabouts::custody);
    case FactKind::custody_ended:
        return move(fact.at, Whereabouts::at_liberty);
    case FactKind::died:
        move(fact.at, Whereabouts::dead);
        return depart(fact.at);
    case FactKind::moved_away:
        move(fact.at, Whereabouts::moved);
        use_.move_away(fact.at);
        return depart(fact.at);
    case FactKind::person_left:
        return depart(fact.at);
    default:
        return;
    }
}

void PersonRecord::end_supervision(SimTime at) {
    supervision_.end(at);
    if (cohort_) {
        cohort_->end_supervision(at);
    }
}

void PersonRecord::revoke(const Fact& fact) {
    const auto goes_on = supervision_.revoke(fact.at, static_cast<CustodyCause>(fact.detail));
    if (cohort_) {
        cohort_->end_supervision(fact.at);
        if (goes_on) {
            cohort_->go_on_with_supervision(*goes_on);
        }
    }
}

void PersonRecord::move(SimTime at, Whereabouts to) {
    if (cohort_) {
        cohort_->change(at, to);
    }
}

void PersonRecord::depart(SimTime at) {
    end_supervision(at);
    use_.depart(at);
}

void PersonRecord::observe_use(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::lapsed:
        return use_.note(fact.at, UseEvent::use);
    case FactKind::regular_use:
        return use_.note(fact.at, UseEvent::regular_use);
    case FactKind::arrested:
        return use_.note(fact.at, UseEvent::arrest);
    default:
        // A technical revocation is no entry to prison in these statistics.
        if (custody_cause_ == CustodyCause::arrest) {
            use_.note(fact.at, UseEvent::prison);
        }
    }
}

void PersonRecord::observe_chain(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::need_recognised:
        return cohort_->reach(fact.at, Stage::recognised);
    case FactKind::offered:
        if (static_cast<Consent>(fact.detail) == Consent::given) {
            cohort_->reach(fact.at, Stage::consented);
        }
        return cohort_->reach(fact.at, Stage::offered);
    case FactKind::offer_accepted:
    case FactKind::self_referred:
        return cohort_->reach(fact.at, Stage::accepted);
    case FactKind::booked:
        // Whom the family brings is told no acceptance of his own.
        if (static_cast<Route>(fact.detail) == Route::family) {
            cohort_->reach(fact.at, Stage::accepted);
        }
        return;
    case FactKind::second_visit:
        // Who is in care already when supervision starts, or is taken into a bed or place, is told
        // without a first contact of its own.
        cohort_->reach(fact.at, Stage::first_contact);
        return cohort_->reach(fact.at, Stage::second_visit);
    case FactKind::offer_refused:
        return cohort_->lose(fact.at, Loss::refused);
    case FactKind::referral_lost:
        return cohort_->lose(fact.at, static_cast<Loss>(fact.detail));
    default:
        return;
    }
}

PersonTally PersonRecord::tally(const ObservationSpan& span) const {
    PersonTally tally;
    supervision_.add_to(tally, span);
    use_.add_to(tally, span);
    discharges_.add_to(tally);
    exits_.add_to(tally);
    if (!cohort_) {
        return tally;
    }
    cohort_->add_to(tally);
    const auto end = cohort_->end();
    const bool expired =
        supervision_.supervised_at(end - Duration{1}) && !supervision_.revoked_by(end);
    add(tally, Count::expired, expired ? 1 : 0);
    add(tally, Count::expired_support_180, expired ? tally[Count::support_180] : 0);
    add(tally, Count::revoked, supervision_.revoked_by(end) ? 1 : 0);
    const bool supervised = supervision_.supervised_at(end + std::chrono::days{supervised_day}) &&
                            cohort_->where(supervised_day) == Whereabouts::at_liberty;
    add(tally, Count::supervised_30_before, supervised ? 1 : 0);
    add(tally,
        Count::any_contact_30_before,
        supervised && cohort_->any_contact(supervised_day) ? 1 : 0);
    return tally;
}

void PersonRecord::add_to(FirstEventBins& bins) const {
    if (cohort_) {
        cohort_->add_to(bins);
    }
}

} // namespace tsunagi
