#include "engine/care/detail/taken_places.hpp"

namespace tsunagi::detail {

namespace {

void tell_place(const CareSetting& care,
                const Episode& episode,
                FactKind kind,
                std::int64_t amount) {
    tell(care,
         {.kind = kind,
          .client = episode.client,
          .agency = episode.agency,
          .detail = static_cast<std::uint8_t>(episode.service),
          .amount = amount});
}

} // namespace

void take_place(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    auto& unit = care.units.of(episode.agency, episode.service);
    unit.places.take(care.moment.now);
    if (is_in_group(episode)) {
        unit.members.push_back(id);
    }
    tell_place(care, episode, FactKind::place_taken, unit.places.occupied());
}

void leave_place(const CareSetting& care, EpisodeId id) {
    const auto& episode = care.episodes[id];
    auto& unit = care.units.of(episode.agency, episode.service);
    std::erase(unit.members, id);
    unit.places.give_back(care.moment.now);
    unit.exits.note(care.moment.now);
    tell_place(
        care, episode, FactKind::place_left, (care.moment.now - episode.first_contact).count());
}

} // namespace tsunagi::detail
