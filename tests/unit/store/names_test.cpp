#include "engine/core/contracts.hpp"
#include "outputs/store/names.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <set>
#include <string_view>

using namespace tsunagi;

namespace {

struct AxisSize {
    FixedAxis axis;
    std::size_t size;
};
constexpr std::array<AxisSize, fixed_axes> axes{{{FixedAxis::count, counts},
                                                 {FixedAxis::group, link_groups},
                                                 {FixedAxis::level, levels},
                                                 {FixedAxis::first_event, first_events},
                                                 {FixedAxis::use_event, use_events},
                                                 {FixedAxis::service, services},
                                                 {FixedAxis::episode_outcome, episode_outcomes},
                                                 {FixedAxis::route, routes},
                                                 {FixedAxis::task, tasks},
                                                 {FixedAxis::agency_count, agency_counts},
                                                 {FixedAxis::service_count, service_counts},
                                                 {FixedAxis::admission_route, admission_routes},
                                                 {FixedAxis::track_count, track_counts},
                                                 {FixedAxis::other_client, other_clients},
                                                 {FixedAxis::other_count, other_counts}}};

} // namespace

TEST_CASE("every position of a file's axis has a name of its own and a meaning in both languages") {
    for (const auto& [axis, size] : axes) {
        CAPTURE(name_of(axis));
        std::set<std::string_view> names;
        for (const auto& [name, en, ja] : positions_of(axis)) {
            CAPTURE(name);
            CHECK(names.insert(name).second);
            CHECK(en.ends_with('.'));
            CHECK(ja.ends_with("。"));
        }
        CHECK(names.size() == size);
    }
    CHECK_THROWS_AS(name_of(Count::number_of_counts), ContractViolation);
}

TEST_CASE("names stand at the positions of their enumerators") {
    CHECK(name_of(Count::cohort) == "cohort");
    CHECK(name_of(Count::silent_started_21) == "silent_started_21");
    CHECK(name_of(Count::days_in_support) == "days_in_support");
    CHECK(name_of(Count::lost_at_second_visit) == "lost_at_second_visit");
    CHECK(name_of(Count::moved_365) == "moved_365");
    CHECK(name_of(Count::overlap_days) == "overlap_days");
    CHECK(name_of(Count::families) == "families");
    CHECK(name_of(Count::end_followed_1) == "end_followed_1");
    CHECK(name_of(Count::prison_5th_year) == "prison_5th_year");
    CHECK(name_of(Count::person_gone) == "person_gone");
    CHECK(name_of(LinkGroup::good) == "good");
    CHECK(name_of(Level::began_after) == "began_after");
    CHECK(name_of(Level::juvenile) == "juvenile");
    CHECK(name_of(Route::background_family) == "background_family");
    CHECK(name_of(Route::unannounced) == "unannounced");
    CHECK(name_of(Task::handover) == "handover");
    CHECK(name_of(Task::benefit_application) == "benefit_application");
    CHECK(name_of(Service::self_help) == "self_help");
    CHECK(name_of(AdmissionRoute::own_wish) == "own_wish");
}
