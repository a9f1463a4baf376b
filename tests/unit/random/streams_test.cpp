#include "engine/random/det.hpp"
#include "engine/random/streams.hpp"

#include "tests/support/catch.hpp"

#include <boost/random/poisson_distribution.hpp>

#include <random>
#include <set>
#include <type_traits>
#include <vector>

using namespace tsunagi;

static_assert(std::uniform_random_bit_generator<RandomStream>);
static_assert(std::is_copy_constructible_v<Streams> && std::is_copy_assignable_v<Streams>);
#ifndef TSUNAGI_KEY_AUDIT
static_assert(sizeof(Streams) <= sizeof(PhiloxRoundKeys) + sizeof(std::uint64_t),
              "the audit costs nothing where it is off");
#endif

namespace {

constexpr StreamKey study{.study_seed = 42, .replication = 7};
constexpr DrawAddress arrival{.purpose = Draw::offer,
                              .entity = EntityKey{123},
                              .partner = PartnerKey{456},
                              .occurrence = 3,
                              .option = 2};

} // namespace

TEST_CASE("an address lies in the counter, and the replication in the key, as documented") {
    Streams streams{study};
    const PhiloxCounter counter{std::uint64_t{2} << 32U, 123, std::uint64_t{62} << 48U | 456U, 3};
    CHECK(Streams::first_block(arrival) == counter);
    RandomStream stream = streams.open(arrival);
    for (const std::uint64_t word : philox4x64_block(counter, {42, 7})) {
        CHECK(stream() == word);
    }
    // The fifth word comes from the next block of the same address.
    const PhiloxCounter next{(std::uint64_t{2} << 32U) + 1, counter[1], counter[2], counter[3]};
    CHECK(stream() == philox4x64_block(next, {42, 7})[0]);
}

TEST_CASE("every part of an address and of the key changes the draw") {
    std::vector<DrawAddress> addresses(6, arrival);
    addresses[1].purpose = Draw::consent;
    addresses[2].entity = EntityKey{124};
    addresses[3].partner = PartnerKey{457};
    addresses[4].occurrence = 4;
    addresses[5].option = 3;
    std::set<double> draws;
    Streams streams{study};
    for (const DrawAddress& address : addresses) {
        draws.insert(streams.uniform(address));
    }
    draws.insert(Streams{{.study_seed = 43, .replication = 7}}.uniform(arrival));
    draws.insert(Streams{{.study_seed = 42, .replication = 8}}.uniform(arrival));
    CHECK(draws.size() == 8);
}

TEST_CASE("a draw depends on its address alone, not on what was drawn before") {
    Streams fresh{study};
    Streams busy{study};
    for (std::uint64_t entity = 1000; entity < 1100; ++entity) {
        busy.normal({.purpose = Draw::offer, .entity = EntityKey{entity}});
    }
    CHECK(fresh.uniform(arrival) == busy.uniform(arrival));
}

TEST_CASE("uniforms lie in the open interval and are symmetric about one half") {
    CHECK(unit_interval(0) == 0x1p-53);
    CHECK(unit_interval(UINT64_MAX) == 1.0 - 0x1p-53);
    Philox4x64 words;
    for (int word = 0; word < 100'000; ++word) {
        const std::uint64_t bits = words();
        REQUIRE(unit_interval(~bits) == 1.0 - unit_interval(bits));
    }
}

TEST_CASE("an antithetic run mirrors every uniform exactly, and so every normal") {
    Streams plain{study};
    Streams mirrored{study, Tails::antithetic};
    CHECK(mirrored.tails() == Tails::antithetic);
    for (std::uint64_t entity = 0; entity < 10'000; ++entity) {
        const DrawAddress first{.purpose = Draw::offer, .entity = EntityKey{entity}};
        const DrawAddress second{.purpose = Draw::lead_time, .entity = EntityKey{entity}};
        REQUIRE(mirrored.uniform(first) == 1.0 - plain.uniform(first));
        REQUIRE(mirrored.normal(second) == -plain.normal(second));
    }
}

TEST_CASE("exponential and normal draws are inversions of the address's uniform") {
    const double u = Streams{study}.uniform(arrival);
    CHECK(Streams{study}.exponential(arrival) == -det::log(u));
    CHECK(Streams{study}.normal(arrival) == det::normal_quantile(u));
}

TEST_CASE("scenarios that are to share no chance have keys of their own, in the same replication") {
    const StreamKey one = independent_of(study, key_of("no-contact"));
    const StreamKey other = independent_of(study, key_of("regular-contact"));
    CHECK(one != other);
    CHECK(one != study);
    CHECK(one.replication == study.replication);
    CHECK(independent_of(study, key_of("no-contact")) == one);
}

TEST_CASE("Boost.Random draws from a stream, and a greedy draw disturbs no other") {
    Streams streams{study};
    RandomStream stream = streams.open(arrival);
    boost::random::poisson_distribution<int> rejection{300.0};
    for (int draw = 0; draw < 100; ++draw) {
        REQUIRE(rejection(stream) > 0);
    }
    const DrawAddress neighbour{.purpose = Draw::consent, .entity = EntityKey{123}};
    CHECK(streams.uniform(neighbour) == Streams{study}.uniform(neighbour));
}

TEST_CASE("a partner key of more than 48 bits is refused, since it would reach into the purpose") {
    Streams streams{study};
    CHECK_THROWS_AS(streams.open({.partner = PartnerKey{std::uint64_t{1} << 48U}}),
                    ContractViolation);
}

#ifdef TSUNAGI_KEY_AUDIT
TEST_CASE("under the key audit an address opens once in a run, its copied warm-up included") {
    Streams streams{study};
    streams.uniform(arrival);
    CHECK_THROWS_AS(streams.uniform(arrival), ContractViolation);
    Streams copy = streams;
    CHECK_THROWS_AS(copy.open(arrival), ContractViolation);
}
#endif
