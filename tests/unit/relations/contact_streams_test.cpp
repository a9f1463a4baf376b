#include "engine/capacity/hours.hpp"
#include "engine/relations/contact_streams.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>
#include <chrono>

using namespace tsunagi;
using namespace std::chrono_literals;

namespace {

constexpr SimTime start = test::run_start; // Wednesday 1 April 2020
constexpr Validity always{start, test::horizon};
constexpr Validity never{};
constexpr AgencyId one_agency{0};
constexpr AgencyId other_agency{1};

StaffLedger ledger(Duration weekly_total, std::optional<Duration> of_other = std::nullopt) {
    Column<AgencyId, std::optional<Duration>> totals;
    totals.push(weekly_total);
    totals.push(of_other);
    return {std::move(totals), start, test::horizon};
}

/// Meets once a year, some hours after the start of the run: all streams of a test fall in one
/// week.
ContactStream yearly(std::uint64_t label, double after_hours, Duration hours, ContactRank rank) {
    ContactStream stream;
    stream.owner = EntityKey{1};
    stream.label = EntityKey{label};
    stream.per_year = 1.0;
    stream.phase = after_hours / (24.0 * days_per_year);
    stream.weight = 1.0;
    stream.attendees = {{one_agency, hours}, {other_agency, hours}};
    stream.rank = rank;
    stream.policy = always;
    stream.reference = always;
    return stream;
}

std::vector<std::uint32_t> cancelled_in_first_week(const std::vector<ContactStream>& streams,
                                                   const StaffLedger& staff,
                                                   ScheduleName schedule = ScheduleName::policy) {
    const auto plan = plan_contacts(streams, schedule, staff, start, {start, start + 4 * one_day});
    std::vector<std::uint32_t> rows;
    for (const auto& contact : plan.cancelled) {
        CHECK(contact.occurrence == 0);
        rows.push_back(contact.stream);
    }
    return rows;
}

} // namespace

TEST_CASE("contacts fall on start of run + (i + u) 365.25 / f") {
    ContactStream stream;
    stream.per_year = 6.0;
    stream.phase = 0.25;
    for (const std::uint32_t occurrence : {0U, 1U, 7U, 65U}) {
        const double days = (occurrence + 0.25) * 365.25 / 6.0;
        CHECK(days_between(start, stream.date(start, occurrence)) == Approx(days).epsilon(1e-9));
    }
}

TEST_CASE("the first occurrence from an instant on is the first and not before it") {
    ContactStream stream;
    for (const double per_year : {0.5, 2.0, 12.0, 96.0}) {
        for (const double phase : {1e-9, 0.5, 1.0 - 1e-9}) {
            stream.per_year = per_year;
            stream.phase = phase;
            CHECK(stream.first_from(start, start - one_day) == 0);
            for (std::uint32_t occurrence = 0; occurrence < 40; ++occurrence) {
                const auto at = stream.date(start, occurrence);
                CHECK(stream.first_from(start, at) == occurrence);
                CHECK(stream.first_from(start, at + 1s) == occurrence + 1);
            }
        }
    }
}

TEST_CASE("a schedule holds a stream from its first instant and no longer at its last") {
    ContactStream stream;
    stream.policy = {start + 10s, start + 20s};
    stream.reference = never;
    using Part = Schedules::Part;
    CHECK(stream.schedules_at(start + 9s).policy == Part::out);
    CHECK(stream.schedules_at(start + 10s).policy == Part::in);
    CHECK(stream.schedules_at(start + 19s).policy == Part::in);
    CHECK(stream.schedules_at(start + 20s).policy == Part::out);
    CHECK(stream.schedules_at(start + 10s).reference == Part::out);
    CHECK(stream.schedules_at(start + 10s).any());
    CHECK_FALSE(stream.schedules_at(start + 20s).any());
}

TEST_CASE("phases are keyed by pair, activity and raised frequency") {
    const auto phase = [](std::uint64_t owner, std::uint64_t label, std::uint64_t raised) {
        Streams streams{{.study_seed = 3, .replication = 0}};
        return contact_phase(EntityKey{owner}, partner(EntityKey{label}), raised, streams);
    };
    CHECK(phase(1, 2, 0) == phase(1, 2, 0));
    CHECK(phase(1, 2, 0) != phase(1, 2, 12'001));
    CHECK(phase(1, 2, 6'001) != phase(1, 2, 12'001));
    CHECK(phase(1, 2, 0) != phase(5, 2, 0));
    CHECK(phase(1, 2, 0) != phase(1, 5, 0));
    CHECK(phase(1, 2, 0) > 0.0);
    CHECK(phase(1, 2, 0) < 1.0);
}

TEST_CASE("contacts reserve their hours in the week they fall in") {
    auto weekly = yearly(1, 2.0, 3h, ContactRank::meeting);
    weekly.per_year = 365.25 / 7.0;
    weekly.phase = 0.1;
    const auto staff = ledger(100h);
    const auto plan =
        plan_contacts(std::vector{weekly, weekly}, ScheduleName::policy, staff, start, always);
    CHECK(plan.cancelled.empty());
    for (std::size_t week = 0; week + 1 < staff.weeks(); ++week) {
        CHECK(plan.reserved[one_agency][week] == 6h);
    }
    CHECK(plan.reserved[other_agency].empty()); // whose hours have no limit
}

TEST_CASE("what no longer fits the week goes in the order lectures, conferences, meetings") {
    // Each takes 4 hours; the lecture comes first in time and is the first to go.
    const std::vector<ContactStream> streams{yearly(1, 1.0, 4h, ContactRank::lecture),
                                             yearly(2, 2.0, 4h, ContactRank::conference),
                                             yearly(3, 3.0, 4h, ContactRank::meeting)};
    using Rows = std::vector<std::uint32_t>;
    CHECK(cancelled_in_first_week(streams, ledger(12h)) == Rows{});
    CHECK(cancelled_in_first_week(streams, ledger(11h)) == Rows{0});
    CHECK(cancelled_in_first_week(streams, ledger(7h)) == Rows{0, 1});
    CHECK(cancelled_in_first_week(streams, ledger(3h)) == Rows{0, 1, 2});
}

TEST_CASE("the core programme is held whatever the week, and others give way to it") {
    std::vector<ContactStream> streams{yearly(1, 1.0, 4h, ContactRank::meeting),
                                       yearly(2, 2.0, 6h, ContactRank::group)};
    streams[1].kind = ContactStream::Kind::core_programme;
    using Rows = std::vector<std::uint32_t>;
    CHECK(cancelled_in_first_week(streams, ledger(10h)) == Rows{});
    CHECK(cancelled_in_first_week(streams, ledger(9h)) == Rows{0});
    CHECK(cancelled_in_first_week(streams, ledger(5h)) == Rows{0});
    const auto plan = plan_contacts(
        streams, ScheduleName::policy, ledger(5h), start, {start, start + 4 * one_day});
    CHECK(plan.reserved[one_agency][0] == 6h); // an hour of it overtime
}

TEST_CASE("within a rank the earlier contact is held") {
    const std::vector<ContactStream> streams{yearly(1, 9.0, 4h, ContactRank::meeting),
                                             yearly(2, 5.0, 4h, ContactRank::meeting)};
    CHECK(cancelled_in_first_week(streams, ledger(7h)) == std::vector<std::uint32_t>{0});
}

TEST_CASE("the order in which streams are listed decides nothing") {
    std::vector<ContactStream> streams{yearly(1, 5.0, 4h, ContactRank::meeting),
                                       yearly(2, 5.0, 4h, ContactRank::meeting),
                                       yearly(3, 5.0, 4h, ContactRank::lecture)};
    const auto label_of_cancelled = [&] {
        std::vector<EntityKey> labels;
        for (const auto row : cancelled_in_first_week(streams, ledger(5h))) {
            labels.push_back(streams[row].label);
        }
        std::sort(labels.begin(), labels.end());
        return labels;
    };
    const auto before = label_of_cancelled();
    CHECK(before == std::vector<EntityKey>{EntityKey{2}, EntityKey{3}});
    std::reverse(streams.begin(), streams.end());
    CHECK(label_of_cancelled() == before);
}

TEST_CASE("a cancelled contact costs nobody an hour, and a smaller one may take the room") {
    const std::vector<ContactStream> streams{yearly(1, 1.0, 6h, ContactRank::meeting),
                                             yearly(2, 2.0, 6h, ContactRank::meeting),
                                             yearly(3, 3.0, 2h, ContactRank::lecture)};
    const auto staff = ledger(8h, 100h);
    const auto plan =
        plan_contacts(streams, ScheduleName::policy, staff, start, {start, start + 4 * one_day});
    REQUIRE(plan.cancelled.size() == 1);
    CHECK(plan.cancelled[0].stream == 1);
    CHECK(plan.reserved[one_agency][0] == 8h);
    CHECK(plan.reserved[other_agency][0] == 8h); // with hours left it does not meet alone
}

TEST_CASE("bookings never decide about contacts") {
    const std::vector<ContactStream> streams{yearly(1, 1.0, 4h, ContactRank::meeting),
                                             yearly(2, 2.0, 4h, ContactRank::conference)};
    auto staff = ledger(7h);
    const auto before = cancelled_in_first_week(streams, staff);
    staff.book(one_agency, start, 7h, test::horizon);
    CHECK(cancelled_in_first_week(streams, staff) == before);
    // Nor do reservations of another plan.
    staff.reserve_from(one_agency, start, {7h, 7h});
    CHECK(cancelled_in_first_week(streams, staff) == before);
}

TEST_CASE("each schedule is planned from its own contacts alone") {
    std::vector<ContactStream> streams{yearly(1, 1.0, 4h, ContactRank::meeting),
                                       yearly(2, 2.0, 4h, ContactRank::meeting)};
    streams[0].reference = never;
    const auto staff = ledger(4h);
    using Rows = std::vector<std::uint32_t>;
    CHECK(cancelled_in_first_week(streams, staff, ScheduleName::policy) == Rows{1});
    CHECK(cancelled_in_first_week(streams, staff, ScheduleName::reference) == Rows{});
}

TEST_CASE("a contact of once in a billion years comes after every run") {
    ContactStream stream;
    stream.per_year = 1e-9;
    stream.phase = 0.5;
    CHECK(stream.date(start, 0) > start + std::chrono::days{365'250'000});
    CHECK(stream.first_from(start, start + one_day) == 0);
}
