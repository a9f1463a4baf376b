#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/care/parameters.hpp"
#include "engine/lives/parameters.hpp"
#include "engine/people/consultation.hpp"
#include "engine/people/parameters.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/relations/contacts.hpp"

#include <vector>

namespace tsunagi {

/// What the lives of persons and families act on at an instant.
struct LivesSetting {
    const CareSetting& care;
    const SupervisionParameters& supervision;
    const UseParameters& use;
    const ProtectionParameters& protection;
    const AdmissionParameters& admission;
    const ResidenceParameters& residence;
    const MedicalParameters& medical;
    const BenefitParameters& benefits;
    const QuantileTable& start_understanding; ///< of u_f at entry
    const Contacts& contacts;         ///< hold the probation office's fixed programme calendar
    std::vector<ClientId>& on_tracks; ///< persons on the way to a residential place
    ConsultationClocks& consultations;
    SimTime run_start{};
    SimTime horizon{}; ///< end of the run: what would come later need not be looked for
};

/// Tells a fact about a client that involves no agency.
void tell_about(const LivesSetting& lives,
                FactKind kind,
                ClientId client,
                std::uint8_t detail = 0,
                std::int64_t amount = 0);

/// Puts an event of a client into the calendar.
struct ClientEvent {
    EventKind kind{};
    Tie tie{};
    SimTime at;
    std::uint32_t occurrence{};
};
EventHandle schedule(const LivesSetting& lives, ClientId client, const ClientEvent& event);

/// A uniform of one client's own decision, without partner.
double
own_uniform(const LivesSetting& lives, ClientId client, Draw purpose, std::uint64_t occurrence = 0);

} // namespace tsunagi
