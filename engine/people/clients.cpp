#include "engine/people/clients.hpp"

namespace tsunagi {

ClientId Clients::add(const Client& client) {
    if (free_.empty()) {
        return rows_.push(client);
    }
    const auto id = free_.back();
    free_.pop_back();
    rows_[id] = client;
    return id;
}

void Clients::remove(ClientId id) {
    rows_[id] = {};
    free_.push_back(id);
}

} // namespace tsunagi
