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

bool inside(std::optional<Residence> residence) {
    return residence == Residence::prison;
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
    if (is_attended(fact.kind)) {
        judge_contact(fact, life);
    } else if (is_of_use(fact.kind)) {
        judge_use(fact, life);
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
    case FactKind::supervision_started:
        life.supervised = Life::Supervised::yes;
        return;
    case FactKind::supervision_revoked:
        judge_supervision(fact, life);
        // A technical revocation of parole may leave probation to come.
        if (static_cast<CustodyCause>(fact.detail) == CustodyCause::arrest) {
            life.supervised = Life::Supervised::no;
        }
        return;
    case FactKind::supervision_contact:
    case FactKind::programme_session:
        return judge_supervision(fact, life);
    case FactKind::supervision_ended:
        life.supervised = Life::Supervised::no;
        return;
    case FactKind::episode_opened:
        life.stays += is_stay(static_cast<Service>(fact.detail)) ? 1 : 0;
        demand(life.stays <= 1, "one bed or place at a time");
        return;
    case FactKind::episode_ended:
        life.stays -= is_stay(static_cast<Service>(fact.amount)) ? 1 : 0;
        demand(life.stays >= 0, "only a bed or place that is held is left");
        return;
    default:
        return;
    }
}

// Visits in prison and in a bed by those who prepare a place are told as such, not as contacts.
void LifeRules::judge_contact(const Fact& fact, Life& life) {
    life.met = true;
    demand(!inside(life.residence), "nobody attends anything while in prison");
    const bool own_stay =
        fact.kind == FactKind::second_visit && is_stay(static_cast<Service>(fact.detail));
    const bool in_bed = life.residence == Residence::hospital;
    demand(!in_bed || own_stay, "nobody attends anything else while in a bed");
}

void LifeRules::judge_supervision(const Fact& fact, const Life& life) {
    demand(life.supervised == Life::Supervised::yes, "only the supervised meet their officer");
    if (fact.kind != FactKind::supervision_revoked) {
        demand(!inside(life.residence), "nobody meets the officer while in prison");
    }
}

void LifeRules::judge_use(const Fact& fact, Life& life) {
    demand(!inside(life.residence), "use and its consequences stand still in prison");
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
        life.use = Use::abstinent;
        return;
    default:
        return;
    }
}

void LifeRules::move(const Fact& fact, Life& life) {
    const auto from = static_cast<Residence>(fact.amount);
    const auto to = static_cast<Residence>(fact.detail);
    if (life.residence) {
        demand(*life.residence == from, "one lives in one place at a time");
    } else {
        demand(!inside(from) || !life.met, "nobody attends anything before release");
    }
    demand(from != to, "who moves changes the residence");
    demand(!inside(to) || life.stays == 0, "who goes to prison holds no bed and no place");
    if (inside(to)) {
        life.use = Use::abstinent;
    }
    life.residence = to;
}

} // namespace tsunagi::test
