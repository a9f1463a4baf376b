#include "engine/core/append.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace tsunagi;

TEST_CASE("what is appended comes last, whatever room there was") {
    std::vector<std::string> values;
    append(values, std::string{"one"});
    values.reserve(100);
    append(values, std::string{"two"});
    append(values, values.front()); // moves with the others
    CHECK(values == std::vector<std::string>{"one", "two", "one"});
}
