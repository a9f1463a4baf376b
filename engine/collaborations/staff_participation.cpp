#include "engine/collaborations/staff_participation.hpp"

#include "engine/care/drop_out.hpp"

namespace tsunagi {

HeldOccasion hold_contact(Contacts& contacts,
                          ContactOccasion occasion,
                          const ContactSetting& setting,
                          const CareSetting& care) {
    const auto held = contacts.hold(occasion, setting, care.moment);
    if (held.met.has_value()) {
        care.episodes.for_each_handover([&](EpisodeId episode) {
            if (care.episodes[episode].handover == held.met) {
                refresh_drop_out(care, episode);
            }
        });
    }
    return held;
}

} // namespace tsunagi
