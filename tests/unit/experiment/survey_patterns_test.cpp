#include "engine/experiment/patterns.hpp"
#include "engine/statistics/wilson.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/support/survey.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tsunagi;

namespace {

using Regions = std::vector<std::vector<LinkGroup>>;

/// Links of the small region's agencies with its centre: the named ones are good.
std::vector<LinkGroup> good_with(const std::vector<AgencyId>& partners) {
    std::vector<LinkGroup> groups(test::small_region().agencies.size(), LinkGroup::not_good);
    for (const auto partner : partners) {
        groups[partner.row()] = LinkGroup::good;
    }
    return groups;
}

const PatternRow& row_of(const std::vector<PatternRow>& rows, std::string_view measure) {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const PatternRow& row) { return row.measure == measure; });
    REQUIRE(found != rows.end());
    return *found;
}

} // namespace

TEST_CASE("P11 counts the regions in which an agency of the type reads as good") {
    const Regions regions{good_with({test::facility}),
                          good_with({test::office, test::facility}),
                          good_with({}),
                          good_with({test::hospital})};
    const auto rows = survey_patterns(test::small_region(), regions);
    const auto share = [&](const std::string& measure) {
        const auto& row = row_of(rows, "pattern.survey." + measure);
        CHECK(row.pattern == "P11");
        CHECK(row.n == 4);
        return row.value.value();
    };
    CHECK(share("any_good") == 0.75);
    CHECK(share("recovery_facility") == 0.5);
    CHECK(share("probation_office") == 0.25);
    CHECK(share("psychiatric_hospital") == 0.25);
    CHECK(share("probation_and_facility") == 0.25);
    CHECK(share("police") == 0.0);
    CHECK(rows.size() == 2 + test::table_one.size());
}

TEST_CASE("P11 compares with what the answers of 59 centres leave open") {
    const auto rows =
        survey_patterns(test::small_region(), Regions{good_with({test::office}), good_with({})});
    const auto& office = row_of(rows, "pattern.survey.probation_office");
    const auto answers = wilson_interval(Trials{28, test::surveyed_centres});
    CHECK(office.band.lower.value() == Approx(answers.lower));
    CHECK(office.band.upper.value() == Approx(answers.upper));
    const auto seen = wilson_interval(Trials{1, 2});
    CHECK(office.lower.value() == Approx(seen.lower));
    CHECK(office.upper.value() == Approx(seen.upper));
    CHECK(office.verdict() == PatternRow::Verdict::pass);
}

TEST_CASE("a region whose links are observed is no draw from the survey") {
    auto region = test::small_region();
    region.links = ObservedLinks{};
    CHECK(survey_patterns(region, Regions{good_with({})}).empty());
}

TEST_CASE("links on 31 March are a draw of their own for every number, and no link of the centre "
          "with itself") {
    constexpr std::int64_t draws = 20;
    const auto study = test::short_experiment(draws);
    const PreparedExperiment prepared{study};
    std::int64_t good = 0;
    for (std::int64_t draw = 0; draw < draws; ++draw) {
        const auto groups = links_on_31_march(prepared, draw);
        REQUIRE(groups.size() == study.region.agencies.size());
        CHECK((groups == links_on_31_march(prepared, draw)));
        CHECK((groups[test::centre.row()] == LinkGroup::not_good));
        good += groups[test::office.row()] == LinkGroup::good ? 1 : 0;
    }
    CHECK(good > 0);
    CHECK(good < draws);
}
