#include "engine/observation/contact_line.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

SimTime day(double days) {
    return days_after(scheduled_end, days);
}

ContactWindow window(double after, double until) {
    return {day(after), day(until)};
}

ContactLine line() {
    return ContactLine{day(-210.0)};
}

} // namespace

TEST_CASE("a window holds its end and not its beginning, to the second") {
    for (const auto& [at, inside] : {std::pair{day(10.0), false},
                                     {day(10.0) + tick, true},
                                     {day(40.0), true},
                                     {day(40.0) + tick, false}}) {
        auto contacts = line();
        contacts.add(at, centre);
        CHECK(contacts.any_in(window(10.0, 40.0)) == inside);
        CHECK(contacts.in(window(10.0, 40.0)) == (inside ? 1 : 0));
    }
}

TEST_CASE("a stay is a contact every day, from its first to its last moment") {
    auto contacts = line();
    contacts.begin_stay(day(5.0), facility);
    CHECK(contacts.in(window(5.0, 8.0)) == 3); // it goes on
    contacts.end_stay(day(25.5));
    CHECK(contacts.in(window(0.0, 100.0)) == 21); // days 5, 6, ... 25
    CHECK(contacts.in(window(20.0, 22.0)) == 2);
    CHECK(contacts.any_in(window(25.0, 60.0)));
    CHECK_FALSE(contacts.any_in(window(25.5, 60.0)));
    CHECK_FALSE(contacts.any_in({day(0.0), day(5.0) - tick}));
}

TEST_CASE("what ended before it is of interest is forgotten, a stay that goes on is not") {
    auto contacts = line();
    contacts.add(day(-210.0), centre);
    contacts.begin_stay(day(-400.0), facility);
    CHECK(contacts.in({day(-1000.0), day(-300.0)}) == 101);
    contacts.end_stay(day(-210.0));
    CHECK(contacts.in({day(-1000.0), day(1000.0)}) == 0);
    contacts.end_stay(day(0.0)); // nobody is staying
    CHECK(contacts.in({day(-1000.0), day(1000.0)}) == 0);
}

TEST_CASE("the first contact after an instant may be the next moment of a stay") {
    auto contacts = line();
    CHECK_FALSE(contacts.first_after(day(0.0)));
    contacts.add(day(0.0), centre);
    CHECK_FALSE(contacts.first_after(day(0.0)));
    contacts.add(day(7.0), centre);
    CHECK(contacts.first_after(day(0.0)) == day(7.0));
    contacts.begin_stay(day(9.0), facility);
    CHECK(contacts.first_after(day(8.0)) == day(9.0));
    CHECK(contacts.first_after(day(9.0)) == day(9.0) + tick);
}

TEST_CASE("covered are the days with a contact in the window up to them") {
    auto contacts = line();
    contacts.add(day(10.5), centre);
    const auto bits = contacts.covered_days(day(0.0), std::chrono::days{90});
    CHECK(bits.count() == 90);
    CHECK_FALSE(bits.test(10));
    CHECK(bits.test(11));
    CHECK(bits.test(100));
    auto staying = line();
    staying.begin_stay(day(10.5), facility);
    staying.end_stay(day(20.5));
    const auto stay = staying.covered_days(day(0.0), std::chrono::days{30});
    CHECK(stay.count() == 40);
    CHECK(stay.test(11));
    CHECK(stay.test(50));
    CHECK_FALSE(stay.test(51));
    auto for_good = line();
    for_good.begin_stay(day(300.0), facility);
    CHECK(for_good.covered_days(day(0.0), std::chrono::days{30}).count() == 66);
    auto before = line();
    before.add(day(-89.0), centre);
    CHECK(before.covered_days(day(0.0), std::chrono::days{90}).count() == 1);
}

TEST_CASE("agencies of a window are those whose contacts began in it, in order") {
    auto contacts = line();
    contacts.begin_stay(day(0.0), facility);
    contacts.end_stay(day(3.0));
    contacts.add(day(4.0), centre);
    contacts.begin_stay(day(6.0), facility);
    contacts.add(day(50.0), centre);
    CHECK(contacts.agencies_in(window(0.0, 49.0)) == std::vector<AgencyId>{centre, facility});
}

TEST_CASE("a contact in person is asked for by itself, and every day of a stay is one") {
    auto contacts = line();
    contacts.add(day(2.0), centre, Medium::remote);
    CHECK(contacts.any_in(window(0.0, 3.0)));
    CHECK_FALSE(contacts.any_in_person_in(window(0.0, 3.0)));
    contacts.add(day(3.0), centre);
    CHECK(contacts.any_in_person_in(window(0.0, 3.0)));
    CHECK_FALSE(contacts.any_in_person_in(window(0.0, 2.9)));
    contacts.begin_stay(day(10.0), facility);
    CHECK(contacts.any_in_person_in(window(20.0, 21.0)));
}
