// Every small graph, and every order of its agencies, against plain definitions.
#include "tests/support/catch.hpp"
#include "tests/unit/region/drawn_region.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::by_key;
using test::Drawn;
using test::Names;
using test::Pairs;

namespace {

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
