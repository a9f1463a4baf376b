#include "engine/collaborations/guarantor_meeting.hpp"

#include "engine/random/samplers.hpp"

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

} // namespace

void attend_guarantor_meeting(const CareSetting& care, const SupervisionParameters& supervision) {
    care.clients.for_each([&](ClientId family) {
        if (!is_invited(care, family)) {
            return;
        }
        const double uniform =
            care.moment.streams.uniform({.purpose = Draw::guarantor_attendance,
                                         .entity = care.clients[family].key,
                                         .occurrence = meeting_key(care.moment.now)});
        if (happens(supervision.guarantor_attendance, uniform)) {
            tell(care,
                 {.kind = FactKind::guarantor_attended,
                  .client = family,
                  .agency = care.region.probation_office});
        }
    });
}

} // namespace tsunagi
