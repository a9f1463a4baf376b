#include "engine/observation/contact_line.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

ContactWindow window(double from, double until) {
    return {after(from), after(until)};
}

ContactLine line() {
    return ContactLine{after(-210.0)};
}

} // namespace

TEST_CASE("a window holds its end and not its beginning, to the second") {
    for (const auto& [at, inside] : {std::pair{after(10.0), false},
                                     {after(10.0) + one_tick, true},
                                     {after(40.0), true},
                                     {after(40.0) + one_tick, false}}) {
        auto contacts = line();
        contacts.add(at, centre);
        CHECK(contacts.any_in(window(10.0, 40.0)) == inside);
        CHECK(contacts.in(window(10.0, 40.0)) == (inside ? 1 : 0));
    }
}

TEST_CASE("a stay is a contact every day, from its first to its last moment") {
    auto contacts = line();
    contacts.begin_stay(after(5.0), facility);
    CHECK(contacts.in(window(5.0, 8.0)) == 3); // it goes on
    contacts.end_stay(after(25.5));
    CHECK(contacts.in(window(0.0, 100.0)) == 21); // days 5, 6, ... 25
    CHECK(contacts.in(window(20.0, 22.0)) == 2);
    CHECK(contacts.any_in(window(25.0, 60.0)));
    CHECK_FALSE(contacts.any_in(window(25.5, 60.0)));
    CHECK_FALSE(contacts.any_in({after(0.0), after(5.0) - one_tick}));
}

TEST_CASE("what ended before it is of interest is forgotten, a stay that goes on is not") {
    auto contacts = line();
    contacts.add(after(-210.0), centre);
    contacts.begin_stay(after(-400.0), facility);
    CHECK(contacts.in({after(-1000.0), after(-300.0)}) == 101);
    contacts.end_stay(after(-210.0));
    CHECK(contacts.in({after(-1000.0), after(1000.0)}) == 0);
    contacts.end_stay(after(0.0)); // nobody is staying
    CHECK(contacts.in({after(-1000.0), after(1000.0)}) == 0);
}

TEST_CASE("the first contact after an instant may be the next moment of a stay") {
    auto contacts = line();
    CHECK_FALSE(contacts.first_after(after(0.0)));
    contacts.add(after(0.0), centre);
    CHECK_FALSE(contacts.first_after(after(0.0)));
    contacts.add(after(7.0), centre);
    CHECK(contacts.first_after(after(0.0)) == after(7.0));
    contacts.begin_stay(after(9.0), facility);
    CHECK(contacts.first_after(after(8.0)) == after(9.0));
    CHECK(contacts.first_after(after(9.0)) == after(9.0) + one_tick);
}

TEST_CASE("covered are the days with a contact in the window up to them") {
    auto contacts = line();
    contacts.add(after(10.5), centre);
    const auto bits = contacts.covered_days(after(0.0), std::chrono::days{90});
    CHECK(bits.count() == 90);
    CHECK_FALSE(bits.test(10));
    CHECK(bits.test(11));
    CHECK(bits.test(100));
    auto staying = line();
    staying.begin_stay(after(10.5), facility);
    staying.end_stay(after(20.5));
    const auto stay = staying.covered_days(after(0.0), std::chrono::days{30});
    CHECK(stay.count() == 40);
    CHECK(stay.test(11));
    CHECK(stay.test(50));
    CHECK_FALSE(stay.test(51));
    auto for_good = line();
    for_good.begin_stay(after(300.0), facility);
    CHECK(for_good.covered_days(after(0.0), std::chrono::days{30}).count() == 66);
    auto before = line();
    before.add(after(-89.0), centre);
    CHECK(before.covered_days(after(0.0), std::chrono::days{90}).count() == 1);
}

TEST_CASE("days covered by several contacts count once, and no day between them counts") {
    const auto covered = [](const ContactLine& contacts) {
        return contacts.covered_days(after(0.0), std::chrono::days{10});
    };
    auto apart = line();
    apart.add(after(20.0), centre);
    apart.add(after(24.0), centre); // overlaps: 20 to 33
    apart.add(after(34.0), centre); // follows on: to 43
    apart.add(after(45.0), centre); // day 44 lies between: 45 to 54
    const auto bits = covered(apart);
    CHECK(bits.count() == 24 + 10);
    CHECK(bits.test(20));
    CHECK(bits.test(43));
    CHECK_FALSE(bits.test(44));
    CHECK(bits.test(45));
    auto within = line();
    within.begin_stay(after(20.0), facility);
    within.add(after(22.0), centre); // its days end before those of the stay: 20 to 49
    within.end_stay(after(40.0));
    CHECK(covered(within).count() == 30);
}

TEST_CASE("agencies of a window are those whose contacts began in it, in order") {
    auto contacts = line();
    contacts.begin_stay(after(0.0), facility);
    contacts.end_stay(after(3.0));
    contacts.add(after(4.0), centre);
    contacts.begin_stay(after(6.0), facility);
    contacts.add(after(50.0), centre);
    CHECK(contacts.agencies_in(window(0.0, 49.0)) == std::vector<AgencyId>{centre, facility});
}

TEST_CASE("a contact in person is asked for by itself, and every day of a stay is one") {
    auto contacts = line();
    contacts.add(after(2.0), centre, Medium::remote);
    CHECK(contacts.any_in(window(0.0, 3.0)));
    CHECK_FALSE(contacts.any_in_person_in(window(0.0, 3.0)));
    contacts.add(after(3.0), centre);
    CHECK(contacts.any_in_person_in(window(0.0, 3.0)));
    CHECK_FALSE(contacts.any_in_person_in(window(0.0, 2.9)));
    contacts.begin_stay(after(10.0), facility);
    CHECK(contacts.any_in_person_in(window(20.0, 21.0)));
}
