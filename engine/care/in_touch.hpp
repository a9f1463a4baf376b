#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Whether a client is on the way to an agency or in its care: an open referral or an open episode
/// there. Who is comes neither by himself nor by an offer.
inline bool is_in_touch(const CareSetting& care, ClientId client, AgencyId agency) {
    const auto known = care.acquaintances.find(client, agency);
    bool found = known.has_value() && care.acquaintances[known.value()].referral.has_value();
    care.episodes.for_each_open(
        client, [&](EpisodeId id) { found = found || care.episodes[id].agency == agency; });
    return found;
}

} // namespace tsunagi
