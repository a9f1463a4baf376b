#include "engine/collaborations/guarantor_meeting.hpp"

#include "engine/random/samplers.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {

namespace {

bool is_invited(const CareSetting& care, ClientId family) {
    const auto& client = care.clients[family];
    return client.kind == ClientKind::family && !has_departed(client) &&
           care.clients[client.relative.value()].liberty == Liberty::pre_release;
}

// Meetings of an added frequency are counted anew; the instant tells all of them apart.
std::uint64_t meeting_key(SimTime now) {
    return static_cast<std::uint64_t>(now.time_since_epoch().count());
}

bool comes(const CareSetting& care, const SupervisionParameters& supervision, ClientId family) {
    const double uniform =
        care.moment.streams.uniform({.purpose = Draw::guarantor_attendance,
                                     .entity = care.clients[family].key,
                                     .occurrence = meeting_key(care.moment.now)});
    return happens(supervision.guarantor_attendance, uniform);
}

} // namespace

void attend_guarantor_meeting(const CareSetting& care, const SupervisionParameters& supervision) {
    std::vector<ClientId> present;
    care.clients.for_each([&](ClientId family) {
        if (is_invited(care, family) && comes(care, supervision, family)) {
            present.push_back(family);
        }
    });
    // Rows depend on who has left the world; the order of facts may not.
    std::sort(present.begin(), present.end(), [&](ClientId one, ClientId other) {
        return care.clients[one].key < care.clients[other].key;
    });
    for (const auto family : present) {
        tell(care,
             {.kind = FactKind::guarantor_attended,
              .client = family,
              .agency = care.region.probation_office});
    }
}

} // namespace tsunagi
