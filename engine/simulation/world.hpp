#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/capacity/staff_ledger.hpp"
#include "engine/care/episode.hpp"
#include "engine/care/referral.hpp"
#include "engine/care/service_units.hpp"
#include "engine/collaborations/guarantor_meeting.hpp"
#include "engine/facts/fact_stream.hpp"
#include "engine/observation/observer.hpp"
#include "engine/people/acquaintance.hpp"
#include "engine/people/clients.hpp"
#include "engine/people/consultation.hpp"
#include "engine/random/streams.hpp"
#include "engine/relations/contacts.hpp"
#include "engine/relations/links.hpp"
#include "engine/simulation/setting.hpp"

#include <vector>

namespace tsunagi {

/// The whole state of one run, as a value: a copy goes on exactly as the original would.
struct World {
    Streams streams;
    Calendar calendar;
    FactStream facts;
    Clients clients;
    Acquaintances acquaintances;
    Referrals referrals;
    Episodes episodes;
    ServiceUnits units;
    Waitings waitings;
    Links links;
    StaffLedger ledger;
    Contacts contacts;
    std::vector<ClientId> on_tracks; ///< persons on the way to a residential place
    ConsultationClocks consultations;
    Guarantors guarantors;
    Observer observer;
};

/// A region at the start of the run: links drawn, ledgers empty, nobody there, nothing in the
/// calendar yet.
World build_world(const Setting& setting, Streams streams);

/// Mutual understanding of the probation office and the centre under the scenario's schedule.
double office_understanding(const Setting& setting, const World& world, SimTime now);

} // namespace tsunagi
