#include "engine/observation/observer.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <array>
#include <chrono>
#include <tuple>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

constexpr SimTime last_end = horizon - std::chrono::days{365};

} // namespace

TEST_CASE(
    "the cohort are persons of supervised intake whose S lies in [policy start, horizon - 365 "
    "d]") {
    Watch watch;
    watch.enter(person_with_end(policy_start - one_tick));
    CHECK(watch.count(Count::cohort) == 0);
    watch.enter(person_with_end(policy_start));
    CHECK(watch.count(Count::cohort) == 1);
    watch.enter(person_with_end(last_end));
    CHECK(watch.count(Count::cohort) == 2);
    watch.enter(person_with_end(last_end + one_tick));
    for (const auto source : {IntakeSource::full_term, IntakeSource::suspended_without_probation}) {
        auto outside = person_with_end(policy_start);
        outside.source = source;
        watch.enter(outside);
    }
    watch.enter(client_of_kind(ClientKind::background_person));
    watch.enter(client_of_kind(ClientKind::background_family));
    CHECK(watch.count(Count::cohort) == 2);
}

TEST_CASE("the whole cohort belongs to the group of its link when the policy starts") {
    Watch watch;
    watch.enter_cohort();
    watch.observer.start_policy(LinkGroup::good);
    watch.enter_cohort();
    CHECK(watch.count(Count::cohort, LinkGroup::good) == 2);
    CHECK(watch.count(Count::cohort, LinkGroup::not_good) == 0);
}

TEST_CASE("every attribute fixed at intake splits the whole cohort") {
    Watch watch;
    auto woman = person_with_end(scheduled_end);
    woman.sex = Sex::female;
    woman.age_years = 29.9;
    woman.severity = Severity::severe;
    woman.source = IntakeSource::suspended;
    woman.municipality = 2;
    watch.enter_cohort(woman);
    auto man = person_with_end(policy_start + std::chrono::days{366});
    man.age_years = 50.0;
    const auto with_family = watch.enter_cohort(man);
    watch.enter_family_of(with_family);
    auto third = person_with_end(scheduled_end);
    third.relative = ClientId{9};
    third.age_years = 40.0;
    watch.enter_cohort(third);

    CHECK(watch.count(Count::cohort, Level::female) == 1);
    CHECK(watch.count(Count::cohort, Level::male) == 2);
    CHECK(watch.count(Count::cohort, Level::under_30) == 1);
    CHECK(watch.count(Count::cohort, Level::from_30) == 0);
    CHECK(watch.count(Count::cohort, Level::from_40) == 1);
    CHECK(watch.count(Count::cohort, Level::from_50) == 1);
    CHECK(watch.count(Count::cohort, Level::suspended) == 1);
    CHECK(watch.count(Count::cohort, Level::direct_partial) == 2);
    CHECK(watch.count(Count::cohort, Level::severe) == 1);
    CHECK(watch.count(Count::cohort, Level::not_severe) == 2);
    CHECK(watch.count(Count::cohort, Level::with_family) == 1);
    CHECK(watch.count(Count::cohort, Level::without_family) == 2);
    CHECK(watch.count(Count::families, Level::with_family) +
              watch.count(Count::families, Level::without_family) ==
          1);
    CHECK(watch.count(Count::cohort, Level::began_after) == 1 + 2);
    const auto result = watch.observer.finish();
    REQUIRE(result.by_municipality.size() == 3);
    CHECK(result.by_municipality[0][0] == 2);
    CHECK(result.by_municipality[2][0] == 1);
    REQUIRE(result.by_fiscal_year.size() == 2); // S on 1 July 2027 and 2 April 2027
    CHECK(result.by_fiscal_year[0][0] == 0);
    CHECK(result.by_fiscal_year[1][0] == 3);
}

TEST_CASE("whatever changes in somebody after entry, the groups are those of entry") {
    const auto groups_after = [](auto&& change) {
        Watch watch;
        const auto person = watch.enter_cohort();
        change(watch.clients[person]);
        watch.session(person, 100.0);
        watch.tell(person, FactKind::lapsed, 110.0);
        const auto result = watch.observer.finish();
        return std::tuple{result.by_level, result.by_municipality, result.by_fiscal_year};
    };
    const auto unchanged = groups_after([](Client&) {});
    const auto is_as_at_entry = [&](auto&& change) { return groups_after(change) == unchanged; };
    CHECK(is_as_at_entry([](Client& person) { person.severity = Severity::severe; }));
    CHECK(is_as_at_entry([](Client& person) { person.source = IntakeSource::suspended; }));
    CHECK(is_as_at_entry([](Client& person) { person.source = IntakeSource::full_term; }));
    CHECK(is_as_at_entry([](Client& person) { person.municipality = 2; }));
    CHECK(is_as_at_entry([](Client& person) { person.relative = ClientId{9}; }));
    CHECK(is_as_at_entry([](Client& person) { person.age_years = 62.0; }));
    // Who enters so is in other groups.
    for (const auto severity : {Severity::other, Severity::severe}) {
        Watch watch;
        auto person = person_with_end(scheduled_end);
        person.severity = severity;
        watch.enter_cohort(person);
        CHECK(watch.count(Count::cohort, Level::severe) == (severity == Severity::severe ? 1 : 0));
    }
}

TEST_CASE("counts of each attribute's levels add up to those of the whole") {
    Watch watch;
    for (int i = 0; i < 24; ++i) {
        auto person = person_with_end(scheduled_end + std::chrono::days{40 * i});
        person.sex = i % 2 == 0 ? Sex::female : Sex::male;
        person.age_years = 22.0 + 2.0 * i;
        person.severity = i % 3 == 0 ? Severity::severe : Severity::other;
        person.source = static_cast<IntakeSource>(i % 5);
        person.municipality = static_cast<std::uint32_t>(i % 4);
        const auto id = watch.enter_cohort(person);
        watch.session(id, 50.0 + i);
        watch.tell(id, FactKind::lapsed, 10.0);
    }
    const auto result = watch.observer.finish();
    const auto levels_of = [&](std::size_t first, std::size_t number, std::size_t count) {
        std::int64_t sum = 0;
        for (auto level = first; level < first + number; ++level) {
            sum += result.by_level[level][count];
        }
        return sum;
    };
    for (std::size_t count = 0; count < counts; ++count) {
        const auto whole = result.by_group[0][count];
        for (const auto& [first, number] : {std::pair<std::size_t, std::size_t>{0, 2},
                                            {2, 4},
                                            {6, 7},
                                            {13, 2},
                                            {15, 2},
                                            {17, 2}}) {
            CHECK(levels_of(first, number, count) == whole);
        }
        std::int64_t municipalities = 0;
        for (const auto& tally : result.by_municipality) {
            municipalities += tally[count];
        }
        CHECK(municipalities == whole);
        std::int64_t years = 0;
        for (const auto& tally : result.by_fiscal_year) {
            years += tally[count];
        }
        CHECK(years == whole);
    }
}

TEST_CASE(
    "families of the cohort are reached, engaged and retained - those of nobody in it are not") {
    Watch watch;
    const auto family_of = [&](SimTime end) {
        return watch.enter_family_of(watch.enter_cohort(person_with_end(end)));
    };
    family_of(scheduled_end);                                            // not reached
    watch.tell(family_of(scheduled_end), FactKind::became_aware, 365.0); // reached
    watch.tell(family_of(scheduled_end), FactKind::became_aware, 365.1);
    watch.tell(family_of(scheduled_end), FactKind::guarantor_attended, -400.0);
    watch.tell(family_of(scheduled_end), FactKind::first_contact, 0.0);
    const auto retained = family_of(scheduled_end);
    watch.open(retained, 100.0, Service::family_counselling);
    watch.open(retained, 110.0, Service::family_class);
    watch.end(retained, 120.0, Service::family_counselling, EpisodeEnd::drop_out);
    const auto left = family_of(scheduled_end);
    watch.open(left, 100.0, Service::family_meeting);
    watch.end(left, 282.0, Service::family_meeting, EpisodeEnd::drop_out);
    const auto late = family_of(scheduled_end);
    watch.open(late, 200.0, Service::family_counselling);
    watch.tell(family_of(policy_start - one_tick), FactKind::became_aware, 0.0);
    CHECK(watch.count(Count::families) == 8);
    CHECK(watch.count(Count::families_reached) == 5);
    CHECK(watch.count(Count::families_engaged) == 3);
    CHECK(watch.count(Count::families_followed_6_months) == 2);
    CHECK(watch.count(Count::families_in_care_6_months) == 1);
    CHECK(watch.count(Count::support_180) == 0);
}

TEST_CASE("a row that somebody has left belongs to the next person, record and all") {
    Watch watch;
    const auto gone = watch.enter_cohort();
    watch.session(gone, -10.0);
    watch.tell(gone, FactKind::person_left, 0.0);
    watch.clients.remove(gone);
    const auto other = watch.enter(client_of_kind(ClientKind::background_person), scheduled_end);
    REQUIRE(other == gone);
    watch.tell(other, FactKind::first_contact, 1.0);
    CHECK(watch.count(Count::cohort) == 1);
    CHECK(watch.count(Count::support_at_end) == 1);
    CHECK(watch.count(Count::started_21) == 0);
}

TEST_CASE("staff time is summed by agency and task from policy start on, and what was lost is "
          "counted") {
    Watch watch;
    const auto work = [&](SimTime at, AgencyId agency, Task task, std::int64_t ticks) {
        watch.observer.observe({.at = at,
                                .kind = FactKind::work_done,
                                .detail = static_cast<std::uint8_t>(task),
                                .agency = agency,
                                .amount = ticks},
                               watch.clients);
    };
    const auto meeting = [&](FactKind what, std::int64_t ticks) {
        watch.observer.observe(
            {.at = policy_start, .kind = what, .agency = AgencyId{1}, .amount = ticks},
            watch.clients);
    };
    work(policy_start - one_tick, AgencyId{1}, Task::handover, 500);
    watch.observer.start_policy(LinkGroup::not_good);
    work(policy_start, AgencyId{1}, Task::handover, 30);
    work(policy_start, AgencyId{1}, Task::handover, 40);
    work(policy_start, AgencyId{2}, Task::liaison, 5);
    const auto person = watch.enter(person_with_end(policy_start));
    watch.tell_at(person, FactKind::session_not_offered, policy_start);
    meeting(FactKind::contact_cancelled, 1);
    meeting(FactKind::contact_cancelled, 2);
    meeting(FactKind::contact_overtime, 60);
    for (const auto bed : {AdmissionBed::none, AdmissionBed::specialist, AdmissionBed::none}) {
        watch.tell_at(
            person, FactKind::admission_needed, policy_start, static_cast<std::uint8_t>(bed));
    }
    watch.tell_at(person, FactKind::slot_waited, policy_start);
    const auto result = watch.observer.finish();
    REQUIRE(result.work.size() == agency_keys.size());
    CHECK(result.work[1][static_cast<std::size_t>(Task::handover)] == 70);
    CHECK(result.work[2][static_cast<std::size_t>(Task::liaison)] == 5);
    CHECK(result.work[0] == std::array<std::int64_t, tasks>{});
    CHECK(result.sessions_not_offered == 1);
    CHECK(result.cancelled_contacts == 2);
    CHECK(result.overtime_ticks == 60);
    CHECK(result.beds_not_found == 2);
    CHECK(result.slots_waited == 1);
}

TEST_CASE("the digest and the number of events begin with the policy") {
    Watch watched;
    Watch fresh;
    watched.enter(person_with_end(policy_start)); // told in the warm-up
    watched.observer.count_event();
    CHECK(watched.observer.finish().events == 0);
    for (auto* watch : {&watched, &fresh}) {
        watch->observer.start_policy(LinkGroup::not_good);
        watch->tell_at(ClientId{0}, FactKind::staff_rotated, policy_start);
        watch->observer.count_event();
    }
    CHECK(watched.observer.finish().digest == fresh.observer.finish().digest);
    CHECK(watched.observer.finish().events == 1);
    fresh.tell_at(ClientId{0}, FactKind::staff_rotated, policy_start + one_tick);
    CHECK(watched.observer.finish().digest != fresh.observer.finish().digest);
}

TEST_CASE("levels of understanding are kept in the order noted") {
    Watch watch;
    watch.observer.note_understanding(0.25);
    watch.observer.note_understanding(0.5);
    CHECK(watch.observer.finish().understanding == std::vector<double>{0.25, 0.5});
}
