#pragma once

#include "engine/core/column.hpp"
#include "engine/core/pool.hpp"
#include "engine/core/time.hpp"
#include "engine/people/client.hpp"
#include "engine/people/person_life.hpp"

#include <cstdint>

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
    PersonLife& life(ClientId id) { return persons_[own_rows_[id].person.value()]; }
    const PersonLife& life(ClientId id) const { return persons_[own_rows_[id].person.value()]; }
    /// @throws ContractViolation for one who is no family
    FamilyLife& family(ClientId id) { return families_[own_rows_[id].family.value()]; }
    const FamilyLife& family(ClientId id) const { return families_[own_rows_[id].family.value()]; }
    /// People present.
    std::size_t size() const { return clients_.size(); }
    /// Rows in use or free: an upper bound of every row number.
    std::size_t rows() const { return clients_.rows(); }
    template <class Visit> void for_each(Visit visit) const { clients_.for_each(visit); }

    /// From when on the regular look at everybody is to see this one. At once for a person of the
    /// justice system who has come; SimTime::max(), never, for others until somebody sets it.
    SimTime& next_look(ClientId id) { return next_looks_[id]; }
    /// Visits those whose look is due, in row order. Nobody may come meanwhile.
    template <class Visit> void for_each_due(SimTime now, Visit visit) const {
        std::uint32_t row = 0;
        for (const auto look : next_looks_.values()) {
            if (look <= now) {
                visit(ClientId{row});
            }
            ++row;
        }
    }

private:
    /// What the kind of client needs beside the row; at most one of them.
    struct OwnRow {
        OptionalId<PersonLifeTag> person;
        OptionalId<FamilyLifeTag> family;
    };

    Pool<ClientId, Client> clients_;
    Column<ClientId, OwnRow> own_rows_; ///< apart: asked for more often than the client
    Pool<PersonLifeId, PersonLife> persons_;
    Pool<FamilyLifeId, FamilyLife> families_;
    Column<ClientId, SimTime> next_looks_; ///< apart: few are due, and no other row is touched
};

} // namespace tsunagi
