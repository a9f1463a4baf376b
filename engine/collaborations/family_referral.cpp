#include "engine/collaborations/family_referral.hpp"

#include "engine/collaborations/detail/offering.hpp"

namespace tsunagi {

void refer_family_at_contact(const CareSetting& care, const Fact& fact) {
    const auto family = fact.client.value();
    const auto person = care.clients[family].relative.value();
    if (!detail::near_end_of_supervision(care, care.clients[person])) {
        return;
    }
    for (const auto& route : care.region.referrals) {
        if (route.sender == fact.agency.value() &&
            route.subject == ReferralRoute::Subject::family &&
            detail::may_offer(care, route, family)) {
            detail::offer_perhaps(care, route, family, static_cast<std::uint64_t>(fact.amount));
        }
    }
}

} // namespace tsunagi
