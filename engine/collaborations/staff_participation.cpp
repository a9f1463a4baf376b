#include "engine/collaborations/staff_participation.hpp"

#include "engine/care/services.hpp"

namespace tsunagi {

void hold_contact(Contacts& contacts,
                  ContactSetting setting,
                  const CareSetting& care,
                  std::uint32_t stream,
                  std::uint32_t occurrence) {
    const auto met = contacts.hold(stream, occurrence, setting, care.moment);
    if (met.has_value()) {
        care.episodes.for_each_handover([&](EpisodeId episode) {
            if (care.episodes[episode].handover == met) {
                refresh_drop_out(care, episode);
            }
        });
    }
}

} // namespace tsunagi
