#include "engine/region/region_graph.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

using namespace tsunagi;

namespace {

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
    Drawn& refer(const std::string& from, const std::string& to, double offer_warm = 0.3) {
        region_.referrals.push_back({.label = key_of("t2.01"),
                                     .sender = agency(from),
                                     .receiver = agency(to),
                                     .offer_cold = 0.0,
                                     .offer_warm = offer_warm});
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
    RegionGraph graph() const { return RegionGraph{region_}; }

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
        Names texts;
        for (const auto& [agency, steps] : whole.reached_from(agency(name))) {
            texts.push_back(names_[agency.row()] + " " + std::to_string(steps));
        }
        return texts;
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
    Names names_;
    Region region_{.municipalities = {},
                   .agencies = {},
                   .centre = AgencyId{0},
                   .probation_office = AgencyId{0},
                   .links = ObservedLinks{},
                   .activities = {},
                   .liaison = {},
                   .referrals = {}};
};

bool has_lower_key(const std::string& one, const std::string& other) {
    return key_of(one) < key_of(other);
}

Names by_key(Names names) {
    std::sort(names.begin(), names.end(), has_lower_key);
    return names;
}

Pairs by_key(Pairs pairs) {
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

/// Number of connected parts among `agencies` agencies less one, tied by `ties` less one: the plain
/// definition, by joining labels until none changes.
std::size_t parts(std::size_t agencies,
                  const std::vector<std::pair<std::size_t, std::size_t>>& ties,
                  std::optional<std::size_t> left_out_agency,
                  std::optional<std::size_t> left_out_tie) {
    std::vector<std::size_t> label(agencies);
    std::iota(label.begin(), label.end(), std::size_t{0});
    for (std::size_t round = 0; round < agencies; ++round) {
        for (std::size_t tie = 0; tie < ties.size(); ++tie) {
            const auto [one, other] = ties[tie];
            if (tie != left_out_tie && one != left_out_agency && other != left_out_agency) {
                label[one] = label[other] = std::min(label[one], label[other]);
            }
        }
    }
    std::size_t count = 0;
    for (std::size_t agency = 0; agency < agencies; ++agency) {
        if (label[agency] == agency && agency != left_out_agency) {
            ++count;
        }
    }
    return count;
}

} // namespace

TEST_CASE("a region without agencies has no bridges and nobody to ask about") {
    const auto graph = Drawn{{}}.graph();
    CHECK(graph.articulation_points().empty());
    CHECK(graph.bridges().empty());
    CHECK_THROWS_AS(graph.reached_from(AgencyId{0}), ContractViolation);
    CHECK_THROWS_AS(graph.leads_to_any(AgencyId{0}, {}), ContractViolation);
}

TEST_CASE("agencies that nothing ties reach nobody") {
    const Drawn drawn{{"a", "b"}};
    CHECK(drawn.reached_from("a").empty());
    CHECK(drawn.articulation_points().empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("along a chain the far end is two referrals away, and the middle holds it together") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("b") == Names{"c 1"});
    CHECK(drawn.reached_from("c").empty());
    CHECK(drawn.articulation_points() == Names{"b"});
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}, {"b", "c"}}));
}

TEST_CASE("two components share nothing") {
    Drawn drawn{{"a", "b", "c", "x", "y"}};
    drawn.refer("a", "b").refer("b", "c").refer("x", "y");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("x") == Names{"y 1"});
    CHECK(drawn.articulation_points() == Names{"b"});
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}, {"b", "c"}, {"x", "y"}}));
}

TEST_CASE("round a circle everybody reaches everybody else, and no tie is needed by itself") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c").refer("c", "a");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("b") == Names{"c 1", "a 2"});
    CHECK(drawn.articulation_points().empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("people go with the referral alone, ties hold both ways") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("c", "b");
    CHECK(drawn.reached_from("a") == Names{"b 1"});
    CHECK(drawn.reached_from("b").empty());
    CHECK(drawn.articulation_points() == Names{"b"});
}

TEST_CASE("a pair tied by two labels and a contact is one pair, and still a bridge") {
    Drawn drawn{{"a", "b"}};
    drawn.refer("a", "b").refer("a", "b").refer("b", "a").meet("b", "a");
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}}));
}

TEST_CASE("a standing contact ties agencies and leads nobody anywhere") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c").meet("c", "a");
    CHECK(drawn.reached_from("c").empty());
    CHECK(drawn.bridges().empty());
    CHECK(drawn.articulation_points().empty());
}

TEST_CASE("what is never offered or never held counts for nothing") {
    Drawn drawn{{"a", "b"}};
    drawn.refer("a", "b", 0.0).meet("a", "b", 0.0);
    CHECK(drawn.reached_from("a").empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("an agency joined with itself breaks the contract") {
    Drawn drawn{{"a"}};
    drawn.refer("a", "a");
    CHECK_THROWS_AS(drawn.graph(), ContractViolation);
}

TEST_CASE("referrals lead to support over any number of steps, and never by standing still") {
    Drawn drawn{{"office", "hostel", "centre", "hospital"}};
    drawn.refer("office", "hostel").refer("hostel", "centre");
    const auto graph = drawn.graph();
    const auto leads = [&](const Names& names) {
        std::vector<AgencyId> receivers;
        for (const auto& name : names) {
            receivers.push_back(drawn.agency(name));
        }
        return graph.leads_to_any(drawn.agency("office"), receivers);
    };
    CHECK(leads({"centre"}));
    CHECK(leads({"hospital", "centre"}));
    CHECK_FALSE(leads({"hospital"}));
    CHECK_FALSE(leads({"office"}));
    CHECK_FALSE(leads({}));
}

TEST_CASE("community support is whoever offers in the area what counts as support of a person") {
    Drawn drawn{
        {"clinic", "centre", "office", "peers", "house", "families", "hostel", "far", "off"}};
    drawn.offer("clinic", AgencyType::psychiatric_hospital, Service::outpatient)
        .offer("centre", AgencyType::mental_health_welfare_center, Service::counselling)
        .offer("peers", AgencyType::self_help_group, Service::self_help)
        .offer("house", AgencyType::recovery_facility, Service::residence)
        .offer("families", AgencyType::family_association, Service::family_meeting)
        .offer("hostel", AgencyType::offender_rehabilitation_facility, Service::residence)
        .offer("far", AgencyType::out_of_prefecture_hospital, Service::bed)
        .offer("off", AgencyType::other_agency, Service::programme, 0.0);
    CHECK(drawn.supporting() == by_key(Names{"clinic", "centre", "peers", "house"}));
}

TEST_CASE("an offender rehabilitation facility supports where it offers more than a home") {
    Drawn drawn{{"hostel"}};
    drawn.offer("hostel", AgencyType::offender_rehabilitation_facility, Service::residence);
    CHECK(drawn.supporting().empty());
    drawn.offer("hostel", AgencyType::offender_rehabilitation_facility, Service::counselling);
    CHECK(drawn.supporting() == Names{"hostel"});
}

TEST_CASE("a way to support need not pass the centre") {
    Drawn drawn{{"office", "centre", "clinic"}};
    drawn.offer("clinic", AgencyType::psychiatric_hospital, Service::outpatient);
    const auto leads = [&] {
        const auto region_support = drawn.supporting();
        std::vector<AgencyId> receivers;
        for (const auto& name : region_support) {
            receivers.push_back(drawn.agency(name));
        }
        return drawn.graph().leads_to_any(drawn.agency("office"), receivers);
    };
    CHECK_FALSE(leads());
    drawn.refer("office", "centre");
    CHECK_FALSE(leads()); // the centre offers nothing here
    drawn.refer("office", "clinic");
    CHECK(leads());
}

TEST_CASE("the order of agencies in a file has no influence") {
    Names names{"a", "b", "c", "d", "e"};
    const auto drawn_as = [](const Names& order) {
        Drawn drawn{order};
        drawn.refer("a", "b").refer("a", "c").refer("a", "d").refer("d", "e");
        return drawn;
    };
    const auto reached = drawn_as(names).reached_from("a");
    const auto near = by_key(Names{"b", "c", "d"});
    CHECK(reached == Names{near[0] + " 1", near[1] + " 1", near[2] + " 1", "e 2"});
    while (std::next_permutation(names.begin(), names.end())) {
        const auto drawn = drawn_as(names);
        CHECK(drawn.reached_from("a") == reached);
        CHECK(drawn.articulation_points() == by_key(Names{"a", "d"}));
        CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}, {"a", "c"}, {"a", "d"}, {"d", "e"}}));
    }
}

TEST_CASE("in all 4,096 ways for four agencies to refer, steps are the shortest ways") {
    const Names names{"a", "b", "c", "d"};
    constexpr std::int64_t far_away = 99;
    for (unsigned arcs = 0; arcs < 1U << 12U; ++arcs) {
        Drawn drawn{names};
        std::vector<std::vector<std::int64_t>> steps(4, std::vector<std::int64_t>(4, far_away));
        unsigned bit = 0;
        for (std::size_t from = 0; from < 4; ++from) {
            for (std::size_t to = 0; to < 4; ++to) {
                if (from != to && (arcs >> bit++ & 1U) != 0) {
                    drawn.refer(names[from], names[to]);
                    steps[from][to] = 1;
                }
            }
        }
        // Floyd and Warshall.
        for (std::size_t by = 0; by < 4; ++by) {
            for (std::size_t from = 0; from < 4; ++from) {
                for (std::size_t to = 0; to < 4; ++to) {
                    steps[from][to] = std::min(steps[from][to], steps[from][by] + steps[by][to]);
                }
            }
        }
        const auto graph = drawn.graph();
        for (std::size_t from = 0; from < 4; ++from) {
            std::vector<std::int64_t> found(4, far_away);
            for (const auto& [agency, count] : graph.reached_from(drawn.agency(names[from]))) {
                found[agency.row()] = count;
            }
            steps[from][from] = far_away;
            CAPTURE(arcs, from);
            CHECK(found == steps[from]);
        }
    }
}

TEST_CASE("in all 1,024 ways to tie five agencies, what holds them together is what parts them") {
    const Names names{"a", "b", "c", "d", "e"};
    for (unsigned drawn_ties = 0; drawn_ties < 1U << 10U; ++drawn_ties) {
        Drawn drawn{names};
        std::vector<std::pair<std::size_t, std::size_t>> ties;
        unsigned bit = 0;
        for (std::size_t one = 0; one < 5; ++one) {
            for (std::size_t other = one + 1; other < 5; ++other) {
                if ((drawn_ties >> bit++ & 1U) != 0) {
                    drawn.meet(names[one], names[other]);
                    ties.emplace_back(one, other);
                }
            }
        }
        const auto whole = parts(5, ties, {}, {});
        Names points;
        for (std::size_t agency = 0; agency < 5; ++agency) {
            if (parts(5, ties, agency, {}) > whole) {
                points.push_back(names[agency]);
            }
        }
        Pairs bridges;
        for (std::size_t tie = 0; tie < ties.size(); ++tie) {
            if (parts(5, ties, {}, tie) > whole) {
                bridges.emplace_back(names[ties[tie].first], names[ties[tie].second]);
            }
        }
        CAPTURE(drawn_ties);
        CHECK(drawn.articulation_points() == by_key(points));
        CHECK(drawn.bridges() == by_key(bridges));
    }
}
