#include "engine/statistics/continuity.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

using Visits = std::vector<std::uint32_t>;
using enum Knock::Answer;

constexpr std::uint32_t a = 7;
constexpr std::uint32_t b = 3;
constexpr std::uint32_t c = 5;

std::optional<std::int64_t> doors(const std::vector<Knock>& knocks) {
    return wrong_doors(knocks);
}

} // namespace

TEST_CASE("visits A, A, B, A have the published continuity") {
    const auto known = continuity_of(Visits{a, a, b, a});
    REQUIRE(known);
    CHECK(known->bice_boxerman == Approx((9.0 + 1.0 - 4.0) / (4.0 * 3.0)));
    CHECK(known->bice_boxerman == 0.5);
    CHECK(known->usual_provider == 0.75);
    CHECK(known->sequential == Approx(1.0 / 3.0));
    CHECK(known->concentration == Approx((1.0 - 2.0 / 4.1) / (1.0 - 1.0 / 4.1)));
    CHECK(known->concentration == Approx(0.6774).margin(5e-5));
}

TEST_CASE("one agency is full continuity, another one each time is none") {
    const auto one = continuity_of(Visits{a, a, a});
    REQUIRE(one);
    CHECK(one->bice_boxerman == 1.0);
    CHECK(one->usual_provider == 1.0);
    CHECK(one->sequential == 1.0);
    CHECK(one->concentration == 1.0);
    const auto none = continuity_of(Visits{a, b, c});
    REQUIRE(none);
    CHECK(none->bice_boxerman == 0.0);
    CHECK(none->usual_provider == Approx(1.0 / 3.0));
    CHECK(none->sequential == 0.0);
    CHECK(none->concentration == Approx((0.1 / 3.1) / (2.1 / 3.1)));
}

TEST_CASE("only the sequential index and the hand-offs see the order of visits") {
    const auto sorted = continuity_of(Visits{a, a, b, b});
    const auto mixed = continuity_of(Visits{a, b, a, b});
    REQUIRE(sorted);
    REQUIRE(mixed);
    CHECK(sorted->bice_boxerman == mixed->bice_boxerman);
    CHECK(sorted->usual_provider == mixed->usual_provider);
    CHECK(sorted->concentration == mixed->concentration);
    CHECK(sorted->sequential == Approx(2.0 / 3.0));
    CHECK(mixed->sequential == 0.0);
    CHECK(hand_offs(Visits{a, a, b, b}) == 1);
    CHECK(hand_offs(Visits{a, b, a, b}) == 3);
}

TEST_CASE("fewer than two visits have no continuity and no hand-off") {
    CHECK_FALSE(continuity_of({}));
    CHECK_FALSE(continuity_of(Visits{a}));
    CHECK(hand_offs({}) == 0);
    CHECK(hand_offs(Visits{a}) == 0);
}

TEST_CASE("wrong doors are the agencies tried in vain before the first useful one") {
    CHECK(doors({{a, useful}, {b, no_use}}) == 0);
    CHECK(doors({{a, no_use}, {b, no_use}, {c, useful}}) == 2);
    CHECK(doors({{a, no_use}, {a, no_use}, {b, useful}}) == 1);
    CHECK(doors({{a, no_use}, {b, no_use}, {a, useful}}) == 1);
    CHECK_FALSE(doors({{a, no_use}, {b, no_use}}));
    CHECK_FALSE(doors({}));
}
