// Visits, doors, missed dates and returns of one person, from facts made by hand.
#include "engine/experiment/detail/person_visits.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/experiment/pathway_facts.hpp"

using namespace tsunagi;
using detail::PersonVisits;
using test::pathway_rule;
using test::sum_in;
using test::value_in;

namespace {

struct VisitsTold : test::LifeTold<PersonVisits> {
    explicit VisitsTold(const detail::PathwayRule& rule = pathway_rule)
        : LifeTold{visits}, visits{rule} {}
    Sums sums() const {
        detail::PathwayTally tally;
        visits.add_to(tally);
        return tally.finish(pathway_rule);
    }
    std::int64_t sum(PathwaySum which) const { return sum_in(sums(), which); }

    PersonVisits visits;
};

} // namespace

TEST_CASE("continuity of the visits A, A, B, A is that of the worked example") {
    VisitsTold told;
    told.attend(-5.0, Service::counselling, test::hospital); // before the policy years
    told.come(1.0);
    told.attend(30.0, Service::counselling);
    told.open(40.0, Service::residence, test::facility); // a stay is one visit
    told.attend(50.0, Service::counselling);
    told.attend(60.0, Service::family_counselling, test::hospital); // no support of the person
    const auto sums = told.sums();
    CHECK(sum_in(sums, PathwaySum::visited_twice) == 1);
    CHECK(*value_in(sums, "bice_boxerman") == 0.5);
    CHECK(*value_in(sums, "usual_provider") == 0.75);
    CHECK(*value_in(sums, "sequential") == 0.3333);
    CHECK(*value_in(sums, "concentration") == 0.6774);
    CHECK(*value_in(sums, "hand_offs") == 2.0);
}

TEST_CASE("who came once has no continuity") {
    VisitsTold told;
    told.come(1.0);
    CHECK(told.sum(PathwaySum::visited_twice) == 0);
    CHECK_FALSE(value_in(told.sums(), "hand_offs"));
}

TEST_CASE("contacts by telephone are visits where the study counts them") {
    auto without = pathway_rule;
    without.windows.remote = RemoteContacts::not_counted;
    for (const auto& [rule, counted] : {std::pair{pathway_rule, 1}, std::pair{without, 0}}) {
        VisitsTold told{rule};
        told.tell(1.0, FactKind::remote_contact);
        told.tell(2.0, FactKind::remote_contact);
        CHECK(told.sum(PathwaySum::visited_twice) == counted);
    }
}

TEST_CASE("wrong doors are the agencies tried in vain before the first care, wherever it began") {
    VisitsTold told;
    told.come(-40.0, test::hospital);
    told.lose(-40.0, Loss::second_visit, test::hospital);
    told.lose(5.0, Loss::no_hours, test::facility);
    told.lose(20.0, Loss::no_hours, test::facility); // the same door
    told.lose(30.0, Loss::not_kept, AgencyId{8});    // nobody knocked
    told.lose(31.0, Loss::person_gone, AgencyId{8});
    told.come(40.0);
    told.start(40.0, Service::counselling);
    told.lose(50.0, Loss::no_hours, AgencyId{9}); // afterwards
    CHECK(*value_in(told.sums(), "wrong_doors") == 2.0);
    VisitsTold before;
    before.start(-1.0, Service::counselling);
    CHECK(before.sum(PathwaySum::found_help) == 0);
    VisitsTold in_vain;
    in_vain.lose(5.0, Loss::no_hours);
    CHECK(in_vain.sum(PathwaySum::found_help) == 0);
}

TEST_CASE("who came unannounced and got no second visit came in vain") {
    VisitsTold told;
    told.come(5.0, test::facility, Route::unannounced);
    told.come(10.0, test::hospital, Route::unannounced);
    told.come(20.0, test::centre, Route::unannounced);
    told.start(20.0, Service::counselling, test::centre);
    CHECK(*value_in(told.sums(), "wrong_doors") == 2.0);
    VisitsTold at_last;
    at_last.come(5.0, test::centre, Route::unannounced);
    at_last.come(10.0, test::centre, Route::unannounced); // the same door
    at_last.start(10.0, Service::counselling, test::centre);
    CHECK(*value_in(at_last.sums(), "wrong_doors") == 0.0);
}

TEST_CASE("no-shows are of dates that fell due in the policy years") {
    VisitsTold told;
    told.miss(-1.0);
    told.miss(10.0);
    told.come(20.0);
    told.come(30.0, test::facility, Route::unannounced); // no date
    told.tell(40.0, FactKind::session_missed);
    told.attend(50.0, Service::counselling);
    told.attend(60.0, Service::counselling);
    told.tell(70.0, FactKind::session_not_offered); // not held
    const auto sums = told.sums();
    CHECK(*value_in(sums, "first_missed") == 0.5);
    CHECK(*value_in(sums, "sessions_missed") == 1.0 / 3.0);
}

TEST_CASE("a return is new care within the window of the end of all care") {
    VisitsTold told;
    told.open(-300.0, Service::counselling);
    told.end(-200.0, Service::counselling, EpisodeEnd::drop_out); // before the policy years
    told.open(10.0, Service::counselling);
    told.open(20.0, Service::day_programme, test::facility);
    told.end(30.0, Service::counselling, EpisodeEnd::review);
    told.end(100.0, Service::day_programme, EpisodeEnd::drop_out, test::facility);
    told.open(190.0, Service::counselling); // after exactly 90 days
    told.end(200.0, Service::counselling, EpisodeEnd::custody);
    told.open(400.0, Service::counselling);
    told.end(500.0, Service::counselling, EpisodeEnd::completed);
    told.open(500.0, Service::programme); // it goes on
    told.end(600.0, Service::programme, EpisodeEnd::completed);
    told.open(1461.0 - 200.0, Service::counselling);
    told.end(1461.0 - 100.0, Service::counselling, EpisodeEnd::silence); // watched for 90 days
    const auto sums = told.sums();
    CHECK(sum_in(sums, PathwaySum::left_90) == 4);
    CHECK(sum_in(sums, PathwaySum::re_entered_90) == 1);
    CHECK(sum_in(sums, PathwaySum::left_365) == 3);
    CHECK(sum_in(sums, PathwaySum::re_entered_365) == 2);
    CHECK(*value_in(sums, "re_entered_90") == 1.0 / 4.0);
    CHECK(*value_in(sums, "re_entered_365") == 2.0 / 3.0);
}

TEST_CASE("nobody is watched for a return after having left the model") {
    for (const auto departure : {FactKind::died, FactKind::moved_away, FactKind::person_left}) {
        VisitsTold told;
        told.open(-300.0, Service::counselling);
        told.end(10.0, Service::counselling, EpisodeEnd::drop_out);
        told.tell(20.0, departure);
        CHECK(told.sum(PathwaySum::left_90) == 0);
        VisitsTold later;
        later.open(-300.0, Service::counselling);
        later.end(10.0, Service::counselling, EpisodeEnd::drop_out);
        later.tell(110.0, departure); // the 90 days were over
        CHECK(later.sum(PathwaySum::left_90) == 1);
        CHECK(later.sum(PathwaySum::left_365) == 0);
    }
}

TEST_CASE("death and moves end no care that anybody could return to") {
    for (const auto end : {EpisodeEnd::death, EpisodeEnd::moved}) {
        VisitsTold told;
        told.open(10.0, Service::counselling);
        told.end(30.0, Service::counselling, end);
        CHECK(told.sum(PathwaySum::left_90) == 0);
    }
}
