#pragma once

#include "engine/capacity/parameters.hpp"
#include "engine/capacity/staff_ledger.hpp"
#include "engine/care/episode.hpp"
#include "engine/care/parameters.hpp"
#include "engine/facts/moment.hpp"
#include "engine/people/acquaintance.hpp"
#include "engine/people/clients.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/links.hpp"

namespace tsunagi {

/// What the referral chain and the services act on at an instant.
struct CareSetting {
    Moment moment;
    const Region& region;
    const RecognitionParameters& recognition;
    const ReferralParameters& referral;
    const EpisodeParameters& episode;
    const ReadinessParameters& readiness;
    const AwarenessParameters& awareness;
    const RelationParameters& relations;
    const HoursParameters& hours;
    const LinkEffect& effect;
    double counselling_scale_days{}; ///< from counselling_scale_days(episode)
    Clients& clients;
    Acquaintances& acquaintances;
    Episodes& episodes;
    Links& links;
    StaffLedger& ledger;
};

/// What is told about a client and an agency.
struct ClientFact {
    FactKind kind{};
    ClientId client;
    AgencyId agency;
    std::uint8_t detail{};
    std::int64_t amount{};
};

/// Tells a fact, as of now.
void tell(const CareSetting& care, const ClientFact& fact);

/// Tells hours spent by an agency.
void tell_work(const CareSetting& care, AgencyId agency, Task task, Duration hours);

} // namespace tsunagi
