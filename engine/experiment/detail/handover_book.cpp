#include "engine/experiment/detail/handover_book.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

constexpr double strong_link = 0.6;
constexpr Duration two_weeks = std::chrono::days{14};

} // namespace

void HandoverBook::hear(const Fact& fact, const World& world) {
    if (!covers(rule_.span, fact.at) || !fact.client.has_value() ||
        world.clients[fact.client.value()].kind != ClientKind::justice) {
        return;
    }
    close_until(fact.at);
    switch (fact.kind) {
    case FactKind::offered:
        return offer(fact, world);
    case FactKind::offer_accepted:
        return accept(fact);
    case FactKind::first_contact:
        return arrive(fact, world.clients[fact.client.value()]);
    case FactKind::referral_lost:
        counts_.ended += end_referral(fact) ? 1 : 0;
        return;
    case FactKind::episode_opened:
        return change_care(fact, 1);
    case FactKind::episode_ended:
        return change_care(fact, -1);
    default:
        return;
    }
}

void HandoverBook::offer(const Fact& fact, const World& world) {
    answer_ = is_strong(fact, world) ? Answer::counted : Answer::ignored;
    if (answer_ == Answer::counted) {
        ++counts_.offered;
        counts_.centre_offered += fact.agency == rule_.region.centre ? 1 : 0;
    }
}

// An offer is answered at once.
void HandoverBook::accept(const Fact& fact) {
    if (answer_ == Answer::counted) {
        ++counts_.accepted;
        counts_.centre_accepted += fact.agency == rule_.region.centre ? 1 : 0;
        accepted_.push_back({fact.client.value(), fact.agency.value()});
    }
}

bool HandoverBook::is_strong(const Fact& offer, const World& world) const {
    const auto pair = world.links.find(offer.other.value(), offer.agency.value());
    return static_cast<Consent>(offer.detail) == Consent::given && pair.has_value() &&
           world.links.effective(pair.value(), rule_.relations, rule_.effect, offer.at) >
               strong_link;
}

// Whether it was an accepted one that nothing had ended yet.
bool HandoverBook::end_referral(const Fact& fact) {
    const auto found =
        std::find_if(accepted_.begin(), accepted_.end(), [&](const Accepted& referral) {
            return fact.client == referral.client && fact.agency == referral.agency;
        });
    if (found == accepted_.end()) {
        return false;
    }
    accepted_.erase(found);
    return true;
}

void HandoverBook::arrive(const Fact& fact, const Client& person) {
    if (!end_referral(fact)) {
        return;
    }
    ++counts_.ended;
    ++counts_.arrived;
    const auto agency = fact.agency.value();
    const bool hospital = rule_.region.agencies[agency].type == AgencyType::psychiatric_hospital;
    if (agency == rule_.region.centre || (hospital && !is_supervised(person))) {
        arrived_.push_back({.client = fact.client.value(),
                            .agency = agency,
                            .mark = fact.at + two_weeks,
                            .open_episodes = 0,
                            .where = hospital ? Arrived::Where::hospital : Arrived::Where::centre});
    }
}

void HandoverBook::change_care(const Fact& fact, int change) {
    for (auto& arrived : arrived_) {
        if (fact.client == arrived.client && fact.agency == arrived.agency) {
            arrived.open_episodes += change;
        }
    }
}

void HandoverBook::close_until(SimTime now) {
    const auto first_open = std::find_if(
        arrived_.begin(), arrived_.end(), [&](const Arrived& one) { return one.mark >= now; });
    std::for_each(arrived_.begin(), first_open, [&](const Arrived& one) { close(one); });
    arrived_.erase(arrived_.begin(), first_open);
}

void HandoverBook::close(const Arrived& arrived) {
    const int in_care = arrived.open_episodes > 0 ? 1 : 0;
    if (arrived.where == Arrived::Where::hospital) {
        ++counts_.hospital_arrived;
        counts_.hospital_in_care += in_care;
    } else {
        ++counts_.centre_arrived;
        counts_.centre_in_care += in_care;
    }
}

HandoverCounts HandoverBook::finish() {
    close_until(rule_.span.horizon);
    return counts_;
}

} // namespace tsunagi::detail
