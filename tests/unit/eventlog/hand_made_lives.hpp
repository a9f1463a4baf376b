#pragma once

#include "engine/people/intake.hpp"
#include "outputs/eventlog/life_book.hpp"
#include "outputs/eventlog/run_title.hpp"

#include <string>
#include <vector>

/// A handful of lives, told by hand.
namespace tsunagi::test {

inline constexpr AgencyId centre{0};
inline constexpr AgencyId office{1};

inline const std::vector<std::string> agency_ids{"centre", "office"};
inline const std::vector<EntityKey> agency_keys{key_of("centre"), key_of("office")};
inline const std::vector<std::string> english_names{"Centre", "Probation office"};
inline const std::vector<std::string> japanese_names{"センター", "保護観察所"};

constexpr SimTime on(int year, unsigned month, unsigned day, int hour = 0) {
    return at_date(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)) +
           std::chrono::hours{hour};
}

inline const RunTitle title{.study = "by-hand",
                            .reading = "causal",
                            .scenario = "meetings",
                            .base = "today",
                            .replication = 3,
                            .policy_start = on(2021, 4, 1),
                            .horizon = on(2026, 4, 1)};

inline EntityKey arrival(ArrivalSource source, std::uint64_t number) {
    return child_key(source_key(source), number);
}
inline const EntityKey juvenile = arrival(ArrivalSource::juvenile, 0);
inline const EntityKey family = child_key(juvenile, 0);
inline const EntityKey other_juvenile = arrival(ArrivalSource::juvenile, 1);
inline const EntityKey background = arrival(ArrivalSource::background_persons, 0);

/// A fact about somebody. Rows are given away and taken anew, so they must not matter.
inline Fact about(EntityKey who, SimTime at, FactKind kind, std::uint32_t row = 0) {
    return {.at = at, .kind = kind, .client = ClientId{row}, .subject = who};
}
inline Fact entry(EntityKey who, SimTime at, ClientKind kind) {
    auto fact = about(who, at, FactKind::person_entered);
    fact.detail = static_cast<std::uint8_t>(kind);
    return fact;
}
/// An offer of the office to send somebody to the centre.
inline Fact offer(EntityKey who, SimTime at, Consent consent) {
    auto fact = about(who, at, FactKind::offered);
    fact.detail = static_cast<std::uint8_t>(consent);
    fact.agency = centre;
    fact.other = office;
    fact.amount = 1;
    return fact;
}
inline Fact at_centre(Fact fact) {
    fact.agency = centre;
    return fact;
}
/// A contact of agencies, under the key of the pair or of the agency that meets by itself.
inline Fact contact(EntityKey owner, SimTime at, FactKind kind = FactKind::contact_held) {
    return {.at = at, .kind = kind, .subject = owner};
}
/// Work of the office, which belongs to nobody's life.
inline Fact work(SimTime at) {
    return {.at = at,
            .kind = FactKind::work_done,
            .detail = static_cast<std::uint8_t>(Task::liaison),
            .subject = key_of("office"),
            .agency = office,
            .amount = 5400};
}

inline LifeBook book_of(const std::vector<Fact>& facts) {
    LifeBook book;
    for (const auto& fact : facts) {
        book.add(fact);
    }
    return book;
}

/// A juvenile with a family, one without who leaves before the policy, and a background person.
inline std::vector<Fact> some_lives() {
    return {entry(juvenile, on(2020, 5, 1), ClientKind::justice),
            entry(family, on(2020, 5, 1), ClientKind::family),
            entry(other_juvenile, on(2020, 6, 1), ClientKind::justice),
            entry(background, on(2020, 7, 1), ClientKind::background_person),
            about(other_juvenile, on(2021, 3, 31), FactKind::moved_away),
            at_centre(about(family, on(2021, 4, 1), FactKind::family_called)),
            work(on(2021, 4, 2)),
            offer(juvenile, on(2021, 4, 3, 9), Consent::given),
            at_centre(about(juvenile, on(2021, 5, 1), FactKind::offer_accepted)),
            about(family, on(2021, 6, 1), FactKind::person_left),
            about(juvenile, on(2021, 6, 1), FactKind::died)};
}

} // namespace tsunagi::test
