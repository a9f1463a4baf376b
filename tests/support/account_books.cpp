#include "tests/support/account_books.hpp"

namespace tsunagi::test {

namespace {

/// Those who come to a first appointment on a way that is told by the booking alone.
bool books_untold(Route route) {
    return route == Route::background_person || route == Route::background_family ||
           route == Route::family;
}

/// Beds and places are entered beside any appointment there.
bool is_stay(const Fact& second_visit) {
    const auto service = static_cast<Service>(second_visit.detail);
    return service == Service::bed || service == Service::residence;
}

std::int64_t booked_referrals(const World& world) {
    std::int64_t booked = 0;
    world.clients.for_each([&](ClientId client) {
        world.acquaintances.for_each(client, [&](const Acquaintance& known) {
            booked += known.referral.has_value() ? 1 : 0;
        });
    });
    return booked;
}

} // namespace

void AccountBooks::hear(const Fact& fact) {
    capacity_.hear(fact);
    expect_care(fact);
    switch (fact.kind) {
    case FactKind::person_entered:
        ++entered_;
        return;
    case FactKind::person_left:
    case FactKind::died:
    case FactKind::moved_away:
        ++left_;
        return;
    case FactKind::episode_opened:
    case FactKind::episode_ended:
        return follow_care(fact);
    default:
        return follow_referral(fact);
    }
}

void AccountBooks::follow_referral(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::offer_accepted:
    case FactKind::self_referred:
    case FactKind::family_called:
        return step(fact, {Step::none}, Step::agreed);
    case FactKind::booked:
        return books_untold(static_cast<Route>(fact.detail))
                   ? step(fact, {Step::none, Step::missed}, Step::booked)
                   : step(fact, {Step::agreed, Step::missed}, Step::booked);
    case FactKind::no_hours_found: // whatever the route
        return step(fact, {Step::none, Step::agreed, Step::missed}, Step::without_hours);
    case FactKind::first_contact:
        // Who comes unannounced has booked nothing, and is told no more of if it stays at that.
        return is_on_way(fact) ? step(fact, {Step::booked}, Step::met) : void();
    case FactKind::not_kept:
        return step(fact, {Step::booked}, Step::missed);
    case FactKind::referral_lost:
        return follow_loss(fact);
    case FactKind::second_visit:
        to_open_ = Way{fact.subject, fact.agency.value().row()};
        return is_on_way(fact) && !is_stay(fact) ? step(fact, {Step::met}, Step::none) : void();
    default:
        return;
    }
}

bool AccountBooks::is_on_way(const Fact& fact) const {
    return ways_.contains({fact.subject, fact.agency.value().row()});
}

void AccountBooks::follow_loss(const Fact& fact) {
    switch (static_cast<Loss>(fact.detail)) {
    case Loss::no_hours:
        return step(fact, {Step::without_hours}, Step::none);
    case Loss::not_kept:
        return step(fact, {Step::missed}, Step::none);
    case Loss::second_visit:
        return step(fact, {Step::met}, Step::none);
    case Loss::person_gone:
        return step(fact, {Step::booked}, Step::none);
    case Loss::refused:
        told_.insert("a refusal is no loss of its own");
    }
}

void AccountBooks::step(const Fact& fact, const std::set<Step>& from, Step to) {
    const Way way{fact.subject, fact.agency.value().row()};
    const auto found = ways_.find(way);
    const auto at = found == ways_.end() ? Step::none : found->second;
    if (!from.contains(at)) {
        told_.insert("a referral cannot come to fact " +
                     std::to_string(static_cast<int>(fact.kind)) + " from step " +
                     std::to_string(static_cast<int>(at)));
    }
    if (to == Step::none) {
        ways_.erase(way);
    } else {
        ways_[way] = to;
    }
}

void AccountBooks::expect_care(const Fact& fact) {
    if (!to_open_) {
        return;
    }
    const auto way = *to_open_;
    to_open_.reset();
    const bool opens = fact.kind == FactKind::episode_opened &&
                       way == Way{fact.subject, fact.agency.value().row()};
    const auto first = in_care_.lower_bound({way.first, way.second, 0});
    const bool was_in_care = first != in_care_.end() && std::get<0>(*first) == way.first &&
                             std::get<1>(*first) == way.second;
    if (!opens && !was_in_care) {
        told_.insert("a second visit opens an episode at that agency, or finds one");
    }
}

void AccountBooks::follow_care(const Fact& fact) {
    const bool opens = fact.kind == FactKind::episode_opened;
    const std::int64_t service = opens ? fact.detail : fact.amount;
    const Care care{fact.subject, fact.agency.value().row(), service};
    if (opens && !in_care_.insert(care).second) {
        told_.insert("one open episode per client, agency and service");
    }
    if (!opens && in_care_.erase(care) == 0) {
        told_.insert("only an open episode ends");
    }
}

std::vector<std::string> AccountBooks::faults(SimTime now) const {
    std::vector<std::string> faults{told_.begin(), told_.end()};
    const auto& contradicted = capacity_.contradicted();
    faults.insert(faults.end(), contradicted.begin(), contradicted.end());
    compare(faults,
            "entered = present + left",
            entered_,
            static_cast<std::int64_t>(world_->clients.size()) + left_);
    compare(faults,
            "referrals on their way = booked",
            static_cast<std::int64_t>(ways_.size()),
            booked_referrals(*world_));
    audit_care(faults);
    capacity_.audit(now, faults);
    return faults;
}

void AccountBooks::audit_care(std::vector<std::string>& faults) const {
    std::set<Care> open;
    world_->clients.for_each([&](ClientId client) {
        world_->episodes.for_each_open(client, [&](EpisodeId id) {
            const auto& episode = world_->episodes[id];
            open.insert({world_->clients[client].key,
                         episode.agency.row(),
                         static_cast<std::int64_t>(episode.service)});
        });
    });
    if (open != in_care_) {
        faults.push_back("episodes opened = ended + open: " + std::to_string(in_care_.size()) +
                         " against " + std::to_string(open.size()));
    }
}

} // namespace tsunagi::test
