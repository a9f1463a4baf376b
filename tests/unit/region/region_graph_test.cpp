#include "tests/support/catch.hpp"
#include "tests/unit/region/drawn_region.hpp"

#include <vector>

using namespace tsunagi;
using test::by_key;
using test::Drawn;
using test::Names;
using test::Pairs;

TEST_CASE("a region without agencies has no bridges and nobody to ask about") {
    const auto graph = Drawn{{}}.graph();
    CHECK(graph.articulation_points().empty());
    CHECK(graph.bridges().empty());
    CHECK(graph.reached_from_outside().empty());
    CHECK_THROWS_AS(graph.reached_from(AgencyId{0}), ContractViolation);
    CHECK_THROWS_AS(Drawn{{}}.leads("nobody", {}), ContractViolation);
}

TEST_CASE("agencies that nothing ties reach nobody") {
    const Drawn drawn{{"a", "b"}};
    CHECK(drawn.reached_from("a").empty());
    CHECK(drawn.articulation_points().empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("along a chain the far end is two referrals away, and the middle holds it together") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("b") == Names{"c 1"});
    CHECK(drawn.reached_from("c").empty());
    CHECK(drawn.articulation_points() == Names{"b"});
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}, {"b", "c"}}));
}

TEST_CASE("two components share nothing") {
    Drawn drawn{{"a", "b", "c", "x", "y"}};
    drawn.refer("a", "b").refer("b", "c").refer("x", "y");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("x") == Names{"y 1"});
    CHECK(drawn.articulation_points() == Names{"b"});
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}, {"b", "c"}, {"x", "y"}}));
}

TEST_CASE("round a circle everybody reaches everybody else, and no tie is needed by itself") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c").refer("c", "a");
    CHECK(drawn.reached_from("a") == Names{"b 1", "c 2"});
    CHECK(drawn.reached_from("b") == Names{"c 1", "a 2"});
    CHECK(drawn.articulation_points().empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("people go one way, ties hold both ways") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("c", "b");
    CHECK(drawn.reached_from("a") == Names{"b 1"});
    CHECK(drawn.reached_from("b").empty());
    CHECK(drawn.articulation_points() == Names{"b"});
}

TEST_CASE("a pair tied by two labels and a contact is one pair, and still a bridge") {
    Drawn drawn{{"a", "b"}};
    drawn.refer("a", "b").refer("a", "b").refer("b", "a").meet("b", "a");
    CHECK(drawn.bridges() == by_key(Pairs{{"a", "b"}}));
}

TEST_CASE("a standing contact ties agencies and leads nobody anywhere") {
    Drawn drawn{{"a", "b", "c"}};
    drawn.refer("a", "b").refer("b", "c").meet("c", "a");
    CHECK(drawn.reached_from("c").empty());
    CHECK(drawn.bridges().empty());
    CHECK(drawn.articulation_points().empty());
}

TEST_CASE("a contact that is never held counts for nothing") {
    Drawn drawn{{"a", "b"}};
    drawn.meet("a", "b", 0.0);
    CHECK(drawn.bridges().empty());
}

TEST_CASE("people go on by whatever takes them, a label or a process that always runs") {
    Drawn drawn{{"office", "centre", "hospital", "facility"}};
    drawn.refer("office", "centre").lead({"centre"}, {"hospital"}).lead({"hospital"}, {"facility"});
    CHECK(drawn.reached_from("office") == Names{"centre 1", "hospital 2", "facility 3"});
    CHECK(drawn.articulation_points() == by_key(Names{"centre", "hospital"}));
    CHECK(drawn.bridges() ==
          by_key(Pairs{{"office", "centre"}, {"centre", "hospital"}, {"hospital", "facility"}}));
}

TEST_CASE("one way joins each of its senders with each of its receivers, in one step") {
    Drawn drawn{{"a", "b", "x", "y"}};
    drawn.lead({"a", "b"}, {"x", "y"});
    for (const auto* sender : {"a", "b"}) {
        const auto near = by_key(Names{"x", "y"});
        CHECK(drawn.reached_from(sender) == Names{near[0] + " 1", near[1] + " 1"});
    }
    CHECK(drawn.reached_from("x").empty());
    CHECK(drawn.articulation_points().empty()); // round a circle of four
    CHECK(drawn.bridges().empty());
}

TEST_CASE("who comes by no agency's hand goes on from there, and ties nobody") {
    Drawn drawn{{"centre", "hospital", "group", "office"}};
    drawn.lead({}, {"centre", "group"}).lead({"centre"}, {"hospital"});
    const auto near = by_key(Names{"centre", "group"});
    CHECK(drawn.reached_from_outside() == Names{near[0] + " 1", near[1] + " 1", "hospital 2"});
    CHECK(drawn.reached_from("office").empty());
    CHECK(drawn.reached_from("group").empty());
    CHECK(drawn.bridges() == by_key(Pairs{{"centre", "hospital"}}));
    CHECK_FALSE(drawn.leads("office", {"centre"}));
}

TEST_CASE("an agency joined with itself breaks the contract") {
    Drawn drawn{{"a"}};
    drawn.refer("a", "a");
    CHECK_THROWS_AS(drawn.graph(), ContractViolation);
}

TEST_CASE("ways lead to support over any number of steps, and never by standing still") {
    Drawn drawn{{"office", "hostel", "centre", "hospital", "facility"}};
    drawn.refer("office", "hostel").refer("hostel", "centre").lead({"centre"}, {"facility"});
    CHECK(drawn.leads("office", {"centre"}));
    CHECK(drawn.leads("office", {"hospital", "centre"}));
    CHECK(drawn.leads("office", {"facility"}));
    CHECK_FALSE(drawn.leads("office", {"hospital"}));
    CHECK_FALSE(drawn.leads("office", {"office"}));
    CHECK_FALSE(drawn.leads("office", {}));
}

TEST_CASE("community support is whoever offers in the area what counts as support of a person") {
    Drawn drawn{
        {"clinic", "centre", "office", "peers", "house", "families", "hostel", "far", "off"}};
    drawn.offer("clinic", AgencyType::psychiatric_hospital, Service::outpatient)
        .offer("centre", AgencyType::mental_health_welfare_center, Service::counselling)
        .offer("peers", AgencyType::self_help_group, Service::self_help)
        .offer("house", AgencyType::recovery_facility, Service::residence)
        .offer("families", AgencyType::family_association, Service::family_meeting)
        .offer("hostel", AgencyType::offender_rehabilitation_facility, Service::residence)
        .offer("far", AgencyType::out_of_prefecture_hospital, Service::bed)
        .offer("off", AgencyType::other_agency, Service::programme, 0.0);
    CHECK(drawn.supporting() == by_key(Names{"clinic", "centre", "peers", "house"}));
}

TEST_CASE("an offender rehabilitation facility supports where it offers more than a home") {
    Drawn drawn{{"hostel"}};
    drawn.offer("hostel", AgencyType::offender_rehabilitation_facility, Service::residence);
    CHECK(drawn.supporting().empty());
    drawn.offer("hostel", AgencyType::offender_rehabilitation_facility, Service::counselling);
    CHECK(drawn.supporting() == Names{"hostel"});
}

TEST_CASE("a way to support need not pass the centre") {
    Drawn drawn{{"office", "centre", "clinic"}};
    drawn.offer("clinic", AgencyType::psychiatric_hospital, Service::outpatient);
    CHECK_FALSE(drawn.leads("office", drawn.supporting()));
    drawn.refer("office", "centre");
    CHECK_FALSE(drawn.leads("office", drawn.supporting())); // the centre offers nothing here
    drawn.refer("office", "clinic");
    CHECK(drawn.leads("office", drawn.supporting()));
}

TEST_CASE("a way to support may go on from a label by a process that always runs") {
    Drawn drawn{{"office", "centre", "clinic"}};
    drawn.offer("clinic", AgencyType::psychiatric_hospital, Service::outpatient)
        .lead({"centre"}, {"clinic"});
    CHECK_FALSE(drawn.leads("office", drawn.supporting()));
    drawn.refer("office", "centre");
    CHECK(drawn.leads("office", drawn.supporting()));
}
