#include "engine/core/contracts.hpp"
#include "outputs/store/names.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string_view>

using namespace tsunagi;

namespace {

template <class Enum> std::size_t different_names(std::size_t enumerators) {
    std::set<std::string_view> names;
    for (std::size_t row = 0; row < enumerators; ++row) {
        names.insert(name_of(static_cast<Enum>(row)));
    }
    return names.size();
}

} // namespace

TEST_CASE("every enumerator of a file's axis has a name of its own") {
    CHECK(different_names<Count>(counts) == counts);
    CHECK(different_names<LinkGroup>(link_groups) == link_groups);
    CHECK(different_names<Route>(routes) == routes);
    CHECK(different_names<Task>(tasks) == tasks);
    CHECK_THROWS_AS(name_of(Count::number_of_counts), ContractViolation);
}

TEST_CASE("names stand at the positions of their enumerators") {
    CHECK(name_of(Count::cohort) == "cohort");
    CHECK(name_of(Count::silent_started_21) == "silent_started_21");
    CHECK(name_of(Count::days_in_support) == "days_in_support");
    CHECK(name_of(Count::lost_at_second_visit) == "lost_at_second_visit");
    CHECK(name_of(LinkGroup::good) == "good");
    CHECK(name_of(Route::background_family) == "background_family");
    CHECK(name_of(Task::handover) == "handover");
}
