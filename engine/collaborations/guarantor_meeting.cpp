#include "engine/collaborations/guarantor_meeting.hpp"

#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Nobody comes back to prison before supervision, so who is not invited never will be.
bool is_invited(const Clients& clients, const Guarantor& guarantor) {
    if (!clients.holds(guarantor.family) || clients[guarantor.family].key != guarantor.key) {
        return false; // gone
    }
    const auto& family = clients[guarantor.family];
    return !has_departed(family) &&
           clients[family.relative.value()].liberty == Liberty::pre_release;
}

void forget_uninvited(Guarantors& guarantors, const Clients& clients) {
    std::erase_if(guarantors,
                  [&](const Guarantor& guarantor) { return !is_invited(clients, guarantor); });
}

// Meetings of an added frequency are counted anew; the instant tells all of them apart.
std::uint64_t meeting_key(SimTime now) {
    return static_cast<std::uint64_t>(now.time_since_epoch().count());
}

bool comes(const CareSetting& care, const SupervisionParameters& supervision, EntityKey family) {
    const double uniform =
        care.moment.streams.uniform({.purpose = Draw::guarantor_attendance,
                                     .entity = family,
                                     .occurrence = meeting_key(care.moment.now)});
    return happens(supervision.guarantor_attendance, uniform);
}

} // namespace

void add_guarantor(Guarantors& guarantors, const Clients& clients, ClientId family) {
    // Memory follows who is there, however seldom meetings are.
    if (guarantors.size() == guarantors.capacity()) {
        forget_uninvited(guarantors, clients);
    }
    const Guarantor added{.key = clients[family].key, .family = family};
    const auto comes_first = [](const Guarantor& one, const Guarantor& other) {
        return one.key < other.key;
    };
    guarantors.insert(std::upper_bound(guarantors.begin(), guarantors.end(), added, comes_first),
                      added);
}

void attend_guarantor_meeting(const CareSetting& care,
                              const SupervisionParameters& supervision,
                              Guarantors& guarantors) {
    forget_uninvited(guarantors, care.clients);
    for (const auto& guarantor : guarantors) {
        if (comes(care, supervision, guarantor.key)) {
            tell(care,
                 {.kind = FactKind::guarantor_attended,
                  .client = guarantor.family,
                  .agency = care.region.probation_office});
        }
    }
}

} // namespace tsunagi
