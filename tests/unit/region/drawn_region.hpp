#pragma once

#include "engine/region/region_graph.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// Shared by the tests of the graph of a region.
namespace tsunagi::test {

using Names = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// A region of nothing but named agencies, made pair by pair.
class Drawn {
public:
    explicit Drawn(Names names) : names_{std::move(names)} {
        for (const auto& name : names_) {
            Agency agency;
            agency.key = key_of(name);
            region_.agencies.push(std::move(agency));
        }
    }

    AgencyId agency(const std::string& name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return region_.agencies.id(static_cast<std::size_t>(found - names_.begin()));
    }
    Drawn& refer(const std::string& from, const std::string& to) {
        return refer(Names{from}, Names{to});
    }
    Drawn& refer(const Names& from, const Names& to) {
        ways_.push_back({.by = key_of("t2.01"), .from = agencies(from), .to = agencies(to)});
        return *this;
    }
    /// A process that always runs.
    Drawn& lead(const Names& from, const Names& to) {
        ways_.push_back(
            {.by = Process::outpatient_offer, .from = agencies(from), .to = agencies(to)});
        return *this;
    }
    Drawn& meet(const std::string& first, const std::string& second, double per_year = 12.0) {
        std::get<ObservedLinks>(region_.links)
            .held.push_back({.first = agency(first),
                             .second = agency(second),
                             .label = key_of("liaison"),
                             .per_year = per_year});
        return *this;
    }
    Drawn& offer(const std::string& name, AgencyType type, Service service, double share = 1.0) {
        auto& offering = region_.agencies[agency(name)];
        offering.type = type;
        offering.services.push_back(
            {.service = service, .places = {}, .slots_per_month = {}, .share = share});
        return *this;
    }
    RegionGraph graph() const { return RegionGraph{region_, ways_}; }
    bool leads(const std::string& from, const Names& to) const {
        return leads_to_any(region_, ways_, agency(from), agencies(to));
    }

    Names supporting() const {
        Names names;
        for (const auto agency : community_support(region_)) {
            names.push_back(names_[agency.row()]);
        }
        return names;
    }

    /// "b 1", "c 2": who is reached, and in how many steps.
    Names reached_from(const std::string& name) const {
        const auto whole = graph();
        return texts(whole.reached_from(agency(name)));
    }
    Names reached_from_outside() const {
        const auto whole = graph();
        return texts(whole.reached_from_outside());
    }
    Names articulation_points() const {
        const auto whole = graph();
        Names names;
        for (const auto agency : whole.articulation_points()) {
            names.push_back(names_[agency.row()]);
        }
        return names;
    }
    Pairs bridges() const {
        const auto whole = graph();
        Pairs pairs;
        for (const auto& [one, other] : whole.bridges()) {
            pairs.emplace_back(names_[one.row()], names_[other.row()]);
        }
        return pairs;
    }

private:
    std::vector<AgencyId> agencies(const Names& names) const {
        std::vector<AgencyId> ids;
        for (const auto& name : names) {
            ids.push_back(agency(name));
        }
        return ids;
    }
    Names texts(std::span<const ReachedAgency> reached) const {
        Names texts;
        for (const auto& [agency, steps] : reached) {
            texts.push_back(names_[agency.row()] + " " + std::to_string(steps));
        }
        return texts;
    }

    Names names_;
    std::vector<Way> ways_;
    Region region_{.municipalities = {},
                   .agencies = {},
                   .centre = AgencyId{0},
                   .probation_office = AgencyId{0},
                   .travel = {},
                   .links = ObservedLinks{},
                   .activities = {},
                   .liaison = {},
                   .referrals = {}};
};

inline bool has_lower_key(const std::string& one, const std::string& other) {
    return key_of(one) < key_of(other);
}

inline Names by_key(Names names) {
    std::sort(names.begin(), names.end(), has_lower_key);
    return names;
}

inline Pairs by_key(Pairs pairs) {
    for (auto& [one, other] : pairs) {
        if (has_lower_key(other, one)) {
            std::swap(one, other);
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto& left, const auto& right) {
        return std::pair{key_of(left.first), key_of(left.second)} <
               std::pair{key_of(right.first), key_of(right.second)};
    });
    return pairs;
}

} // namespace tsunagi::test
