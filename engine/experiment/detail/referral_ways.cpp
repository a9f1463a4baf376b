#include "engine/experiment/detail/referral_ways.hpp"

#include "engine/core/contracts.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

/// The sum that stands so many behind another.
PathwaySum sum_behind(PathwaySum first, ReferralStage stage) {
    return static_cast<PathwaySum>(static_cast<std::size_t>(first) +
                                   static_cast<std::size_t>(stage));
}

} // namespace

ReferralWays::Way::Phase ReferralWays::Way::phase(SimTime now) const {
    if (lost) {
        return Phase::over;
    }
    if (has_reached(ReferralStage::started)) {
        return care_ended && *care_ended < now ? Phase::over : Phase::in_care;
    }
    return has_reached(ReferralStage::attended) ? Phase::met : Phase::waiting;
}

// A stage implies those before it: who books for himself was sent by nobody.
void ReferralWays::Way::reach(ReferralStage stage, SimTime at) {
    for (std::size_t row = 0; row <= static_cast<std::size_t>(stage); ++row) {
        reached[row] = reached[row].value_or(at);
    }
}

bool ReferralWays::Way::has_reached(ReferralStage stage) const {
    return reached[static_cast<std::size_t>(stage)].has_value();
}

bool ReferralWays::Way::is_completed() const {
    return care_ended && (end == EpisodeEnd::completed || end == EpisodeEnd::review);
}

ReferralStage ReferralWays::Way::furthest_by(SimTime mark) const {
    if (is_completed() && *care_ended <= mark) {
        return ReferralStage::completed;
    }
    auto furthest = ReferralStage::sent;
    for (std::size_t row = 0; row < referral_stages; ++row) {
        if (reached[row] && *reached[row] <= mark) {
            furthest = static_cast<ReferralStage>(row);
        }
    }
    return furthest;
}

void ReferralWays::observe(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::offered:
        // What the receiver offers itself is sent by nobody.
        begin(fact, fact.agency == fact.other ? Way::Origin::own : Way::Origin::partner);
        return;
    case FactKind::self_referred:
        begin(fact, Way::Origin::own).requested = fact.at;
        return;
    case FactKind::offer_accepted:
        return request(fact);
    case FactKind::booked:
        return book(fact, Way::Booking::found);
    case FactKind::no_hours_found:
        return book(fact, Way::Booking::refused);
    case FactKind::appointment_due:
        return reach(fact, Way::Phase::waiting, ReferralStage::contacted);
    case FactKind::first_contact:
        return come(fact);
    case FactKind::second_visit:
        return reach(fact, Way::Phase::met, ReferralStage::started);
    case FactKind::offer_refused:
    case FactKind::referral_lost:
        return lose(fact);
    case FactKind::episode_opened:
        return open_episode(fact);
    case FactKind::episode_ended:
        return end_episode(fact);
    default:
        return;
    }
}

ReferralWays::Way& ReferralWays::begin(const Fact& fact, Way::Origin origin) {
    ways_.push_back({.agency = fact.agency.value(), .origin = origin, .begun = fact.at});
    ways_.back().reach(ReferralStage::sent, fact.at);
    return ways_.back();
}

ReferralWays::Way* ReferralWays::find(const Fact& fact, Way::Phase phase) {
    const auto found = std::find_if(ways_.rbegin(), ways_.rend(), [&](const Way& way) {
        return fact.agency == way.agency && way.phase(fact.at) == phase;
    });
    return found == ways_.rend() ? nullptr : &*found;
}

void ReferralWays::request(const Fact& fact) {
    if (auto* way = find(fact, Way::Phase::waiting)) {
        way->requested = fact.at;
        way->reach(ReferralStage::received, fact.at);
    }
}

// Who books without an offer asks for it at that moment.
void ReferralWays::book(const Fact& fact, Way::Booking booking) {
    auto* found = find(fact, Way::Phase::waiting);
    auto& way = found != nullptr ? *found : begin(fact, Way::Origin::own);
    way.requested = way.requested.value_or(fact.at);
    if (booking == Way::Booking::found) {
        way.reach(ReferralStage::accepted, fact.at);
    } else if (!way.has_reached(ReferralStage::accepted)) {
        way.booking = booking;
    }
}

void ReferralWays::lose(const Fact& fact) {
    auto* way = find(fact, Way::Phase::waiting);
    if (way == nullptr) {
        way = find(fact, Way::Phase::met);
    }
    if (way != nullptr) {
        way->lost = fact.at;
    }
}

void ReferralWays::come(const Fact& fact) {
    auto* way = find(fact, Way::Phase::waiting);
    // Who comes unannounced has asked for nothing and waited for nothing.
    (way != nullptr ? *way : begin(fact, Way::Origin::own)).reach(ReferralStage::attended, fact.at);
}

void ReferralWays::reach(const Fact& fact, Way::Phase phase, ReferralStage stage) {
    const bool of_stay =
        fact.kind == FactKind::second_visit && is_residential(static_cast<Service>(fact.detail));
    auto* way = of_stay ? nullptr : find(fact, phase);
    if (way != nullptr) {
        way->reach(stage, fact.at);
    }
}

void ReferralWays::open_episode(const Fact& fact) {
    const auto service = static_cast<Service>(fact.detail);
    auto* way = is_residential(service) ? nullptr : find(fact, Way::Phase::in_care);
    if (way != nullptr) {
        way->in_care.push_back(service);
        way->care_ended.reset();
    }
}

void ReferralWays::end_episode(const Fact& fact) {
    for (auto& way : ways_) {
        const auto open =
            std::find(way.in_care.begin(), way.in_care.end(), static_cast<Service>(fact.amount));
        if (fact.agency == way.agency && open != way.in_care.end()) {
            way.in_care.erase(open);
            if (way.in_care.empty()) {
                way.care_ended = fact.at;
                way.end = static_cast<EpisodeEnd>(fact.detail);
            }
            return;
        }
    }
}

void ReferralWays::add_to(PathwayTally& tally, const PathwayRule& rule) const {
    for (const auto& way : ways_) {
        if (way.origin == Way::Origin::partner && is_followed(rule, way.begun)) {
            add_funnel(way, tally);
        }
        if (way.requested && is_followed(rule, *way.requested)) {
            add_wait(way, tally, rule);
        }
        if (way.requested && way.is_completed() && covers(rule.span, *way.care_ended)) {
            add_throughput(way, tally);
        }
    }
}

void ReferralWays::add_funnel(const Way& way, PathwayTally& tally) {
    const auto mark = way.begun + pathway_follow_up;
    const auto furthest = way.furthest_by(mark);
    for (std::size_t row = 0; row <= static_cast<std::size_t>(furthest); ++row) {
        tally.add(sum_behind(PathwaySum::sent, static_cast<ReferralStage>(row)), 1);
    }
    const auto over = way.lost ? way.lost : way.care_ended;
    if (over && *over <= mark && furthest != ReferralStage::completed) {
        tally.add(sum_behind(PathwaySum::lost_sent, furthest), 1);
    }
}

void ReferralWays::add_wait(const Way& way, PathwayTally& tally, const PathwayRule& rule) {
    tally.add(PathwaySum::requests, 1);
    tally.add(PathwaySum::bounced, way.booking == Way::Booking::refused ? 1 : 0);
    const auto came = way.reached[static_cast<std::size_t>(ReferralStage::attended)];
    if (came && *came - *way.requested <= pathway_follow_up) {
        const auto wait = *came - *way.requested;
        tally.add(PathwaySum::came, 1);
        tally.add(PathwaySum::came_in_time, wait <= rule.standard ? 1 : 0);
        tally.add_wait(wait);
    }
}

void ReferralWays::add_throughput(const Way& way, PathwayTally& tally) {
    const auto came = way.reached[static_cast<std::size_t>(ReferralStage::attended)].value();
    tally.add(PathwaySum::care_completed, 1);
    tally.add(PathwaySum::throughput_ticks, (*way.care_ended - *way.requested).count());
    tally.add(PathwaySum::waited_ticks, (came - *way.requested).count());
}

} // namespace tsunagi::detail
