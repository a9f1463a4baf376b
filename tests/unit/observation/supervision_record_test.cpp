#include "engine/observation/supervision_record.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

/// On parole from October 2026 to February 2027, then on probation to February 2029.
Client two_phases() {
    auto person = person_with_end(date(2029, 2, 1));
    person.source = IntakeSource::parole_partial;
    person.sentence.start = date(2026, 10, 1);
    person.sentence.first_phase_end = date(2027, 2, 1);
    return person;
}

struct Numbers {
    std::int32_t years;
    std::int32_t supported;
    std::int32_t year_ends;
    std::int32_t partial;
    friend bool operator==(const Numbers&, const Numbers&) = default;
};

Numbers numbers_of(const SupervisionRecord& record) {
    PersonTally tally;
    record.add_to(tally, span);
    return {tally[Count::supervised_in_year],
            tally[Count::supported_in_year],
            tally[Count::supervised_at_year_end],
            tally[Count::partial_at_year_end]};
}

} // namespace

TEST_CASE("supervision counts in the fiscal years it meets - probation after a partial suspension "
          "is in the stock at the end of the year") {
    SupervisionRecord record{two_phases()};
    CHECK(numbers_of(record) == Numbers{0, 0, 0, 0}); // still in prison
    record.start(date(2026, 10, 1));
    record.end(date(2029, 2, 1));
    // Fiscal 2026, 2027, 2028; 31 December 2026 (on parole), 2027, 2028.
    CHECK(numbers_of(record) == Numbers{3, 0, 3, 2});
    CHECK_FALSE(record.supervised_at(date(2026, 10, 1) - one_tick));
    CHECK(record.supervised_at(date(2026, 10, 1)));
    CHECK(record.supervised_at(date(2029, 2, 1) - one_tick));
    CHECK_FALSE(record.supervised_at(date(2029, 2, 1)));
    record.start(date(2030, 1, 1)); // a return parole is no new entry
    CHECK(numbers_of(record) == Numbers{3, 0, 3, 2});
}

TEST_CASE("only partial suspensions enter the partial-suspension stock") {
    for (const auto& [source, partial] : {std::pair{IntakeSource::direct_partial, 3},
                                          {IntakeSource::suspended, 0},
                                          {IntakeSource::parole_only, 0}}) {
        auto person = two_phases();
        person.source = source;
        SupervisionRecord record{person};
        record.start(date(2026, 10, 1));
        record.end(date(2029, 2, 1));
        CHECK(numbers_of(record) == Numbers{3, 0, 3, partial});
    }
}

TEST_CASE("after a technical revocation of the parole the probation starts on schedule") {
    SupervisionRecord record{two_phases()};
    record.start(date(2026, 10, 1));
    record.revoke(date(2026, 12, 1), CustodyCause::technical_revocation);
    CHECK(record.revoked_by(date(2026, 12, 1)));
    CHECK_FALSE(record.revoked_by(date(2026, 12, 1) - one_tick));
    CHECK_FALSE(record.supervised_at(date(2027, 1, 1)));
    CHECK(record.supervised_at(date(2027, 2, 1)));
    record.end(date(2029, 2, 1));
    CHECK(numbers_of(record) == Numbers{3, 0, 2, 2}); // fiscal 2026 counts once
}

TEST_CASE("after a revocation for an arrest nothing follows, nor after a death in between") {
    SupervisionRecord arrested{two_phases()};
    arrested.start(date(2026, 10, 1));
    arrested.revoke(date(2026, 12, 1), CustodyCause::arrest);
    CHECK_FALSE(arrested.supervised_at(date(2027, 2, 1)));
    CHECK(numbers_of(arrested) == Numbers{1, 0, 0, 0});
    SupervisionRecord died{two_phases()};
    died.start(date(2026, 10, 1));
    died.revoke(date(2026, 12, 1), CustodyCause::technical_revocation);
    died.end(date(2027, 1, 5));
    CHECK_FALSE(died.supervised_at(date(2027, 2, 1)));
    CHECK(numbers_of(died) == Numbers{1, 0, 0, 0});
}

TEST_CASE("nothing follows the revocation of a return parole") {
    SupervisionRecord record{two_phases()};
    record.start(date(2026, 10, 1));
    CHECK_FALSE(record.revoke(date(2026, 11, 1), CustodyCause::arrest));
    CHECK_FALSE(record.revoke(date(2027, 1, 1), CustodyCause::technical_revocation));
    CHECK_FALSE(record.supervised_at(date(2027, 2, 1)));
    SupervisionRecord parole{two_phases()};
    parole.start(date(2026, 10, 1));
    CHECK(parole.revoke(date(2027, 1, 1), CustodyCause::technical_revocation) == date(2027, 2, 1));
}

TEST_CASE("support counts once in a fiscal year, and only while supervised") {
    SupervisionRecord record{two_phases()};
    record.support(date(2026, 9, 1));
    record.start(date(2026, 10, 1));
    CHECK(numbers_of(record).supported == 0);
    record.support(date(2026, 11, 1));
    record.support(date(2027, 3, 31));
    CHECK(numbers_of(record).supported == 1);
    record.support(date(2027, 4, 1));
    record.end(date(2029, 2, 1));
    record.support(date(2029, 3, 1)); // in fiscal 2028, after the end
    CHECK(numbers_of(record) == Numbers{3, 2, 3, 2});
}

TEST_CASE("a stay supports in every fiscal year of supervision that it meets") {
    SupervisionRecord record{two_phases()};
    record.start(date(2026, 10, 1));
    record.begin_stay(date(2027, 3, 31));
    record.end(date(2029, 2, 1));
    CHECK(numbers_of(record).supported == 3);
    record.end_stay(date(2027, 4, 1));
    CHECK(numbers_of(record).supported == 1);
}
