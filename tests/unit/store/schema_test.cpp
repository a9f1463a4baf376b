#include "engine/core/contracts.hpp"
#include "outputs/store/schema.hpp"

#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>
#include <set>

using namespace tsunagi;

TEST_CASE("FORMAT.md is what the schema says") {
    std::ifstream file{TSUNAGI_FORMAT_PAGE};
    const std::string page{std::istreambuf_iterator<char>{file}, {}};
    INFO("write it anew: build/<preset>/bin/tsunagi_format_page > outputs/FORMAT.md");
    CHECK((page == format_page()));
}

TEST_CASE("every dataset has its own path, a description, and a unit unless it is text") {
    std::set<std::string_view> paths;
    for (const auto& spec : schema()) {
        CAPTURE(spec.path);
        CHECK(paths.insert(spec.path).second);
        CHECK(spec.path.front() == '/');
        CHECK(spec.description.back() == '.');
        CHECK(spec.unit.empty() == (spec.type == StoredType::text));
    }
    CHECK_THROWS_AS(spec_of("/nothing"), ContractViolation);
}

TEST_CASE("axes are split at commas, and a single value has none") {
    CHECK(axes_of(spec_of("/waits/bins")) ==
          std::vector<std::string_view>{"reading", "scenario", "replication", "route", "wait_bin"});
    CHECK(axes_of(spec_of("/study/seed")).empty());
}
