#include "engine/random/philox.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <random>

using namespace tsunagi;

static_assert(std::uniform_random_bit_generator<Philox4x64>);

TEST_CASE("philox4x64 gives the words its authors published") {
    // Test vectors of Random123.
    constexpr std::uint64_t ones = UINT64_MAX;
    CHECK(philox4x64_block({0, 0, 0, 0}, {0, 0}) ==
          PhiloxWords{
              0x16554d9eca36314cU, 0xdb20fe9d672d0fdcU, 0xd7e772cee186176bU, 0x7e68b68aec7ba23bU});
    CHECK(philox4x64_block({ones, ones, ones, ones}, {ones, ones}) ==
          PhiloxWords{
              0x87b092c3013fe90bU, 0x438c3c67be8d0224U, 0x9cc7d7c69cd777b6U, 0xa09caebf594f0ba0U});
    CHECK(philox4x64_block(
              {0x243f6a8885a308d3U, 0x13198a2e03707344U, 0xa4093822299f31d0U, 0x082efa98ec4e6c89U},
              {0x452821e638d01377U, 0xbe5466cf34e90c6cU}) ==
          PhiloxWords{
              0xa528f45403e61d95U, 0x38c72dbd566e9788U, 0xa5a1610e72fd18b5U, 0x57bd43b5e52b7fe6U});
}

TEST_CASE("the ten thousandth word of the default engine is the one C++26 requires") {
    Philox4x64 engine;
    engine.discard(9999);
    CHECK(engine() == 3409172418970261260U);
}

TEST_CASE("the sequence is the blocks of successive counters, in order") {
    Philox4x64 engine{PhiloxKey{7, 11}};
    for (std::uint64_t block = 0; block < 3; ++block) {
        for (const std::uint64_t word : philox4x64_block({block, 0, 0, 0}, {7, 11})) {
            CHECK(engine() == word);
        }
    }
}

TEST_CASE("equal engines give equal words, and seeds make keys") {
    Philox4x64 one{5};
    Philox4x64 other{PhiloxKey{5, 0}};
    CHECK(one == other);
    one();
    CHECK_FALSE(one == other);
    other();
    CHECK(one == other);
}

TEST_CASE("the two ways to multiply give the same product") {
    static_assert(multiply_by_halves(UINT64_MAX, UINT64_MAX) == WideProduct{UINT64_MAX - 1, 1});
    Philox4x64 words;
    for (int pair = 0; pair < 100'000; ++pair) {
        // Shifts bring products with empty halves and carries.
        const std::uint64_t a = words() >> (words() % 64);
        const std::uint64_t b = words() >> (words() % 64);
        REQUIRE(multiply(a, b) == multiply_by_halves(a, b));
    }
}
