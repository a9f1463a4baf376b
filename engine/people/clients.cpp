#include "engine/people/clients.hpp"

namespace tsunagi {

ClientId Clients::add(const Client& client) {
    const auto id = clients_.add(client);
    if (client.kind == ClientKind::justice) {
        clients_[id].person = persons_.add({});
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
    clients_.remove(id);
}

} // namespace tsunagi
