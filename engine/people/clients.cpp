#include "engine/people/clients.hpp"

#include <utility>

namespace tsunagi {

ClientId Clients::add(const Client& client) {
    const auto id = clients_.add(client);
    if (id.row() == next_looks_.size()) {
        next_looks_.push(SimTime::max());
        own_rows_.push({});
    }
    if (client.kind == ClientKind::justice) {
        own_rows_[id].person = persons_.add({});
        next_looks_[id] = SimTime::min();
    } else if (is_family(client)) {
        own_rows_[id].family = families_.add({});
    }
    return id;
}

void Clients::remove(ClientId id) {
    clients_.remove(id);
    const auto own = std::exchange(own_rows_[id], {});
    if (own.person.has_value()) {
        persons_.remove(own.person.value());
    }
    if (own.family.has_value()) {
        families_.remove(own.family.value());
    }
    next_looks_[id] = SimTime::max();
}

} // namespace tsunagi
