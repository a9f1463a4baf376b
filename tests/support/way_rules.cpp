#include "tests/support/way_rules.hpp"

#include <algorithm>

namespace tsunagi::test {

namespace {

bool holds(const std::vector<AgencyId>& agencies, AgencyId agency) {
    return std::find(agencies.begin(), agencies.end(), agency) != agencies.end();
}

bool share_any(const std::vector<AgencyId>& some, const std::vector<AgencyId>& others) {
    return std::any_of(
        some.begin(), some.end(), [&](AgencyId agency) { return holds(others, agency); });
}

bool leads_from(const Way& way, OptionalId<AgencyTag> from) {
    return from.has_value() ? holds(way.from, from.value()) : way.from.empty();
}

bool is_by(const Way& way, Process process) {
    const auto* by = std::get_if<Process>(&way.by);
    return by != nullptr && *by == process;
}

bool is_set_course(Service service) {
    return service == Service::programme || service == Service::hospital_programme;
}

bool brings_somebody(FactKind kind) {
    return kind == FactKind::offered || kind == FactKind::booked ||
           kind == FactKind::first_contact || kind == FactKind::track_opened ||
           kind == FactKind::episode_opened;
}

} // namespace

std::string WayRules::name(OptionalId<AgencyTag> agency) const {
    return agency.has_value() ? std::to_string(agency.value().row()) : "outside";
}

// Whoever stands for all prisons; facts do not name it.
std::vector<AgencyId> WayRules::prisons() const {
    std::vector<AgencyId> found;
    for (std::uint32_t row = 0; row < region_.agencies.size(); ++row) {
        if (region_.agencies[AgencyId{row}].type == AgencyType::prison) {
            found.emplace_back(row);
        }
    }
    return found;
}

// Nor the rehabilitation facility.
std::vector<AgencyId> WayRules::homes() const {
    std::vector<AgencyId> found;
    for (std::uint32_t row = 0; row < region_.agencies.size(); ++row) {
        const auto& agency = region_.agencies[AgencyId{row}];
        const bool has_home = std::any_of(
            agency.services.begin(), agency.services.end(), [](const OfferedService& offered) {
                return offered.service == Service::residence && offered.share > 0.0;
            });
        if (agency.type == AgencyType::offender_rehabilitation_facility && has_home) {
            found.emplace_back(row);
        }
    }
    return found;
}

void WayRules::demand(Process process, OptionalId<AgencyTag> from, AgencyId to) {
    if (std::none_of(ways_.begin(), ways_.end(), [&](const Way& way) {
            return is_by(way, process) && leads_from(way, from) && holds(way.to, to);
        })) {
        broken_.insert("process " + std::to_string(static_cast<int>(process)) + ": " + name(from) +
                       " to " + name(to));
    }
}

// A label takes persons, or families; of the processes one is told as an offer, to persons.
bool WayRules::offers_to(ClientKind kind, const Way& way) const {
    using Subject = ReferralRoute::Subject;
    const auto subject = kind == ClientKind::family ? Subject::family : Subject::person;
    const auto* label = std::get_if<EntityKey>(&way.by);
    if (label == nullptr) {
        return is_by(way, Process::outpatient_offer) && subject == Subject::person;
    }
    return std::any_of(
        region_.referrals.begin(), region_.referrals.end(), [&](const ReferralRoute& route) {
            return route.label == *label && route.subject == subject;
        });
}

void WayRules::demand_offer(AgencyId from, AgencyId to, ClientKind kind) {
    if (std::none_of(ways_.begin(), ways_.end(), [&](const Way& way) {
            return offers_to(kind, way) && holds(way.from, from) && holds(way.to, to);
        })) {
        broken_.insert("offer: " + name(from) + " to " + name(to));
    }
}

// Where facts name no agency: between some of these, if the region has any.
void WayRules::demand_among(Process process,
                            const std::vector<AgencyId>& from,
                            const std::vector<AgencyId>& to) {
    if (from.empty() || to.empty()) {
        return;
    }
    if (std::none_of(ways_.begin(), ways_.end(), [&](const Way& way) {
            return is_by(way, process) && share_any(way.from, from) && share_any(way.to, to);
        })) {
        broken_.insert("process " + std::to_string(static_cast<int>(process)));
    }
}

void WayRules::demand_to_some(Process process, const std::vector<AgencyId>& to) {
    if (to.empty()) {
        return;
    }
    if (std::none_of(ways_.begin(), ways_.end(), [&](const Way& way) {
            return is_by(way, process) && way.from.empty() && share_any(way.to, to);
        })) {
        broken_.insert("process " + std::to_string(static_cast<int>(process)));
    }
}

void WayRules::hear(const Fact& fact) {
    if (!fact.client.has_value()) {
        return;
    }
    auto& life = lives_[fact.subject];
    if (fact.kind == FactKind::person_entered) {
        life.kind = static_cast<ClientKind>(fact.detail);
    }
    const bool is_background =
        life.kind == ClientKind::background_person || life.kind == ClientKind::background_family;
    if (!is_background) {
        judge(fact, life);
    }
}

void WayRules::judge(const Fact& fact, Life& life) {
    if (fact.other.has_value() && fact.other != fact.agency) {
        demand_offer(fact.other.value(), fact.agency.value(), life.kind);
    }
    if (brings_somebody(fact.kind) && std::none_of(ways_.begin(), ways_.end(), [&](const Way& way) {
            return holds(way.to, fact.agency.value());
        })) {
        broken_.insert("no way at all leads to " + name(fact.agency));
    }
    switch (fact.kind) {
    case FactKind::booked:
        return judge_booking(fact, life);
    case FactKind::track_opened:
        return judge_track(fact, life);
    case FactKind::first_contact:
    case FactKind::session_attended:
        return judge_visit(fact, life);
    case FactKind::episode_opened:
        return judge_opening(fact, life);
    case FactKind::episode_ended:
    case FactKind::place_left:
        return note_end(fact, life);
    case FactKind::residence_changed:
        return judge_move(fact);
    default:
        return judge_supervision(fact, life);
    }
}

void WayRules::judge_booking(const Fact& fact, const Life& life) {
    const auto route = static_cast<Route>(fact.detail);
    const bool by_family = life.kind == ClientKind::family;
    if (route == Route::self) {
        demand(by_family ? Process::family_call : Process::self_referral, {}, fact.agency.value());
    } else if (route == Route::family) {
        demand(Process::family_entry, {}, fact.agency.value());
    }
}

void WayRules::judge_track(const Fact& fact, Life& life) {
    const auto facility = fact.agency.value();
    life.track = facility;
    switch (static_cast<AdmissionRoute>(fact.detail)) {
    case AdmissionRoute::failed_programme:
        return demand(Process::programme_track, life.in_care.at(Service::programme), facility);
    case AdmissionRoute::family:
        return demand(Process::family_track, family_seen_.value(), facility);
    case AdmissionRoute::prison:
        return demand_among(Process::prison_track, prisons(), {facility});
    case AdmissionRoute::hospital:
        return demand(Process::bed_track, life.in_care.at(Service::bed), facility);
    case AdmissionRoute::own_wish:
        return demand(Process::residence_wish, {}, facility);
    }
}

void WayRules::judge_visit(const Fact& fact, const Life& life) {
    const auto agency = fact.agency.value();
    if (life.kind == ClientKind::family) {
        family_seen_ = agency;
    }
    const bool unannounced = fact.kind == FactKind::first_contact &&
                             static_cast<Route>(fact.detail) == Route::unannounced;
    if (!unannounced) {
        return;
    }
    if (!life.left || life.left->at != fact.at) {
        const bool is_group = region_.agencies[agency].type == AgencyType::self_help_group;
        demand(is_group ? Process::own_self_help : Process::own_day_programme, {}, agency);
    } else if (life.left->agency != agency) { // else the day programme of the same facility
        demand(is_set_course(life.left->service) ? Process::self_help_after_programme
                                                 : Process::self_help_after_stay,
               life.left->agency,
               agency);
    }
}

void WayRules::judge_opening(const Fact& fact, Life& life) {
    const auto agency = fact.agency.value();
    const auto service = static_cast<Service>(fact.detail);
    if (service == Service::bed) {
        demand(Process::admission_need, {}, agency);
        if (life.left && life.left->service == Service::residence && life.left->at == fact.at) {
            demand(Process::resident_to_bed, life.left->agency, agency);
        }
    }
    // Who is in care already when supervision starts was sent by nobody.
    if (service == Service::residence && life.supervised != fact.at && life.track != agency) {
        demand(Process::far_residence, life.track.value(), agency);
    }
    life.in_care.insert_or_assign(service, agency);
}

void WayRules::note_end(const Fact& fact, Life& life) {
    const bool ended = fact.kind == FactKind::episode_ended;
    const auto service =
        ended ? static_cast<Service>(fact.amount) : static_cast<Service>(fact.detail);
    // A place is also left where aftercare goes on.
    if (service == Service::residence || is_set_course(service)) {
        life.left = {.agency = fact.agency.value(), .service = service, .at = fact.at};
    }
}

void WayRules::judge_move(const Fact& fact) {
    const auto from = static_cast<Residence>(fact.amount);
    const auto to = static_cast<Residence>(fact.detail);
    if (to == Residence::prison) {
        demand_to_some(Process::custody, prisons());
    } else if (to == Residence::rehabilitation_facility && from == Residence::prison) {
        demand_among(Process::release_to_rehabilitation, prisons(), homes());
    } else if (to == Residence::rehabilitation_facility) {
        demand_to_some(Process::no_home, homes());
    }
}

void WayRules::judge_supervision(const Fact& fact, Life& life) {
    if (fact.kind == FactKind::custody_ended) {
        life.released = fact.at;
    } else if (fact.kind == FactKind::supervision_started) {
        life.supervised = fact.at;
        if (life.released == fact.at) {
            demand_among(Process::release_to_supervision, prisons(), {fact.agency.value()});
        } else {
            demand(Process::probation, {}, fact.agency.value());
        }
    }
}

} // namespace tsunagi::test
