#include "engine/collaborations/referral.hpp"

#include "engine/care/formulas.hpp"
#include "engine/collaborations/detail/offering.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

// One flag of the person, not one per sender; what is recognised stays recognised.
void recognise(const CareSetting& care, const Fact& fact, Client& person) {
    if (person.recognition == Recognition::recognised) {
        return;
    }
    const bool in_need = person.need == Need::true_need;
    const auto sender = fact.agency.value();
    const double chance =
        in_need ? recognition_probability(care.recognition, care.region.agencies[sender].quality)
                : care.recognition.false_per_opportunity;
    const double uniform = care.moment.streams.uniform(
        {.purpose = in_need ? Draw::recognition : Draw::false_recognition,
         .entity = person.key,
         .partner = partner(care.region.agencies[sender].key),
         .occurrence = static_cast<std::uint64_t>(fact.amount)});
    if (happens(chance, uniform)) {
        person.recognition = Recognition::recognised;
        tell(care,
             {.kind = FactKind::need_recognised, .client = fact.client.value(), .agency = sender});
    }
}

bool should_be_referred(const CareSetting& care, const Client& person) {
    return person.recognition == Recognition::recognised &&
           detail::near_end_of_supervision(care, person);
}

} // namespace

void refer_at_opportunity(const CareSetting& care, const Fact& fact) {
    const auto id = fact.client.value();
    auto& person = care.clients[id];
    recognise(care, fact, person);
    if (!should_be_referred(care, person)) {
        return;
    }
    for (const auto& route : care.region.referrals) {
        if (route.sender == fact.agency.value() &&
            route.subject == ReferralRoute::Subject::person && detail::may_offer(care, route, id)) {
            detail::offer_perhaps(care, route, id, static_cast<std::uint64_t>(fact.amount));
        }
    }
}

} // namespace tsunagi
