#pragma once

#include "engine/core/pool.hpp"
#include "engine/people/client.hpp"
#include "engine/people/person_life.hpp"

namespace tsunagi {

/// Everybody in the world: memory follows the people present.
class Clients {
public:
    /// A newcomer, with what the kind of client needs beside the row.
    ClientId add(const Client& client);
    /// The row may be given to the next arrival.
    void remove(ClientId id);
    bool holds(ClientId id) const { return clients_.holds(id); }
    Client& operator[](ClientId id) { return clients_[id]; }
    const Client& operator[](ClientId id) const { return clients_[id]; }
    /// @throws ContractViolation for one who is no person of the justice system
    PersonLife& life(ClientId id) { return persons_[clients_[id].person.value()]; }
    const PersonLife& life(ClientId id) const { return persons_[clients_[id].person.value()]; }
    /// @throws ContractViolation for one who is no family
    FamilyLife& family(ClientId id) { return families_[clients_[id].family.value()]; }
    const FamilyLife& family(ClientId id) const { return families_[clients_[id].family.value()]; }
    /// People present.
    std::size_t size() const { return clients_.size(); }
    /// Rows in use or free: an upper bound of every row number.
    std::size_t rows() const { return clients_.rows(); }
    template <class Visit> void for_each(Visit visit) const { clients_.for_each(visit); }

private:
    Pool<ClientId, Client> clients_;
    Pool<PersonLifeId, PersonLife> persons_;
    Pool<FamilyLifeId, FamilyLife> families_;
};

} // namespace tsunagi
