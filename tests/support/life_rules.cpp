#include "tests/support/life_rules.hpp"

namespace tsunagi::test {

namespace {

bool is_attended(FactKind kind) {
    return kind == FactKind::first_contact || kind == FactKind::session_attended ||
           kind == FactKind::second_visit;
}

bool is_stay(Service service) {
    return service == Service::bed || service == Service::residence;
}

bool is_of_use(FactKind kind) {
    return kind == FactKind::lapsed || kind == FactKind::regular_use ||
           kind == FactKind::became_abstinent || kind == FactKind::arrested ||
           kind == FactKind::admission_needed || kind == FactKind::danger_at_home;
}

bool is_of_custody(FactKind kind) {
    return kind == FactKind::custody_started || kind == FactKind::prison_entered ||
           kind == FactKind::custody_ended;
}

bool has_staff(Residence residence) {
    return residence == Residence::hospital || residence == Residence::recovery_facility;
}

} // namespace

void LifeRules::demand(bool kept, const char* rule) {
    if (!kept) {
        broken_.insert(rule);
    }
}

void LifeRules::hear(const Fact& fact) {
    demand(fact.at >= last_, "time never runs backwards");
    last_ = fact.at;
    if (!fact.client.has_value()) {
        return;
    }
    if (fact.kind == FactKind::person_entered) {
        demand(!lives_.contains(fact.subject), "nobody enters twice");
        lives_[fact.subject] = {.kind = static_cast<ClientKind>(fact.detail)};
        return;
    }
    const auto found = lives_.find(fact.subject);
    if (found == lives_.end()) {
        demand(false, "nothing happens to one who has not entered");
        return;
    }
    demand(found->second.here == Life::Here::present, "nothing happens to one who has departed");
    follow(fact, found->second);
}

void LifeRules::follow(const Fact& fact, Life& life) {
    judge_home(fact, life);
    if (is_attended(fact.kind)) {
        return judge_contact(fact, life);
    }
    if (is_of_use(fact.kind)) {
        return judge_use(fact, life);
    }
    if (is_of_custody(fact.kind)) {
        return follow_custody(fact, life);
    }
    switch (fact.kind) {
    case FactKind::person_left:
    case FactKind::died:
    case FactKind::moved_away:
        demand(life.stays == 0, "who departs holds no bed and no place");
        life.here = Life::Here::gone;
        return;
    case FactKind::residence_changed:
        return move(fact, life);
    case FactKind::episode_opened:
    case FactKind::episode_ended:
        return follow_stays(fact, life);
    default:
        return follow_supervision(fact, life);
    }
}

void LifeRules::follow_custody(const Fact& fact, Life& life) {
    const bool inside = life.liberty == Life::Liberty::custody;
    switch (fact.kind) {
    case FactKind::custody_started:
        demand(!inside, "only one at liberty is taken into custody");
        demand(life.stays == 0, "who is taken into custody holds no bed and no place");
        life.liberty = Life::Liberty::custody;
        life.use.reset();
        break;
    case FactKind::prison_entered:
        demand(inside, "only one in custody enters prison");
        return;
    default: // released
        // Who is released for the first time was inside from the start.
        demand(inside || (life.liberty == Life::Liberty::untold && !life.met && !life.use),
               "only one in custody is released, and nobody attends or uses anything before");
        life.liberty = Life::Liberty::free;
    }
    life.moved = fact.at;
}

void LifeRules::follow_stays(const Fact& fact, Life& life) {
    if (fact.kind == FactKind::episode_opened) {
        life.stays += is_stay(static_cast<Service>(fact.detail)) ? 1 : 0;
        demand(life.stays <= 1, "one bed or place at a time");
    } else {
        life.stays -= is_stay(static_cast<Service>(fact.amount)) ? 1 : 0;
        demand(life.stays >= 0, "only a bed or place that is held is left");
    }
}

// What happens at once may be told in any order: asked as soon as time has gone on.
void LifeRules::judge_home(const Fact& fact, const Life& life) {
    if (fact.at > life.moved && life.residence && life.liberty != Life::Liberty::untold) {
        demand((*life.residence == Residence::prison) == (life.liberty == Life::Liberty::custody),
               "who is in custody lives in prison, and nobody else does");
    }
}

// Visits in prison and in a bed by those who prepare a place are told as such, not as contacts.
void LifeRules::judge_contact(const Fact& fact, Life& life) {
    life.met = true;
    demand(life.liberty != Life::Liberty::custody, "nobody attends anything while in custody");
    const bool own_stay =
        fact.kind == FactKind::second_visit && is_stay(static_cast<Service>(fact.detail));
    const bool in_bed = life.residence == Residence::hospital;
    demand(!in_bed || own_stay, "nobody attends anything else while in a bed");
}

void LifeRules::follow_supervision(const Fact& fact, Life& life) {
    const bool supervised = life.supervised == Life::Supervised::yes;
    switch (fact.kind) {
    case FactKind::supervision_started:
        life.supervised = Life::Supervised::yes;
        return;
    case FactKind::supervision_ended:
        life.supervised = Life::Supervised::no;
        return;
    case FactKind::supervision_revoked:
        demand(supervised, "only supervision that goes on is revoked");
        demand(life.liberty == Life::Liberty::custody, "who is in custody has it revoked");
        // A technical revocation of parole may leave probation to come.
        if (static_cast<CustodyCause>(fact.detail) == CustodyCause::arrest) {
            life.supervised = Life::Supervised::no;
        }
        return;
    case FactKind::supervision_contact:
    case FactKind::programme_session:
        demand(supervised, "only the supervised meet their officer");
        demand(life.liberty != Life::Liberty::custody, "nobody meets the officer while in custody");
        return;
    default:
        return;
    }
}

void LifeRules::judge_use(const Fact& fact, Life& life) {
    if (life.liberty == Life::Liberty::custody) {
        return demand(false, "use and its consequences stand still in custody");
    }
    switch (fact.kind) {
    case FactKind::lapsed:
        demand(life.use == Use::abstinent, "only the abstinent lapse");
        life.use = Use::lapse;
        return;
    case FactKind::regular_use:
        demand(life.use == Use::lapse, "only a lapse becomes regular use");
        life.use = Use::regular;
        return;
    case FactKind::became_abstinent:
        return judge_abstinence(fact, life);
    default:
        return;
    }
}

// A spell of abstinence begins with liberty, after use, and with a stay or its end.
void LifeRules::judge_abstinence(const Fact& fact, Life& life) {
    if (!life.use) {
        const bool from_the_start = life.liberty == Life::Liberty::untold;
        demand(from_the_start || life.moved == fact.at, "use begins again at the release");
        life.liberty = Life::Liberty::free;
    } else if (life.use == Use::abstinent) {
        demand(life.changed_stay == fact.at,
               "who is abstinent begins anew only with a stay or its end");
    }
    life.use = Use::abstinent;
}

void LifeRules::move(const Fact& fact, Life& life) {
    const auto from = static_cast<Residence>(fact.amount);
    const auto to = static_cast<Residence>(fact.detail);
    demand(!life.residence || *life.residence == from, "one lives in one place at a time");
    demand(from != to, "who moves changes the residence");
    life.residence = to;
    life.moved = fact.at;
    if (has_staff(from) || has_staff(to)) {
        life.changed_stay = fact.at;
    }
}

} // namespace tsunagi::test
