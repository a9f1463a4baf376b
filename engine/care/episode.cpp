#include "engine/care/episode.hpp"

namespace tsunagi {

EpisodeId Episodes::add(const Episode& episode) {
    const auto id = rows_.add(episode);
    const auto client = episode.client.row();
    if (client >= first_.size()) {
        first_.resize(client + 1);
    }
    rows_[id].next = first_[client];
    first_[client] = id;
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
}

OptionalId<EpisodeTag> Episodes::open_at(ClientId client, AgencyId agency, Service service) const {
    auto id = first_of(client);
    while (id.has_value() &&
           (rows_[id.value()].agency != agency || rows_[id.value()].service != service)) {
        id = rows_[id.value()].next;
    }
    return id;
}

} // namespace tsunagi
