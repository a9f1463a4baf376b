#include "engine/core/id.hpp"
#include "engine/core/pool.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace tsunagi;

namespace {

using Name = Id<struct NameTag>;
using Names = Pool<Name, std::string>;

std::vector<std::string> names_in(const Names& names) {
    std::vector<std::string> found;
    names.for_each([&](Name id) { found.push_back(names[id]); });
    return found;
}

} // namespace

TEST_CASE("a pool's row is not readable after removal and serves the next newcomer") {
    Names names;
    const auto first = names.add("first");
    const auto second = names.add("second");
    names.remove(first);
    CHECK_FALSE(names.holds(first));
    CHECK_THROWS_AS(names[first], ContractViolation);
    CHECK_THROWS_AS(std::as_const(names)[first], ContractViolation);
    CHECK(names[second] == "second");
    const auto third = names.add("third");
    CHECK(third == first);
    CHECK(names[third] == "third");
}

TEST_CASE("a pool's memory follows what is there, not what has ever been") {
    Names names;
    const auto stays = names.add("stays");
    for (int i = 0; i < 1000; ++i) {
        names.remove(names.add("passes"));
    }
    CHECK(names.size() == 1);
    CHECK(names.rows() == 2);
    CHECK(names[stays] == "stays");
}

TEST_CASE("a pool is visited in row order, free rows passed over") {
    Names names;
    names.add("a");
    const auto removed = names.add("b");
    names.add("c");
    names.remove(removed);
    CHECK(names_in(names) == std::vector<std::string>{"a", "c"});
    names.add("d");
    CHECK(names_in(names) == std::vector<std::string>{"a", "d", "c"});
}

TEST_CASE("what is not there cannot be removed or read") {
    Names names;
    CHECK_FALSE(names.holds(Name{0}));
    CHECK_THROWS_AS(names[Name{0}], ContractViolation);
    CHECK_THROWS_AS(names.remove(Name{0}), ContractViolation);
    const auto id = names.add("once");
    names.remove(id);
    CHECK_THROWS_AS(names.remove(id), ContractViolation);
}

TEST_CASE("a copied pool goes on by itself") {
    Names names;
    const auto shared = names.add("shared");
    auto copy = names;
    copy[shared] = "changed";
    copy.add("more");
    CHECK(names[shared] == "shared");
    CHECK(names.size() == 1);
    CHECK(copy.size() == 2);
}
