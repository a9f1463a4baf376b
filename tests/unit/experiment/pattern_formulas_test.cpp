// Patterns that formulas give, and the order in which all are told.
#include "engine/experiment/patterns.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/support/whole_runs.hpp"

#include <cmath>
#include <string_view>
#include <vector>

using namespace tsunagi;

namespace {

constexpr double days_of_year = 365.25;

double odds(double probability) {
    return probability / (1.0 - probability);
}

PatternRow row_of(std::string_view pattern, std::string_view measure) {
    PatternRow row{};
    row.pattern = pattern;
    row.measure = measure;
    return row;
}

} // namespace

TEST_CASE("P6 goes through the published shares, and its odds fall alike in every week") {
    const auto parameters = test::default_parameters();
    const auto rows = wait_patterns(parameters);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].value.value() == Approx(0.72).margin(0.005));
    CHECK(rows[1].value.value() == Approx(0.41).margin(0.005));
    CHECK(rows[2].value.value() == Approx(0.38).margin(0.005));
    for (const auto& row : rows) {
        CHECK(row.pattern == "P6");
        CHECK_FALSE(row.n.has_value());
        CHECK_FALSE(row.lower.has_value());
        CHECK(row.verdict() == PatternRow::Verdict::pass);
    }
    auto indifferent = parameters;
    indifferent.referral.arrive_fast = 0.0;
    indifferent.referral.arrive_slow = 0.0;
    const auto flat = wait_patterns(indifferent);
    CHECK(flat[0].value.value() == Approx(flat[2].value.value()));
    CHECK(flat[3].value.value() == Approx(1.0));
    CHECK(odds(flat[0].value.value()) < odds(rows[0].value.value()));
    CHECK(flat[3].verdict() == PatternRow::Verdict::miss);
}

TEST_CASE("P10 is what half-life, rotation and contacts make of a tie, and nothing of paper") {
    const auto study = test::short_experiment();
    const auto& relations = study.parameters.relations;
    const auto factor = [&](double routine) {
        double both = 1.0;
        for (const auto agency : {test::centre, test::office}) {
            const auto tenure = relations.tenure_years.at(
                static_cast<std::size_t>(study.region.agencies[agency].tenure));
            both *= 1.0 - relations.rotation_loss / tenure * (1.0 - routine);
        }
        return both;
    };
    const auto kept_for = [&](double years) {
        return std::exp2(-years * days_of_year / relations.half_life_days);
    };
    const auto rows = tie_patterns(study);
    REQUIRE(rows.size() == 5);
    const double today = factor(relations.routine);
    CHECK(rows[0].value.value() == Approx(today * kept_for(1.0)));
    CHECK(rows[1].value.value() == Approx(1.0 - today));
    CHECK(rows[2].value.value() == 0.0);
    // The last of twelve contacts, the peak, comes half a month before April; two silent years.
    const double weak = factor(0.3);
    CHECK(rows[3].value.value() == Approx(weak * weak * weak * kept_for(2.0 + 1.0 / 24.0)));
    CHECK(rows[4].value.value() > rows[3].value.value());
}

TEST_CASE("a band holds its bounds but where the lower one is open, and has no end where none is") {
    using Edge = PatternBand::Edge;
    constexpr double least = 5e-324;
    const PatternBand closed{-0.5, 0.5};
    CHECK((closed.holds(-0.5) && closed.holds(0.5)));
    CHECK_FALSE((closed.holds(-0.5000001) || closed.holds(0.5000001)));
    const PatternBand above_nothing{.lower = 0.0, .lower_edge = Edge::beyond};
    CHECK_FALSE(above_nothing.holds(0.0));
    CHECK((above_nothing.holds(least) && above_nothing.holds(1e300)));
    const PatternBand at_most{.upper = 0.5};
    CHECK((at_most.holds(-1e300) && at_most.holds(0.5)));
    CHECK_FALSE(at_most.holds(0.5000001));
    PatternRow row{};
    row.band = above_nothing;
    CHECK(row.verdict() == PatternRow::Verdict::miss); // too little was seen
    row.value = 0.1;
    CHECK(row.verdict() == PatternRow::Verdict::pass);
}

TEST_CASE("patterns are told by number and letter, the rows of one as they come") {
    std::vector<PatternRow> rows{row_of("P10", "first"),
                                 row_of("P7b", ""),
                                 row_of("P2", ""),
                                 row_of("P10", "second"),
                                 row_of("P7a", "")};
    sort_by_pattern(rows);
    std::vector<std::string_view> order;
    for (const auto& row : rows) {
        order.push_back(row.pattern);
    }
    CHECK(order == std::vector<std::string_view>{"P2", "P7a", "P7b", "P10", "P10"});
    CHECK(rows[3].measure == "first");
    CHECK(rows[4].measure == "second");
    CHECK_FALSE(patterns_not_built().empty());
}
