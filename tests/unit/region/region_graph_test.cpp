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
    CHECK_THROWS_AS(graph.reached_from(AgencyId{0}), ContractViolation);
    CHECK_THROWS_AS(graph.leads_to_any(AgencyId{0}, {}), ContractViolation);
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

TEST_CASE("people go with the referral alone, ties hold both ways") {
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

TEST_CASE("what is never offered or never held counts for nothing") {
    Drawn drawn{{"a", "b"}};
    drawn.refer("a", "b", 0.0).meet("a", "b", 0.0);
    CHECK(drawn.reached_from("a").empty());
    CHECK(drawn.bridges().empty());
}

TEST_CASE("an agency joined with itself breaks the contract") {
    Drawn drawn{{"a"}};
    drawn.refer("a", "a");
    CHECK_THROWS_AS(drawn.graph(), ContractViolation);
}

TEST_CASE("referrals lead to support over any number of steps, and never by standing still") {
    Drawn drawn{{"office", "hostel", "centre", "hospital"}};
    drawn.refer("office", "hostel").refer("hostel", "centre");
    const auto graph = drawn.graph();
    const auto leads = [&](const Names& names) {
        std::vector<AgencyId> receivers;
        for (const auto& name : names) {
            receivers.push_back(drawn.agency(name));
        }
        return graph.leads_to_any(drawn.agency("office"), receivers);
    };
    CHECK(leads({"centre"}));
    CHECK(leads({"hospital", "centre"}));
    CHECK_FALSE(leads({"hospital"}));
    CHECK_FALSE(leads({"office"}));
    CHECK_FALSE(leads({}));
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
    const auto leads = [&] {
        const auto region_support = drawn.supporting();
        std::vector<AgencyId> receivers;
        for (const auto& name : region_support) {
            receivers.push_back(drawn.agency(name));
        }
        return drawn.graph().leads_to_any(drawn.agency("office"), receivers);
    };
    CHECK_FALSE(leads());
    drawn.refer("office", "centre");
    CHECK_FALSE(leads()); // the centre offers nothing here
    drawn.refer("office", "clinic");
    CHECK(leads());
}
