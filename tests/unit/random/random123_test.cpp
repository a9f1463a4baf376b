// Random123 defines function-like macros named after its generators, so it stays in a file of its
// own, after ours.
#include "engine/random/philox.hpp"

#include "tests/support/catch.hpp"

#include <Random123/philox.h>

using namespace tsunagi;

TEST_CASE("philox4x64 agrees with Random123 on counters and keys of every size") {
    const r123::Philox4x64 oracle;
    Philox4x64 words;
    const auto some_word = [&words] { return words() >> (words() % 64); };
    for (int block = 0; block < 20'000; ++block) {
        const PhiloxCounter counter{some_word(), some_word(), some_word(), some_word()};
        const PhiloxKey key{some_word(), some_word()};
        const auto expected =
            oracle({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
        REQUIRE(philox4x64_block(counter, key) ==
                PhiloxWords{expected[0], expected[1], expected[2], expected[3]});
    }
}
