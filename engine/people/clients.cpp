#include "engine/people/clients.hpp"

namespace tsunagi {

ClientId Clients::add(const Client& client) {
    const auto id = clients_.add(client);
    if (id.row() == next_looks_.size()) {
        next_looks_.push(SimTime::max());
    }
    if (client.kind == ClientKind::justice) {
        clients_[id].person = persons_.add({});
        next_looks_[id] = SimTime::min();
    } else if (is_family(client)) {
        clients_[id].family = families_.add({});
    }
    return id;
}

void Clients::remove(ClientId id) {
    const auto& client = clients_[id];
    if (client.person.has_value()) {
        persons_.remove(client.person.value());
    }
    if (client.family.has_value()) {
        families_.remove(client.family.value());
    }
    next_looks_[id] = SimTime::max();
    clients_.remove(id);
}

} // namespace tsunagi
