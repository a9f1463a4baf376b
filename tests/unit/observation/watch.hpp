#pragma once

#include "engine/observation/observer.hpp"

#include "tests/support/dates.hpp"

#include <chrono>
#include <numeric>
#include <vector>

namespace tsunagi::test {

inline constexpr SimTime policy_start = date(2026, 4, 1);
inline constexpr SimTime horizon = date(2034, 4, 1);
inline constexpr ObservationSpan span{.policy_start = policy_start, .horizon = horizon};
inline constexpr SupportWindows usual_windows{
    .support_days = 90, .close_days = 30, .remote = RemoteContacts::counted};
/// Scheduled end of supervision of the persons below unless they say otherwise.
inline constexpr SimTime scheduled_end{std::chrono::days{21'000}};

inline const std::vector<EntityKey> agency_keys{EntityKey{1}, EntityKey{2}, EntityKey{3}};
inline constexpr AgencyId centre{0};
inline constexpr AgencyId facility{1};
inline constexpr AgencyId office{2};

inline SimTime days_after(SimTime start, double days) {
    return start + std::chrono::round<Duration>(RealDays{days});
}

/// Days after S.
inline SimTime after(double days) {
    return days_after(scheduled_end, days);
}

/// A person of 35, a man in true need, on a partial suspension, at liberty for a year when S comes.
inline Client person_with_end(SimTime end) {
    Client person;
    person.kind = ClientKind::justice;
    person.source = IntakeSource::direct_partial;
    person.need = Need::true_need;
    person.age_years = 35.0;
    person.liberty = Liberty::at_liberty;
    person.sentence.start = end - std::chrono::days{365};
    person.sentence.first_phase_end = end;
    person.sentence.end = end;
    person.supervised_until = end;
    return person;
}

inline Client client_of_kind(ClientKind kind) {
    Client client;
    client.kind = kind;
    client.liberty = Liberty::at_liberty;
    return client;
}

/// An observer and the people it looks up. Facts are made by hand, in days after S.
struct Watch {
    Clients clients;
    Observer observer{span, usual_windows, agency_keys};

    ClientId enter(const Client& client, SimTime at = policy_start - std::chrono::days{800}) {
        const auto id = clients.add(client);
        tell_at(id, FactKind::person_entered, at, static_cast<std::uint8_t>(client.kind));
        return id;
    }
    /// A person of the cohort, supervised from the start of the sentence to S.
    ClientId enter_cohort(const Client& person = person_with_end(scheduled_end)) {
        const auto id = enter(person);
        tell_at(id, FactKind::supervision_started, person.sentence.start);
        return id;
    }
    ClientId enter_family_of(ClientId person) {
        auto family = client_of_kind(ClientKind::family);
        family.relative = person;
        const auto id = clients.add(family);
        clients[person].relative = id;
        tell_at(id, FactKind::person_entered, policy_start - std::chrono::days{800});
        return id;
    }

    struct What {
        std::uint8_t detail{};
        std::int64_t amount{};
        AgencyId agency = centre;
    };
    void tell(const ClientId client, FactKind kind, SimTime at, const What& what) {
        observer.observe({.at = at,
                          .kind = kind,
                          .detail = what.detail,
                          .client = client,
                          .agency = what.agency,
                          .amount = what.amount},
                         clients);
    }
    void tell_at(ClientId client, FactKind kind, SimTime at, std::uint8_t detail = 0) {
        tell(client, kind, at, {.detail = detail});
    }
    /// At a number of days after S.
    void tell(ClientId client, FactKind kind, double day, std::uint8_t detail = 0) {
        tell_at(client, kind, days_after(scheduled_end, day), detail);
    }
    void session(ClientId client, double day, Service service = Service::counselling) {
        tell(client, FactKind::session_attended, day, static_cast<std::uint8_t>(service));
    }
    void open(ClientId client, double day, Service service, AgencyId agency = centre) {
        tell(client,
             FactKind::episode_opened,
             days_after(scheduled_end, day),
             {.detail = static_cast<std::uint8_t>(service), .agency = agency});
    }
    void
    end(ClientId client, double day, Service service, EpisodeEnd why, AgencyId agency = centre) {
        tell(client,
             FactKind::episode_ended,
             days_after(scheduled_end, day),
             {.detail = static_cast<std::uint8_t>(why),
              .amount = static_cast<std::int64_t>(service),
              .agency = agency});
    }
    void arrest_into_custody(ClientId client, double day) {
        tell(client,
             FactKind::custody_started,
             day,
             static_cast<std::uint8_t>(CustodyCause::arrest));
    }
    std::int64_t count(Count count, LinkGroup group = LinkGroup::not_good) const {
        return observer.finish()
            .by_group[static_cast<std::size_t>(group)][static_cast<std::size_t>(count)];
    }
    std::int64_t count(Count count, Level level) const {
        return observer.finish()
            .by_level[static_cast<std::size_t>(level)][static_cast<std::size_t>(count)];
    }
};

} // namespace tsunagi::test
