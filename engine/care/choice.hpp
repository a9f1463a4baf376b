#pragma once

#include "engine/care/care_setting.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// What a client would get at an agency by an individual first appointment: a person the programme
/// or counselling at the centre, outpatient care at a hospital; a family the class or counselling.
/// No value where the agency offers nothing of that kind.
/// @param ordinal  of the referral
std::optional<Service>
choose_service(const CareSetting& care, ClientId client, AgencyId agency, std::uint32_t ordinal);

/// Whether a first appointment after the cold lead would find a slot in its own month.
bool has_slot(const CareSetting& care, AgencyId agency, Service service);

/// Chooses among agencies that offer a service, by travel, familiarity, link and expected wait
/// (Gumbel-max over keyed draws).
/// @param from  who refers; none where the client comes alone
/// @param occurrence  n-th choice of this kind by this client
/// @return no value where none offers the service
OptionalId<AgencyTag> choose_agency(const CareSetting& care,
                                    ClientId client,
                                    Service service,
                                    OptionalId<AgencyTag> from,
                                    std::uint64_t occurrence);

/// The same among some agencies, each of which offers the service.
struct AgencyChoice {
    Service service{};
    std::span<const AgencyId> among;
    OptionalId<AgencyTag> from{};
    std::uint64_t occurrence{};
};
OptionalId<AgencyTag>
choose_among(const CareSetting& care, ClientId client, const AgencyChoice& choice);

} // namespace tsunagi
