#pragma once

#include "engine/core/column.hpp"
#include "engine/people/client.hpp"

#include <vector>

namespace tsunagi {

/// Everybody in the world, in rows that are reused after somebody has left: memory follows the
/// people present.
class Clients {
public:
    ClientId add(const Client& client);
    /// The row may be given to the next arrival.
    void remove(ClientId id);
    Client& operator[](ClientId id) { return rows_[id]; }
    const Client& operator[](ClientId id) const { return rows_[id]; }
    /// People present.
    std::size_t size() const { return rows_.size() - free_.size(); }
    /// Rows in use or free: an upper bound of every row number.
    std::size_t rows() const { return rows_.size(); }

private:
    Column<ClientId, Client> rows_;
    std::vector<ClientId> free_;
};

} // namespace tsunagi
