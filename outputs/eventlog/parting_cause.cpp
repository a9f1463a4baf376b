#include "outputs/eventlog/parting_cause.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace tsunagi {

namespace {

using Kind = PartingCause::Kind;

auto order_of(const Fact& fact) {
    return std::tuple{fact.at, fact.subject.value, fact.kind, fact.detail, fact.amount};
}

bool comes_before(const Fact& one, const Fact& other) {
    return order_of(one) < order_of(other);
}

/// A fact that one of two runs tells alone.
struct Single {
    Fact fact;
    RunSide under{};
};

/// What only one of two lists tells, by time.
std::vector<Single> told_once(std::vector<Fact> base, std::vector<Fact> other) {
    std::sort(base.begin(), base.end(), comes_before);
    std::sort(other.begin(), other.end(), comes_before);
    std::vector<Single> singles;
    const auto add = [&](const auto& own, const auto& others, RunSide under) {
        std::vector<Fact> alone;
        std::set_difference(own.begin(),
                            own.end(),
                            others.begin(),
                            others.end(),
                            std::back_inserter(alone),
                            comes_before);
        for (const auto& fact : alone) {
            singles.push_back({fact, under});
        }
    };
    add(base, other, RunSide::base);
    add(other, base, RunSide::other);
    std::stable_sort(singles.begin(), singles.end(), [](const Single& one, const Single& two) {
        return one.fact.at < two.fact.at;
    });
    return singles;
}

/// Facts by which somebody takes an agency's hours, seats or beds, or gives them up.
bool bears_on_others(FactKind kind) {
    constexpr std::array kinds{FactKind::booked,
                               FactKind::place_taken,
                               FactKind::place_left,
                               FactKind::list_joined,
                               FactKind::list_left,
                               FactKind::episode_opened,
                               FactKind::episode_ended};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

using FactsByKey = std::map<std::uint64_t, std::vector<Fact>>;

FactsByKey contacts_of(const LifeBook& book) {
    FactsByKey contacts;
    for (const auto& fact : book.contacts()) {
        contacts[fact.subject.value].push_back(fact);
    }
    return contacts;
}

FactsByKey demands_of(const LifeBook& book) {
    FactsByKey demands;
    for (const auto& life : book.lives()) {
        for (const auto& fact : life.facts) {
            if (bears_on_others(fact.kind) && fact.agency.has_value()) {
                demands[fact.agency.value().row()].push_back(fact);
            }
        }
    }
    return demands;
}

/// What only one of two runs tells, under the same keys.
std::map<std::uint64_t, std::vector<Single>> singles_of(const FactsByKey& base,
                                                        const FactsByKey& other) {
    std::map<std::uint64_t, std::vector<Single>> singles;
    const auto facts = [](const FactsByKey& of, std::uint64_t key) {
        const auto found = of.find(key);
        return found == of.end() ? std::vector<Fact>{} : found->second;
    };
    for (const auto* keys : {&base, &other}) {
        for (const auto& [key, unused] : *keys) {
            if (singles.find(key) == singles.end()) {
                singles[key] = told_once(facts(base, key), facts(other, key));
            }
        }
    }
    return singles;
}

class CauseFinder {
public:
    CauseFinder(const LifeComparison& comparison,
                const LifeBook& base,
                const LifeBook& other,
                const std::vector<EntityKey>& agency_keys)
        : comparison_{comparison}, base_{base}, other_{other},
          agency_keys_{agency_keys}, contacts_{singles_of(contacts_of(base), contacts_of(other))},
          demands_{singles_of(demands_of(base), demands_of(other))} {}

    PartingCause of(const LifeDifference& parting) const {
        if (auto meeting = contact(owners(parting), parting.at);
            meeting.fact && meeting.fact->at == parting.at) {
            return meeting;
        }
        if (parting.link && parting.link->base != parting.link->other) {
            return contact({pair_key(key(parting.link->one), key(parting.link->two))}, parting.at);
        }
        for (const auto& cause : {household(parting),
                                  other_client(parting),
                                  contact(all_owners(parting), parting.at)}) {
            if (cause.kind != Kind::unknown) {
                return cause;
            }
        }
        return {};
    }

private:
    EntityKey key(AgencyId agency) const { return agency_keys_.at(agency.row()); }

    /// The agencies of the facts at the moment of parting.
    static std::vector<AgencyId> agencies(const LifeDifference& parting) {
        std::vector<AgencyId> found;
        for (const auto& fact : {parting.base, parting.other}) {
            if (!fact || fact->at != parting.at) {
                continue;
            }
            for (const auto agency : {fact->agency, fact->other}) {
                if (agency.has_value()) {
                    found.push_back(agency.value());
                }
            }
        }
        return found;
    }

    /// Keys of the contacts of these agencies: those of their own and with each other.
    std::vector<EntityKey> owners(const LifeDifference& parting) const {
        std::vector<EntityKey> keys;
        const auto all = agencies(parting);
        for (const auto one : all) {
            keys.push_back(key(one));
            for (const auto two : all) {
                if (one != two) {
                    keys.push_back(pair_key(key(one), key(two)));
                }
            }
        }
        return keys;
    }
    /// The same with anybody.
    std::vector<EntityKey> all_owners(const LifeDifference& parting) const {
        std::vector<EntityKey> keys;
        for (const auto one : agencies(parting)) {
            keys.push_back(key(one));
            for (const auto two : agency_keys_) {
                if (two != key(one)) {
                    keys.push_back(pair_key(key(one), two));
                }
            }
        }
        return keys;
    }

    static const Single* last_until(const std::vector<Single>& singles, SimTime at) {
        const auto after = std::partition_point(
            singles.begin(), singles.end(), [&](const Single& one) { return one.fact.at <= at; });
        return after == singles.begin() ? nullptr : &*std::prev(after);
    }

    PartingCause contact(const std::vector<EntityKey>& owners, SimTime at) const {
        const Single* last = nullptr;
        for (const auto owner : owners) {
            const auto found = contacts_.find(owner.value);
            const auto* one = found == contacts_.end() ? nullptr : last_until(found->second, at);
            if (one != nullptr && (last == nullptr || one->fact.at > last->fact.at)) {
                last = one;
            }
        }
        return last == nullptr
                   ? PartingCause{}
                   : PartingCause{
                         .kind = Kind::contact, .under = last->under, .fact = last->fact, .id = {}};
    }

    PartingCause household(const LifeDifference& parting) const {
        const auto found =
            std::find_if(comparison_.different.begin(),
                         comparison_.different.end(),
                         [&](const LifeDifference& one) {
                             return one.at < parting.at && are_of_one_household(one.id, parting.id);
                         });
        if (found == comparison_.different.end()) {
            return {};
        }
        const bool under_base = found->base && found->base->at == found->at;
        return {.kind = Kind::household,
                .under = under_base ? RunSide::base : RunSide::other,
                .fact = under_base ? found->base : found->other,
                .id = found->id};
    }

    PartingCause other_client(const LifeDifference& parting) const {
        const auto book = [&](RunSide side) -> const LifeBook& {
            return side == RunSide::base ? base_ : other_;
        };
        PartingCause last;
        for (const auto agency : agencies(parting)) {
            const auto found = demands_.find(agency.row());
            if (found == demands_.end()) {
                continue;
            }
            for (const auto& [fact, under] : found->second) {
                if (fact.at > parting.at) {
                    break;
                }
                const auto& id = book(under).find(fact.subject)->id;
                const bool is_later = !last.fact || fact.at >= last.fact->at;
                if (is_later && id != parting.id && !are_of_one_household(id, parting.id)) {
                    last = {.kind = Kind::other_client, .under = under, .fact = fact, .id = id};
                }
            }
        }
        return last;
    }

    const LifeComparison& comparison_;
    const LifeBook& base_;
    const LifeBook& other_;
    const std::vector<EntityKey>& agency_keys_;
    std::map<std::uint64_t, std::vector<Single>> contacts_; ///< by owner's key
    std::map<std::uint64_t, std::vector<Single>> demands_;  ///< by agency row
};

} // namespace

void find_causes(LifeComparison& comparison,
                 const LifeBook& base,
                 const LifeBook& other,
                 const std::vector<EntityKey>& agency_keys) {
    const CauseFinder finder{comparison, base, other, agency_keys};
    std::vector<PartingCause> causes;
    for (const auto& parting : comparison.different) {
        causes.push_back(finder.of(parting));
    }
    for (std::size_t row = 0; row < causes.size(); ++row) {
        comparison.different[row].cause = std::move(causes[row]);
    }
}

} // namespace tsunagi
