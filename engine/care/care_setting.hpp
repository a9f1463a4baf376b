#pragma once

#include "engine/capacity/hours.hpp"
#include "engine/capacity/staff_ledger.hpp"
#include "engine/care/episode.hpp"
#include "engine/care/parameters.hpp"
#include "engine/care/referral.hpp"
#include "engine/care/service_units.hpp"
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
    const ChoiceParameters& choice;
    const EpisodeParameters& episode;
    const WaysInParameters& ways_in;
    const ReadinessParameters& readiness;
    const AwarenessParameters& awareness;
    const AttributeParameters& attributes;
    const FamilyParameters& family;
    const RelationParameters& relations;
    const HoursParameters& hours;
    WorkHours work; ///< work_hours(hours)
    const LinkEffect& effect;
    const std::array<double, services>& drop_out_scales; ///< drop_out_scales(episode)
    Clients& clients;
    Acquaintances& acquaintances;
    Referrals& referrals;
    Episodes& episodes;
    ServiceUnits& units;
    Waitings& waitings;
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
inline void tell(const CareSetting& care, const ClientFact& fact) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = fact.kind,
                            .detail = fact.detail,
                            .client = fact.client,
                            .subject = care.clients[fact.client].key,
                            .agency = fact.agency,
                            .amount = fact.amount});
}

/// Tells hours spent by an agency.
inline void tell_work(const CareSetting& care, AgencyId agency, Task task, Duration hours) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = FactKind::work_done,
                            .detail = static_cast<std::uint8_t>(task),
                            .subject = care.region.agencies[agency].key,
                            .agency = agency,
                            .amount = hours.count()});
}

/// Whether an agency is a hospital, in the region or out of it.
bool is_hospital(const CareSetting& care, AgencyId agency);

/// The row of a client and an agency, made at first need.
Acquaintance& acquaintance(const CareSetting& care, ClientId client, AgencyId agency);

/// One way, halved or so by a car of one's own.
double minutes_to(const CareSetting& care, ClientId client, AgencyId agency);

/// Effective link of a pair for one client: 0 where consent is missing or nobody refers.
double consented_link(const CareSetting& care, OptionalId<PairTag> pair, Consent consent);

/// Consent to an agency's passing information on; drawn once per client and sender, when first
/// asked for. Forced runs have it from everybody.
Consent consent_to(const CareSetting& care, ClientId client, AgencyId sender);

/// Readiness of a person as of now; 0.4, the mean, for a family, which has none of its own, and for
/// background clients, of whom nothing depends on it.
double readiness_of(const CareSetting& care, ClientId client);

/// In no care at all: no open episode, bed or place.
inline bool is_out_of_care(const CareSetting& care, ClientId client) {
    return !care.episodes.any_open(client);
}
/// The family of a person, where it is in care somewhere.
OptionalId<ClientTag> engaged_family(const CareSetting& care, ClientId person);

} // namespace tsunagi
