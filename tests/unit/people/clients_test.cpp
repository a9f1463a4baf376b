#include "engine/people/clients.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

Client client(std::uint64_t key, ClientKind kind = ClientKind::justice) {
    Client made;
    made.key = EntityKey{key};
    made.kind = kind;
    return made;
}

} // namespace

TEST_CASE("rows of those who left serve those who come, and nobody else moves") {
    Clients clients;
    std::vector<ClientId> rows;
    for (std::uint64_t key = 1; key <= 5; ++key) {
        rows.push_back(clients.add(client(key)));
    }
    CHECK(clients.size() == 5);
    clients.remove(rows[1]);
    clients.remove(rows[3]);
    CHECK(clients.size() == 3);
    CHECK_FALSE(clients.holds(rows[1]));
    CHECK_THROWS_AS(clients[rows[1]], ContractViolation);

    const auto sixth = clients.add(client(6));
    const auto seventh = clients.add(client(7));
    CHECK(clients.rows() == 5);
    CHECK(((sixth == rows[1] && seventh == rows[3]) || (sixth == rows[3] && seventh == rows[1])));
    CHECK(clients[sixth].key == EntityKey{6});
    CHECK(clients[seventh].key == EntityKey{7});
    CHECK(clients[rows[0]].key == EntityKey{1});
    CHECK(clients[rows[2]].key == EntityKey{3});
    CHECK(clients[rows[4]].key == EntityKey{5});
    clients.add(client(8));
    CHECK(clients.rows() == 6);
    CHECK(clients.size() == 6);
}

TEST_CASE("memory follows the people present, not those who ever came") {
    Clients clients;
    for (std::uint64_t key = 1; key <= 10'000; ++key) {
        const auto row = clients.add(client(key));
        if (key % 10 != 0 || key > 100) {
            clients.remove(row);
        }
    }
    CHECK(clients.size() == 10);
    CHECK(clients.rows() == 11);
}

TEST_CASE("a copy of everybody goes its own way") {
    Clients clients;
    const auto row = clients.add(client(1));
    Clients copy = clients;
    copy[row].age_years = 50.0;
    copy.remove(row);
    CHECK(clients.size() == 1);
    CHECK(clients[row].key == EntityKey{1});
    CHECK(clients[row].age_years == 0.0);
}

TEST_CASE("a person of the justice system has a life, a family its own, others neither") {
    Clients clients;
    const auto person = clients.add(client(1));
    const auto family = clients.add(client(2, ClientKind::family));
    const auto background_family = clients.add(client(3, ClientKind::background_family));
    const auto background = clients.add(client(4, ClientKind::background_person));
    clients.life(person).lapses = 7;
    clients.family(family).recognition = 0.5;
    clients.family(background_family).recognition = 0.25;
    CHECK(clients.life(person).lapses == 7);
    CHECK(clients.family(family).recognition == 0.5);
    CHECK_THROWS_AS(clients.family(person), ContractViolation);
    CHECK_THROWS_AS(clients.life(family), ContractViolation);
    CHECK_THROWS_AS(clients.life(background), ContractViolation);
    CHECK_THROWS_AS(clients.family(background), ContractViolation);
}

TEST_CASE("whoever takes over a row begins a life of his own") {
    Clients clients;
    const auto gone = clients.add(client(1));
    clients.life(gone).lapses = 7;
    clients.life(gone).track = AdmissionTrack{.facility = AgencyId{0}};
    clients.remove(gone);
    const auto next = clients.add(client(2));
    CHECK(next == gone);
    CHECK(clients.life(next).lapses == 0);
    CHECK_FALSE(clients.life(next).track.has_value());
}

TEST_CASE(
    "the regular look sees whom it is due for: newcomers of the justice system at once, others "
    "once it is set, nobody who has left") {
    Clients clients;
    const auto person = clients.add(client(1));
    const auto gone = clients.add(client(2));
    const auto family = clients.add(client(3, ClientKind::family));
    const auto background = clients.add(client(4, ClientKind::background_person));
    const SimTime now{one_day};
    const auto seen = [&] {
        std::vector<ClientId> due;
        clients.for_each_due(now, [&](ClientId id) { due.push_back(id); });
        return due;
    };
    CHECK(seen() == std::vector{person, gone});
    clients.remove(gone);
    clients.next_look(person) = now + one_tick;
    clients.next_look(family) = now;
    CHECK(seen() == std::vector{family});
    clients.remove(family);
    CHECK(seen().empty());
    CHECK(clients.next_look(background) == SimTime::max());
    const auto next = clients.add(client(5));
    CHECK(seen() == std::vector{next});
}
