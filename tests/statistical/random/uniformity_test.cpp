// Draws of neighbouring addresses must look independent and uniform, whichever part of the address
// is counted up: people, occurrences, partners, options, purposes and replications are all numbered
// by small steps.
//
// n = 2^20 draws in 1024 cells: the statistic of a generator whose uniforms are raised to the power
// 1.05 (5 % wrong) is about 3650 where 1023 +- 45 is expected, 58 standard deviations off; critical
// is 1253 at level 1e-6.
#include "tests/statistical/random/draws.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <functional>

using namespace tsunagi;
using test::uniform;

namespace {

constexpr std::uint64_t draws_in_cells = 1U << 20U;

std::size_t cell_of(double u, std::size_t cells) {
    return static_cast<std::size_t>(u * static_cast<double>(cells));
}

/// Chi-square of draw(0), draw(1), ... one by one in 1024 cells.
double singles(const std::function<double(std::uint64_t)>& draw) {
    std::vector<double> counts(1024, 0.0);
    for (std::uint64_t index = 0; index < draws_in_cells; ++index) {
        counts[cell_of(draw(index), 1024)] += 1.0;
    }
    return test::chi_square(counts);
}

/// Chi-square of pairs of draws in 32 x 32 cells: rejects dependence as well as unevenness.
double pairs(const std::function<double(std::uint64_t)>& first,
             const std::function<double(std::uint64_t)>& second) {
    std::vector<double> counts(1024, 0.0);
    for (std::uint64_t index = 0; index < draws_in_cells; ++index) {
        counts[32 * cell_of(first(index), 32) + cell_of(second(index), 32)] += 1.0;
    }
    return test::chi_square(counts);
}

double of_entity(std::uint64_t entity) {
    return uniform({.purpose = Draw::offer, .entity = EntityKey{entity}});
}

} // namespace

TEST_CASE("draws are uniform over adjacent persons") {
    CHECK(singles(of_entity) < 1.0);
    CHECK(pairs(of_entity, [](std::uint64_t entity) { return of_entity(entity + 1); }) < 1.0);
}

TEST_CASE("draws are uniform over hashed persons") {
    const auto draw = [](std::uint64_t ordinal) {
        return of_entity(child_key(key_of("office"), ordinal).value);
    };
    CHECK(singles(draw) < 1.0);
}

TEST_CASE("draws are uniform over adjacent occurrences, partners, options and replications") {
    const EntityKey person = key_of("person");
    CHECK(singles([&](std::uint64_t index) {
              return uniform({.purpose = Draw::offer, .entity = person, .occurrence = index});
          }) < 1.0);
    CHECK(singles([&](std::uint64_t index) {
              return uniform(
                  {.purpose = Draw::offer, .entity = person, .partner = PartnerKey{index}});
          }) < 1.0);
    CHECK(singles([&](std::uint64_t index) {
              return uniform({.purpose = Draw::offer,
                              .entity = person,
                              .option = static_cast<std::uint32_t>(index)});
          }) < 1.0);
    CHECK(singles([&](std::uint64_t index) {
              return uniform({.purpose = Draw::offer, .entity = person},
                             {.study_seed = 1, .replication = index});
          }) < 1.0);
    CHECK(singles([&](std::uint64_t index) {
              return uniform({.purpose = Draw::offer, .entity = person},
                             {.study_seed = index, .replication = 0});
          }) < 1.0);
}

TEST_CASE("draws are uniform over all purposes of one person, and of its neighbours") {
    const auto draw = [](std::uint64_t index) {
        return uniform(
            {.purpose = static_cast<Draw>(index & 0xffffU), .entity = EntityKey{index >> 16U}});
    };
    CHECK(singles(draw) < 1.0);
}

TEST_CASE("neighbouring decisions of one person are independent") {
    const auto consent = [](std::uint64_t entity) {
        return uniform({.purpose = Draw::consent, .entity = EntityKey{entity}});
    };
    const auto next_offer = [](std::uint64_t entity) {
        return uniform({.purpose = Draw::offer, .entity = EntityKey{entity}, .occurrence = 1});
    };
    const auto next_replication = [](std::uint64_t entity) {
        return uniform({.purpose = Draw::offer, .entity = EntityKey{entity}},
                       {.study_seed = 20240401, .replication = 1});
    };
    CHECK(pairs(of_entity, consent) < 1.0);
    CHECK(pairs(of_entity, next_offer) < 1.0);
    CHECK(pairs(of_entity, next_replication) < 1.0);
}

TEST_CASE("successive words of one stream are uniform and independent, across blocks too") {
    const auto word = [](std::uint64_t entity, int skipped) {
        RandomStream stream = test::open({.purpose = Draw::offer, .entity = EntityKey{entity}});
        for (int index = 0; index < skipped; ++index) {
            stream();
        }
        return stream.uniform();
    };
    CHECK(pairs(of_entity, [&](std::uint64_t entity) { return word(entity, 1); }) < 1.0);
    CHECK(pairs(of_entity, [&](std::uint64_t entity) { return word(entity, 4); }) < 1.0);
}

TEST_CASE("the tests of uniformity reject draws that are 5 % wrong, and pairs that hang together") {
    CHECK(singles([](std::uint64_t entity) { return std::pow(of_entity(entity), 1.05); }) > 1.0);
    // One draw in twenty is the same as the other of its pair.
    const auto leaking = [](std::uint64_t entity) {
        return of_entity(entity % 20 == 0 ? entity : entity + draws_in_cells);
    };
    CHECK(pairs(of_entity, leaking) > 1.0);
}
