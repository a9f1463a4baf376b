#include "engine/experiment/detail/person_visits.hpp"

#include "engine/core/rounding.hpp"
#include "engine/observation/count.hpp"
#include "engine/region/service_traits.hpp"
#include "engine/statistics/pathways.hpp"

#include <algorithm>
#include <limits>

namespace tsunagi::detail {

namespace {

constexpr std::int64_t never_ends = std::numeric_limits<std::int64_t>::max();

std::int64_t ticks_at(SimTime at) {
    return at.time_since_epoch().count();
}

/// Whether nobody can come back from it.
bool is_for_good(EpisodeEnd end) {
    return end == EpisodeEnd::death || end == EpisodeEnd::moved;
}

} // namespace

void PersonVisits::observe(const Fact& fact) {
    const bool counted = covers(rule_.span, fact.at);
    switch (fact.kind) {
    case FactKind::first_contact:
        return come(fact);
    case FactKind::not_kept:
        first_due_ += counted ? 1 : 0;
        first_missed_ += counted ? 1 : 0;
        return;
    case FactKind::session_attended:
        return attend(fact);
    case FactKind::session_missed:
        sessions_due_ += counted ? 1 : 0;
        sessions_missed_ += counted ? 1 : 0;
        return;
    case FactKind::remote_contact:
        return rule_.windows.counts(Medium::remote) ? visit(fact) : void();
    case FactKind::referral_lost: {
        const auto loss = static_cast<Loss>(fact.detail);
        if (loss == Loss::no_hours || loss == Loss::second_visit) {
            knock(fact, Knock::Answer::no_use);
        }
        return;
    }
    case FactKind::second_visit:
        return knock(fact, Knock::Answer::useful);
    case FactKind::episode_opened:
        return open_episode(fact);
    case FactKind::episode_ended:
        return end_episode(fact);
    case FactKind::died:
    case FactKind::moved_away:
    case FactKind::person_left:
        departed_ = fact.at;
        return;
    default:
        return;
    }
}

void PersonVisits::come(const Fact& fact) {
    if (static_cast<Route>(fact.detail) != Route::unannounced) {
        first_due_ += covers(rule_.span, fact.at) ? 1 : 0;
    } else {
        // Without an appointment none can be missed, and no referral is lost when nothing follows;
        // a second visit makes the door a useful one.
        knock(fact, Knock::Answer::no_use);
    }
    visit(fact);
}

void PersonVisits::attend(const Fact& fact) {
    sessions_due_ += covers(rule_.span, fact.at) ? 1 : 0;
    if (counts_as_support(static_cast<Service>(fact.detail))) {
        visit(fact);
    }
}

void PersonVisits::visit(const Fact& fact) {
    if (covers(rule_.span, fact.at)) {
        visits_.push_back(static_cast<std::uint32_t>(fact.agency.value().row()));
    }
}

void PersonVisits::knock(const Fact& fact, Knock::Answer answer) {
    if (helped_) {
        return;
    }
    knocks_.push_back(
        {.agency = static_cast<std::uint32_t>(fact.agency.value().row()), .answer = answer});
    if (answer == Knock::Answer::useful) {
        helped_ = fact.at;
    }
}

void PersonVisits::open_episode(const Fact& fact) {
    const auto service = static_cast<Service>(fact.detail);
    if (!counts_as_support(service)) {
        return;
    }
    if (is_residential(service)) {
        visit(fact); // a stay is one
    }
    if (open_episodes_++ > 0) {
        return;
    }
    // Care that goes on elsewhere in the same second has not ended.
    if (!spells_.empty() && spells_.back().to == ticks_at(fact.at)) {
        spells_.back().to = never_ends;
    } else {
        spells_.push_back({.from = ticks_at(fact.at), .to = never_ends});
    }
}

void PersonVisits::end_episode(const Fact& fact) {
    if (!counts_as_support(static_cast<Service>(fact.amount))) {
        return;
    }
    if (--open_episodes_ == 0 && !is_for_good(static_cast<EpisodeEnd>(fact.detail))) {
        spells_.back().to = ticks_at(fact.at);
    }
}

void PersonVisits::add_to(PathwayTally& tally) const {
    tally.add(PathwaySum::first_due, first_due_);
    tally.add(PathwaySum::first_missed, first_missed_);
    tally.add(PathwaySum::sessions_due, sessions_due_);
    tally.add(PathwaySum::sessions_missed, sessions_missed_);
    if (helped_ && covers(rule_.span, *helped_)) {
        tally.add(PathwaySum::found_help, 1);
        tally.add(PathwaySum::wrong_doors, wrong_doors(knocks_).value());
    }
    add_continuity(tally);
    add_returns(tally);
}

void PersonVisits::add_continuity(PathwayTally& tally) const {
    const auto continuity = continuity_of(visits_);
    if (!continuity) {
        return;
    }
    const auto add_index = [&](PathwaySum sum, double index) {
        tally.add(sum, nearest_whole(index * static_cast<double>(continuity_unit)));
    };
    tally.add(PathwaySum::visited_twice, 1);
    add_index(PathwaySum::bice_boxerman, continuity->bice_boxerman);
    add_index(PathwaySum::usual_provider, continuity->usual_provider);
    add_index(PathwaySum::sequential, continuity->sequential);
    add_index(PathwaySum::concentration, continuity->concentration);
    tally.add(PathwaySum::hand_offs, hand_offs(visits_));
}

void PersonVisits::add_returns(PathwayTally& tally) const {
    const auto ended = spells();
    const auto watched_until = std::min(rule_.span.horizon, departed_.value_or(rule_.span.horizon));
    const auto within = [&](std::chrono::days window) {
        return re_entries(
            ended, {.window = Duration{window}.count(), .watched_until = ticks_at(watched_until)});
    };
    const auto soon = within(std::chrono::days{90});
    const auto later = within(std::chrono::days{365});
    tally.add(PathwaySum::left_90, soon.ended);
    tally.add(PathwaySum::re_entered_90, soon.returned);
    tally.add(PathwaySum::left_365, later.ended);
    tally.add(PathwaySum::re_entered_365, later.returned);
}

std::vector<TickSpan> PersonVisits::spells() const {
    auto kept = spells_;
    std::erase_if(kept, [&](TickSpan spell) {
        return spell.from == spell.to || spell.to < ticks_at(rule_.span.policy_start);
    });
    return kept;
}

} // namespace tsunagi::detail
