#include "engine/care/episode.hpp"

#include "engine/region/service_traits.hpp"

namespace tsunagi {

bool is_in_group(const Episode& episode) {
    return traits_of(episode.service).form == ServiceTraits::Form::group &&
           episode.phase == Episode::Phase::course;
}

bool takes_place(const Episode& episode) {
    return is_in_group(episode) || is_residential(episode.service);
}

bool is_programme(const Episode& episode) {
    return is_in_group(episode) && episode.service != Service::self_help &&
           traits_of(episode.service).subject == ServiceTraits::Subject::person;
}

EpisodeId Episodes::add(const Episode& episode) {
    const auto id = rows_.add(episode);
    const auto client = episode.client.row();
    if (client >= first_.size()) {
        first_.resize(client + 1);
    }
    rows_[id].next = first_[client];
    first_[client] = id;
    if (episode.handover.has_value()) {
        handovers_.push_back(id);
    }
    return id;
}

void Episodes::close(EpisodeId id) {
    auto& closed = rows_[id];
    closed.state = Episode::State::closed;
    auto* link = &first_[closed.client.row()];
    while (*link != OptionalId<EpisodeTag>{id}) {
        link = &rows_[link->value()].next;
    }
    *link = closed.next;
    if (closed.handover.has_value()) {
        std::erase(handovers_, id);
    }
}

OptionalId<EpisodeTag> Episodes::open_at(ClientId client, AgencyId agency, Service service) const {
    auto id = first_of(client);
    while (id.has_value() &&
           (rows_[id.value()].agency != agency || rows_[id.value()].service != service)) {
        id = rows_[id.value()].next;
    }
    return id;
}

OptionalId<EpisodeTag> Episodes::open_of(ClientId client, Service service) const {
    auto id = first_of(client);
    while (id.has_value() && rows_[id.value()].service != service) {
        id = rows_[id.value()].next;
    }
    return id;
}

} // namespace tsunagi
