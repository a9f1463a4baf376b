#include "engine/observation/use_record.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <array>
#include <tuple>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

constexpr Duration year{31'557'600};
constexpr Duration month{2'629'800};

Client released(SimTime at, IntakeSource source = IntakeSource::parole_only) {
    auto person = person_with_end(at + std::chrono::days{120});
    person.source = source;
    person.sentence.start = at;
    return person;
}

PersonTally tally_of(const UseRecord& record) {
    PersonTally tally;
    record.add_to(tally, span);
    return tally;
}

std::int32_t at(const PersonTally& tally, Count count) {
    return tally[count];
}

} // namespace

TEST_CASE(
    "use, regular use, arrest and prison are asked exactly 1, 2 and 5 years after the start") {
    const auto start = policy_start + std::chrono::days{10};
    const std::array events{std::tuple{UseEvent::use, Count::start_used_1},
                            std::tuple{UseEvent::regular_use, Count::start_regular_1},
                            std::tuple{UseEvent::arrest, Count::start_arrested_1},
                            std::tuple{UseEvent::prison, Count::start_prison_1}};
    for (const auto& [event, first] : events) {
        for (const auto& [years, row] : {std::pair{1, 0U}, {2, 1U}, {5, 2U}}) {
            UseRecord on_the_day{released(start)};
            on_the_day.note(start + years * year, event);
            on_the_day.note(start + years * year + one_tick, event);
            CHECK(at(tally_of(on_the_day), behind(first, 5 * row)) == 1);
            UseRecord late{released(start)};
            late.note(start + years * year + one_tick, event);
            CHECK(at(tally_of(late), behind(first, 5 * row)) == 0);
            CHECK(at(tally_of(late), behind(Count::start_followed_1, 5 * row)) == 1);
            for (const auto& [other_event, other] : events) {
                CHECK(at(tally_of(on_the_day), behind(other, 5 * row)) ==
                      (event == other_event ? 1 : 0));
            }
        }
    }
}

TEST_CASE("who cannot be followed for the years is in no share of them") {
    const auto followed = [](SimTime start) {
        const auto tally = tally_of(UseRecord{released(start)});
        return std::tuple{at(tally, Count::start_followed_1),
                          at(tally, Count::start_followed_2),
                          at(tally, Count::start_followed_5)};
    };
    using Shares = std::tuple<std::int32_t, std::int32_t, std::int32_t>;
    CHECK(followed(policy_start - one_tick) == Shares{0, 0, 0});
    CHECK(followed(policy_start) == Shares{1, 1, 1});
    CHECK(followed(horizon - 5 * year) == Shares{1, 1, 1});
    CHECK(followed(horizon - 5 * year + one_tick) == Shares{1, 1, 0});
    CHECK(followed(horizon - 2 * year + one_tick) == Shares{1, 0, 0});
    CHECK(followed(horizon - year + one_tick) == Shares{0, 0, 0});
}

TEST_CASE("who moves away before the mark is not followed to it, the dead are") {
    const auto start = policy_start + std::chrono::days{10};
    const auto followed = [&](auto&& part) {
        UseRecord record{released(start)};
        record.note(start + month, UseEvent::use);
        part(record, start + 2 * year);
        const auto tally = tally_of(record);
        CHECK(at(tally, Count::start_used_1) == 1);
        CHECK(at(tally, Count::start_used_2) == at(tally, Count::start_followed_2));
        return std::tuple{at(tally, Count::start_followed_1),
                          at(tally, Count::start_followed_2),
                          at(tally, Count::start_followed_5)};
    };
    using Shares = std::tuple<std::int32_t, std::int32_t, std::int32_t>;
    CHECK(followed([](UseRecord& record, SimTime mark) { record.move_away(mark); }) ==
          Shares{1, 0, 0});
    CHECK(followed([](UseRecord& record, SimTime mark) { record.move_away(mark + one_tick); }) ==
          Shares{1, 1, 0});
    CHECK(followed([](UseRecord& record, SimTime mark) { record.depart(mark); }) ==
          Shares{1, 1, 1});
}

TEST_CASE("the year-end clock leaves out who moves away before the year ends") {
    const auto counted = [](SimTime move) {
        UseRecord record{released(date(2027, 6, 15))};
        record.move_away(move);
        const auto tally = tally_of(record);
        return std::pair{at(tally, Count::released_2nd_year), at(tally, Count::released_5th_year)};
    };
    using Shares = std::pair<std::int32_t, std::int32_t>;
    CHECK(counted(date(2029, 1, 1) - one_tick) == Shares{0, 0});
    CHECK(counted(date(2029, 1, 1)) == Shares{1, 0});
    CHECK(counted(date(2032, 1, 1)) == Shares{1, 1});
}

TEST_CASE("the same is asked after S of supervised intake, and what came before S does not count") {
    const auto start = policy_start + std::chrono::days{10};
    UseRecord record{released(start)};
    record.note(start + std::chrono::days{100}, UseEvent::use); // S is on day 120
    CHECK(at(tally_of(record), Count::end_used_1) == 0);
    record.note(start + std::chrono::days{121}, UseEvent::use);
    CHECK(at(tally_of(record), Count::end_used_1) == 1);
    CHECK(at(tally_of(record), Count::end_followed_1) == 1);
    const UseRecord outside{released(start, IntakeSource::full_term)};
    CHECK(at(tally_of(outside), Count::end_followed_1) == 0);
    CHECK(at(tally_of(outside), Count::start_followed_1) == 1);
}

TEST_CASE("the year-end clock runs to 31 December of the next and of the fourth-next year") {
    const auto release = date(2027, 6, 15);
    const auto imprisoned = [&](SimTime entry) {
        UseRecord record{released(release)};
        record.note(entry, UseEvent::prison);
        const auto tally = tally_of(record);
        CHECK(at(tally, Count::released_2nd_year) == 1);
        CHECK(at(tally, Count::released_5th_year) == 1);
        return std::pair{at(tally, Count::prison_2nd_year), at(tally, Count::prison_5th_year)};
    };
    using Shares = std::pair<std::int32_t, std::int32_t>;
    CHECK(imprisoned(date(2028, 12, 31) + std::chrono::hours{23}) == Shares{1, 1});
    CHECK(imprisoned(date(2029, 1, 1)) == Shares{0, 1});
    CHECK(imprisoned(date(2032, 1, 1) - one_tick) == Shares{0, 1});
    CHECK(imprisoned(date(2032, 1, 1)) == Shares{0, 0});
}

TEST_CASE("the year-end clock takes releases from prison in years that the policy covers whole") {
    const auto counted = [](const Client& person) {
        const auto tally = tally_of(UseRecord{person});
        return std::pair{at(tally, Count::released_2nd_year), at(tally, Count::released_5th_year)};
    };
    using Shares = std::pair<std::int32_t, std::int32_t>;
    CHECK(counted(released(date(2026, 12, 31))) == Shares{0, 0}); // the policy starts in April
    CHECK(counted(released(date(2027, 1, 1))) == Shares{1, 1});
    CHECK(counted(released(date(2029, 12, 31))) == Shares{1, 1});
    CHECK(counted(released(date(2030, 1, 1))) == Shares{1, 0}); // the horizon is 1 April 2034
    CHECK(counted(released(date(2032, 1, 1))) == Shares{1, 0});
    CHECK(counted(released(date(2033, 1, 1))) == Shares{0, 0});
}

TEST_CASE("the year-end clock takes those who come from prison, juveniles and the suspended not") {
    const auto counted = [](IntakeSource source) {
        UseRecord record{released(date(2027, 1, 1), source)};
        record.note(date(2028, 3, 1), UseEvent::prison);
        const auto tally = tally_of(record);
        return std::array{at(tally, Count::released_2nd_year),
                          at(tally, Count::prison_2nd_year),
                          at(tally, Count::released_5th_year),
                          at(tally, Count::prison_5th_year)};
    };
    using Shares = std::array<std::int32_t, 4>;
    for (const auto source : {IntakeSource::parole_only,
                              IntakeSource::parole_partial,
                              IntakeSource::direct_partial,
                              IntakeSource::full_term}) {
        CHECK(counted(source) == Shares{1, 1, 1, 1});
    }
    for (const auto source : {IntakeSource::suspended,
                              IntakeSource::juvenile,
                              IntakeSource::suspended_without_probation}) {
        CHECK(counted(source) == Shares{0, 0, 0, 0});
    }
}

TEST_CASE("first events are binned by month, and who departs or meets the horizon is censored") {
    const auto start = policy_start;
    UseRecord used{released(start)};
    used.note(start + month, UseEvent::use);
    UseRecord died{released(start)};
    died.note(start + month + one_tick, UseEvent::use);
    died.depart(start + 3 * month);
    UseRecord late{released(horizon - 2 * month)};
    UseRecord faithful{released(start)};
    faithful.note(start + 60 * month + one_tick, UseEvent::use);
    UseRecord before{released(start - one_tick)};
    UseCourse course;
    for (const auto* record : {&used, &died, &late, &faithful, &before}) {
        record->add_to(course, span);
    }
    CHECK(course.persons == 4);
    const auto sum = [](const auto& bins) { return std::accumulate(bins.begin(), bins.end(), 0); };
    CHECK(course.events[0][0] == 1);
    CHECK(course.events[0][1] == 1);
    CHECK(sum(course.events[0]) == 2);
    CHECK(course.censored[0][1] == 1); // two months before the horizon
    CHECK(sum(course.censored[0]) == 1);
    CHECK(sum(course.events[3]) == 0);
    CHECK(course.censored[3][2] == 1);
    CHECK(sum(course.censored[3]) == 2);
}
