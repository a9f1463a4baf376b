#include "engine/people/family.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

constexpr SimTime family_start{Duration{1'600'000'000}};

FamilyParameters two_years() {
    FamilyParameters parameters;
    parameters.understanding_half_life_days = 730.0;
    return parameters;
}

Client of_kind(ClientKind kind) {
    Client client;
    client.kind = kind;
    return client;
}

SimTime family_day(double days) {
    return family_start + sampled(days);
}

} // namespace

TEST_CASE("understanding grows by a part of what is missing and returns half way in a half-life") {
    FamilyLife family;
    family.start_understanding = 0.25;
    family.understanding = 0.25;
    family.understanding_at = family_start;
    gain_understanding(family, two_years(), 0.08, family_start);
    CHECK(understanding_at(family, two_years(), family_start) == Approx(0.31));
    CHECK(understanding_at(family, two_years(), family_day(730.0)) == Approx(0.28));
    gain_understanding(family, two_years(), 0.08, family_day(730.0));
    CHECK(understanding_at(family, two_years(), family_day(730.0)) == Approx(0.28 + 0.08 * 0.72));
}

TEST_CASE("a crisis of the person moves the family for its days, and none has been at first") {
    Clients clients;
    const auto person = clients.add(of_kind(ClientKind::justice));
    const auto family = clients.add(of_kind(ClientKind::family));
    const auto alone = clients.add(of_kind(ClientKind::background_family));
    clients[family].relative = person;
    CHECK_FALSE(in_family_crisis(clients, family, 30.0, family_start));
    CHECK_FALSE(in_family_crisis(clients, alone, 30.0, family_start));
    clients.life(person).last_crisis = family_start;
    CHECK(in_family_crisis(clients, family, 30.0, family_start));
    CHECK(in_family_crisis(clients, family, 30.0, family_day(30.0) - Duration{1}));
    CHECK_FALSE(in_family_crisis(clients, family, 30.0, family_day(30.0)));
}
