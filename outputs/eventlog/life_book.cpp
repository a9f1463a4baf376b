#include "outputs/eventlog/life_book.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

std::span<const Fact> facts_from(const Life& life, SimTime from) {
    const auto first = std::partition_point(
        life.facts.begin(), life.facts.end(), [&](const Fact& fact) { return fact.at < from; });
    return {first, life.facts.end()};
}

bool is_present_at(const Life& life, SimTime at) {
    return std::none_of(life.facts.begin(), life.facts.end(), [&](const Fact& fact) {
        const bool departs = fact.kind == FactKind::person_left || fact.kind == FactKind::died ||
                             fact.kind == FactKind::moved_away;
        return departs && fact.at < at;
    });
}

void LifeBook::add(const Fact& fact) {
    if (fact.kind == FactKind::contact_held || fact.kind == FactKind::contact_cancelled) {
        contacts_.push_back(fact);
    }
    if (!fact.client.has_value()) {
        return;
    }
    if (fact.kind == FactKind::person_entered) {
        const auto kind = static_cast<ClientKind>(fact.detail);
        rows_.emplace(fact.subject.value, lives_.size());
        lives_.push_back(
            {.key = fact.subject, .id = ids_.enter(fact.subject, kind), .kind = kind, .facts = {}});
    }
    const auto row = rows_.find(fact.subject.value);
    expects(row != rows_.end(), "a life begins with its entry");
    lives_[row->second].facts.push_back(fact);
}

const Life* LifeBook::find(EntityKey key) const {
    const auto row = rows_.find(key.value);
    return row == rows_.end() ? nullptr : &lives_[row->second];
}

const Life* LifeBook::find(std::string_view id) const {
    const auto life =
        std::find_if(lives_.begin(), lives_.end(), [&](const Life& one) { return one.id == id; });
    return life == lives_.end() ? nullptr : &*life;
}

} // namespace tsunagi
