#pragma once

#include "engine/facts/fact.hpp"
#include "engine/people/client.hpp"
#include "engine/region/region.hpp"
#include "engine/region/way.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::test {

/// That nobody goes from agency to agency but by the ways of a map, judged by what is told alone.
/// Must hear every fact from the start of the run.
class WayRules {
public:
    WayRules(const Region& region, std::vector<Way> ways)
        : region_{region}, ways_{std::move(ways)} {}

    void hear(const Fact& fact);

    /// What was told and no way leads along, each once; empty if the map holds it all.
    const std::set<std::string>& broken() const { return broken_; }

private:
    struct Left {
        AgencyId agency;
        Service service{};
        SimTime at{};
    };
    struct Life {
        ClientKind kind{};
        std::map<Service, AgencyId> in_care; ///< who gave each service last
        std::optional<Left> left;            ///< last residence or set course
        std::optional<AgencyId> track;       ///< facility of the last
        SimTime released = SimTime::min();   ///< last
        SimTime supervised = SimTime::min(); ///< last start
    };
    void judge(const Fact& fact, Life& life);
    void judge_booking(const Fact& fact, const Life& life);
    void judge_track(const Fact& fact, Life& life);
    void judge_visit(const Fact& fact, const Life& life);
    void judge_opening(const Fact& fact, Life& life);
    void judge_move(const Fact& fact);
    void judge_supervision(const Fact& fact, Life& life);
    void note_end(const Fact& fact, Life& life);

    void demand(Process process, OptionalId<AgencyTag> from, AgencyId to);
    bool offers_to(ClientKind kind, const Way& way) const;
    void demand_offer(AgencyId from, AgencyId to, ClientKind kind);
    void demand_among(Process process,
                      const std::vector<AgencyId>& from,
                      const std::vector<AgencyId>& to);
    void demand_to_some(Process process, const std::vector<AgencyId>& to);
    std::vector<AgencyId> prisons() const;
    std::vector<AgencyId> homes() const;
    std::string name(OptionalId<AgencyTag> agency) const;

    const Region& region_;
    std::vector<Way> ways_;
    std::map<EntityKey, Life> lives_;
    std::optional<AgencyId> family_seen_; ///< who saw the last family of all
    std::set<std::string> broken_;
};

} // namespace tsunagi::test
