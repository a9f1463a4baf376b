// Referrals and requests of one person, from facts made by hand.
#include "engine/experiment/detail/referral_ways.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/experiment/pathway_facts.hpp"

using namespace tsunagi;
using detail::ReferralWays;
using test::pathway_rule;
using test::sum_in;
using test::value_in;

namespace {

struct WaysTold : test::LifeTold<ReferralWays> {
    WaysTold() : LifeTold{ways} {}
    Sums sums() const {
        detail::PathwayTally tally;
        tally.add(PathwaySum::persons, 1);
        ways.add_to(tally, pathway_rule);
        return tally.finish(pathway_rule);
    }
    std::int64_t sum(PathwaySum which) const { return sum_in(sums(), which); }

    ReferralWays ways;
};

} // namespace

TEST_CASE("a referral counts in every stage up to the furthest, and is lost once, after it") {
    WaysTold told;
    told.offer(1.0);
    told.tell(1.0, FactKind::offer_refused);
    told.offer(50.0);
    told.tell(50.0, FactKind::offer_accepted);
    told.tell(50.0, FactKind::no_hours_found);
    told.lose(50.0, Loss::no_hours);
    told.offer(100.0);
    told.accept(100.0);
    told.lose(105.0, Loss::person_gone);
    told.offer(150.0);
    told.accept(150.0);
    told.miss(170.0);
    told.book(170.0, Route::handover);
    told.miss(190.0);
    told.lose(190.0, Loss::not_kept);
    told.offer(250.0);
    told.accept(250.0);
    told.come(260.0);
    told.lose(260.0, Loss::second_visit);
    told.offer(300.0);
    told.accept(300.0);
    told.come(310.0);
    told.start(310.0, Service::counselling);
    told.end(400.0, Service::counselling, EpisodeEnd::drop_out);
    told.offer(500.0);
    told.accept(500.0);
    told.come(510.0);
    told.start(510.0, Service::programme);
    told.end(700.0, Service::programme, EpisodeEnd::completed);
    told.offer(800.0);
    told.accept(800.0);
    told.come(810.0);
    told.start(810.0, Service::counselling);
    const auto sums = told.sums();
    const std::vector<std::int64_t> reached{8, 7, 6, 5, 4, 3, 1};
    for (std::size_t stage = 0; stage < reached.size(); ++stage) {
        CAPTURE(stage);
        CHECK(sums.at(static_cast<std::size_t>(PathwaySum::sent) + stage) == reached[stage]);
    }
    for (std::size_t stage = 0; stage + 1 < reached.size(); ++stage) {
        CAPTURE(stage);
        CHECK(sums.at(static_cast<std::size_t>(PathwaySum::lost_sent) + stage) == 1);
    }
    CHECK(*value_in(sums, "attended") == 0.5);
    CHECK(*value_in(sums, "lost_contacted") == 0.125);
    CHECK(*value_in(sums, "under_way") == 0.125);
    CHECK(*value_in(sums, "sent") == 8.0);
}

TEST_CASE("what happens more than 365 days after a referral was sent does not count for it") {
    WaysTold told;
    told.offer(10.0);
    told.accept(10.0);
    told.come(20.0);
    told.start(20.0, Service::counselling);
    told.end(375.1, Service::counselling, EpisodeEnd::review);
    CHECK(told.sum(PathwaySum::started) == 1);
    CHECK(told.sum(PathwaySum::completed) == 0);
    CHECK(told.sum(PathwaySum::lost_started) == 0);
    CHECK(*value_in(told.sums(), "under_way") == 1.0);
    // Throughput is that of care which ends in the span, however long it took.
    CHECK(told.sum(PathwaySum::care_completed) == 1);
}

TEST_CASE("only referrals that are followed for 365 days of the span count") {
    WaysTold told;
    told.offer(-1.0);
    told.accept(-1.0);
    told.offer(1461.0 - 365.0, test::facility);
    told.accept(1461.0 - 365.0, test::facility);
    told.offer(1461.0 - 364.9, test::hospital);
    told.accept(1461.0 - 364.9, test::hospital);
    CHECK(told.sum(PathwaySum::sent) == 1);
    CHECK(told.sum(PathwaySum::requests) == 1);
}

TEST_CASE("care that goes on in the same second has not ended, and other care there ends too") {
    WaysTold told;
    told.offer(1.0);
    told.accept(1.0);
    told.come(10.0);
    told.start(10.0, Service::counselling);
    told.end(40.0, Service::counselling, EpisodeEnd::completed);
    told.open(40.0, Service::programme); // a seat came
    told.open(50.0, Service::self_help);
    told.end(100.0, Service::programme, EpisodeEnd::completed);
    CHECK(told.sum(PathwaySum::completed) == 0);
    CHECK(told.sum(PathwaySum::care_completed) == 0);
    told.end(120.0, Service::self_help, EpisodeEnd::silence);
    CHECK(told.sum(PathwaySum::completed) == 0);
    CHECK(told.sum(PathwaySum::lost_started) == 1);
}

TEST_CASE("a bed or a place in a residence is no care of a referral to the same agency") {
    WaysTold told;
    told.offer(1.0, test::hospital);
    told.accept(1.0, test::hospital);
    told.start(5.0, Service::bed, test::hospital);
    told.end(9.0, Service::bed, EpisodeEnd::completed, test::hospital);
    CHECK(told.sum(PathwaySum::started) == 0);
    told.come(20.0, test::hospital);
    CHECK(told.sum(PathwaySum::attended) == 1);
    CHECK(told.sum(PathwaySum::completed) == 0);
}

TEST_CASE(
    "what the receiver offers itself, and what people ask for, is a request and no referral") {
    WaysTold told;
    told.offer(1.0, test::hospital, test::hospital);
    told.tell(1.0, FactKind::offer_accepted, test::hospital);
    told.book(1.0, Route::handover, test::hospital);
    told.tell(2.0, FactKind::self_referred);
    told.book(2.0, Route::self);
    told.book(3.0, Route::self, test::facility);
    CHECK(told.sum(PathwaySum::sent) == 0);
    CHECK(told.sum(PathwaySum::requests) == 3);
    told.come(4.0, AgencyId{9}, Route::unannounced);
    CHECK(told.sum(PathwaySum::requests) == 3);
    CHECK(told.sum(PathwaySum::came) == 0);
}

TEST_CASE("the wait runs from the request to the first contact, re-bookings included") {
    WaysTold told;
    const auto request = [&](double day, double came) {
        told.offer(day);
        told.accept(day);
        told.come(came);
        told.lose(came, Loss::second_visit);
    };
    request(10.0, 13.0);
    request(100.0, 114.0); // exactly the standard
    request(200.0, 230.0);
    told.offer(300.0);
    told.accept(300.0);
    told.miss(310.0);
    told.book(310.0, Route::handover);
    told.come(350.0);
    told.offer(400.0, test::facility);
    told.accept(400.0, test::facility);
    told.miss(410.0, test::facility);
    told.lose(410.0, Loss::not_kept, test::facility);
    const auto sums = told.sums();
    CHECK(sum_in(sums, PathwaySum::requests) == 5);
    CHECK(sum_in(sums, PathwaySum::came) == 4);
    CHECK(*value_in(sums, "wait_median") == 14.0);
    CHECK(*value_in(sums, "wait_p90") == 50.0);
    CHECK(*value_in(sums, "wait_within") == 0.4);
}

TEST_CASE("an agency sends back whom it finds no date for, but not who missed a date of it") {
    WaysTold told;
    told.tell(5.0, FactKind::self_referred);
    told.tell(5.0, FactKind::no_hours_found);
    told.lose(5.0, Loss::no_hours);
    told.tell(50.0, FactKind::no_hours_found); // brought by the family, say
    told.lose(50.0, Loss::no_hours);
    told.offer(100.0);
    told.accept(100.0);
    told.miss(120.0);
    told.tell(120.0, FactKind::no_hours_found);
    told.lose(120.0, Loss::no_hours);
    CHECK(*value_in(told.sums(), "bounced") == 2.0 / 3.0);
    CHECK(told.sum(PathwaySum::lost_contacted) == 1);
}

TEST_CASE("throughput runs from the request to the end in order, and part of it is waiting") {
    WaysTold told;
    told.offer(-100.0);
    told.accept(-100.0); // in the warm-up, and yet its end counts
    told.come(-80.0);
    told.start(-80.0, Service::programme);
    told.end(100.0, Service::programme, EpisodeEnd::completed);
    told.offer(200.0);
    told.accept(200.0);
    told.come(240.0);
    told.start(240.0, Service::counselling);
    told.end(300.0, Service::counselling, EpisodeEnd::review);
    told.offer(400.0);
    told.accept(400.0);
    told.come(410.0);
    told.start(410.0, Service::counselling);
    told.end(420.0, Service::counselling, EpisodeEnd::custody);
    const auto sums = told.sums();
    CHECK(sum_in(sums, PathwaySum::care_completed) == 2);
    CHECK(*value_in(sums, "throughput") == 150.0);
    CHECK(*value_in(sums, "waiting") == 0.2);
}

TEST_CASE("of nothing no indicator has a value, but for the number of referrals") {
    const auto sums = WaysTold{}.sums();
    for (const auto& indicator : pathway_indicators()) {
        CAPTURE(indicator.id);
        CHECK(indicator.value(sums).has_value() == (indicator.id == "sent"));
    }
}
