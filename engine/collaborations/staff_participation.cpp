#include "engine/collaborations/staff_participation.hpp"

#include "engine/care/services.hpp"

namespace tsunagi {

void hold_contact(Contacts& contacts,
                  ContactOccasion occasion,
                  ContactSetting setting,
                  const CareSetting& care) {
    const auto met = contacts.hold(occasion, setting, care.moment);
    const auto refresh = [&](EpisodeId episode) {
        if (care.episodes[episode].handover == met) {
            refresh_drop_out(care, episode);
        }
    };
    if (met.has_value()) {
        care.episodes.for_each_handover(refresh);
    }
}

} // namespace tsunagi
