#include "engine/care/referral_chain.hpp"
#include "engine/care/waiting.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <chrono>
#include <cstdint>
#include <utility>

using namespace tsunagi;
using test::HandMadeWorld;
using test::open;
using test::WorldPlan;

namespace {

constexpr double appointment_day = 30.0;

// A programme of one seat, which somebody has; nobody gives up.
struct FullProgramme {
    explicit FullProgramme(WorldPlan plan = one_seat())
        : world{std::move(plan)}, seated{open(world, world.add_person(), Service::programme)} {}

    static WorldPlan one_seat() {
        WorldPlan plan;
        test::offer_of(plan.region, test::centre, Service::programme).places = 1.0;
        plan.parameters.choice.patience_days = 1e5;
        plan.parameters.episodes.silence_days = 1e5; // the seated keep their seat
        plan.parameters.episodes.review_goes_on = 1.0;
        return plan;
    }

    WaitingList& list() { return world.world().units.of(test::centre, Service::programme).list; }
    bool waits(ClientId client) {
        return list().find(world.world().clients[client].key).has_value();
    }
    /// An offer of the programme, and the first appointment 30 days later.
    ClientId come(ClientId client) {
        world.act([&](Views& views) {
            receive_offer(views.care,
                          {.client = client,
                           .sender = test::office,
                           .receiver = test::centre,
                           .service = Service::programme,
                           .link = world.office_centre(),
                           .consent = Consent::given});
        });
        world.run_days(appointment_day + 0.5);
        return client;
    }
    ClientId come() { return come(world.add_person({.end_day = 3000.0})); }
    void come_alone(ClientId client) {
        world.act([&](Views& views) {
            book_directly(views.care,
                          {.client = client,
                           .receiver = test::centre,
                           .service = Service::programme,
                           .route = Route::self});
        });
        world.run_days(appointment_day + 0.5);
    }
    /// Of the person's n-th wait for the programme, at a mean of 60 days.
    double patience_days(ClientId client, std::uint64_t wait) {
        Streams same{world.world().streams.key()};
        return 60.0 * same.exponential({.purpose = Draw::patience,
                                        .entity = world.world().clients[client].key,
                                        .partner = partner(key_of("centre")),
                                        .occurrence = wait,
                                        .option = static_cast<std::uint32_t>(Service::programme)});
    }
    void free_seat() { test::end(world, seated, EpisodeEnd::drop_out); }
    bool in(ClientId client, Service service) const {
        return world.episode_of(client, service).has_value();
    }

    HandMadeWorld world;
    EpisodeId seated;
};

ListExit exit_of(const HandMadeWorld& world) {
    return static_cast<ListExit>(test::the_fact(world, FactKind::list_left).detail);
}

} // namespace

TEST_CASE("waiting: who finds no seat has counselling and stands on the programme's list") {
    FullProgramme full;
    const auto person = full.come();
    CHECK(full.in(person, Service::counselling));
    CHECK_FALSE(full.in(person, Service::programme));
    CHECK(full.waits(person));
    const auto joined = test::the_fact(full.world, FactKind::list_joined);
    CHECK(static_cast<Service>(joined.detail) == Service::programme);
    CHECK(joined.amount == 0);
    CHECK(test::day_of(joined) == Approx(appointment_day));
    // The next one finds one claim ahead.
    full.world.forget_facts();
    full.come();
    CHECK(test::the_fact(full.world, FactKind::list_joined).amount == 1);
}

TEST_CASE("waiting: a seat that is free at the appointment is taken at once") {
    FullProgramme full;
    full.free_seat();
    const auto person = full.come();
    CHECK(full.in(person, Service::programme));
    CHECK_FALSE(full.in(person, Service::counselling));
    CHECK(full.world.count(FactKind::list_joined) == 0);
}

TEST_CASE("waiting: a freed seat goes to the first on the list, whose counselling ends in order") {
    auto plan = FullProgramme::one_seat();
    test::set_weekly_hours(plan.region, test::centre, 20.0);
    FullProgramme full{plan};
    const auto person = full.come();
    const auto second = full.come();
    full.world.forget_facts();
    const auto meanwhile = full.world.episode_of(person, Service::counselling).value();
    const auto before = full.world.world().episodes[meanwhile];
    const auto session = before.session_booked;
    const auto& ledger = full.world.world().ledger;
    const auto hours = ledger.booked(test::centre, session);
    full.free_seat();
    CHECK(full.in(person, Service::programme));
    CHECK_FALSE(full.in(person, Service::counselling));
    CHECK_FALSE(full.waits(person));
    CHECK(full.waits(second));
    CHECK(exit_of(full.world) == ListExit::admitted);
    const auto ended = full.world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 2); // who gave the seat up, and the counselling
    CHECK(test::end_of(ended[1]) == EpisodeEnd::completed);
    CHECK(static_cast<Service>(ended[1].amount) == Service::counselling);
    // The agency knows, and has the hours of the booked session back.
    CHECK(ledger.booked(test::centre, session) == hours - std::chrono::minutes{90});
    // What the counselling was is what the programme is: plan fit and handover.
    const auto programme = full.world.episode_of(person, Service::programme).value();
    const auto& after = full.world.world().episodes[programme];
    CHECK(after.own_factor == before.own_factor);
    CHECK(after.handover == before.handover);
    CHECK(after.handover == OptionalId<PairTag>{full.world.office_centre()});
}

TEST_CASE(
    "waiting: all who kept the interview for the programme are of class 2, first come first") {
    FullProgramme full;
    const auto early = full.world.add_person({.end_day = 3000.0});
    full.world.world().clients[early].supervision = Supervision::none;
    full.come_alone(early);
    const auto handed_over = full.come();
    for (const auto client : {early, handed_over}) {
        CHECK(full.list().find(full.world.world().clients[client].key)->priority ==
              Claim::Priority::supervised_or_handed_over);
    }
    full.free_seat();
    CHECK(full.in(early, Service::programme));
    CHECK(full.waits(handed_over));
}

TEST_CASE("waiting: who is in counselling already goes on with it until the seat comes") {
    FullProgramme full;
    const auto person = full.world.add_person({.end_day = 3000.0});
    const auto counselling = open(full.world, person);
    auto& held = full.world.world().episodes[counselling];
    held.own_factor = 7.0;
    full.come(person);
    CHECK(full.waits(person));
    CHECK(full.world.episode_of(person, Service::counselling) ==
          OptionalId<EpisodeTag>{counselling});
    CHECK(full.world.count(FactKind::episode_opened) == 2); // the seated one's and the counselling
    full.free_seat();
    CHECK_FALSE(full.in(person, Service::counselling));
    // The plan is the programme's own, and so is the handover.
    const auto programme = full.world.episode_of(person, Service::programme);
    REQUIRE(programme.has_value());
    const auto& after = full.world.world().episodes[programme.value()];
    CHECK(after.own_factor < 7.0);
    CHECK(after.handover == OptionalId<PairTag>{full.world.office_centre()});
}

TEST_CASE("waiting: patience ends the wait at its own time, and counselling goes on") {
    auto plan = FullProgramme::one_seat();
    plan.parameters.choice.patience_days = 60.0;
    FullProgramme full{plan};
    const auto person = full.come();
    const double days = full.patience_days(person, 0);
    full.world.run_days(days);
    CHECK(exit_of(full.world) == ListExit::patience);
    CHECK(test::day_of(test::the_fact(full.world, FactKind::list_left)) ==
          Approx(appointment_day + days).margin(2 * test::second_in_days));
    CHECK_FALSE(full.waits(person));
    CHECK(full.in(person, Service::counselling));
    // Whoever has given up is not admitted.
    full.free_seat();
    CHECK_FALSE(full.in(person, Service::programme));
    CHECK(full.world.world().waitings.size() == 0);
}

TEST_CASE("waiting: each wait has a patience of its own") {
    auto plan = FullProgramme::one_seat();
    plan.parameters.choice.patience_days = 60.0;
    FullProgramme full{plan};
    const auto person = full.world.add_person({.end_day = 9000.0});
    for (std::uint64_t wait = 0; wait < 2; ++wait) {
        full.world.forget_facts();
        full.world.act([&](Views& views) {
            const auto id =
                join_list(views.care,
                          {.client = person, .agency = test::centre, .service = Service::programme},
                          Claim::Priority::other);
            start_patience(views.care, id);
        });
        const double expected = full.world.day() + full.patience_days(person, wait);
        full.world.run_days(1500.0);
        CHECK(test::day_of(test::the_fact(full.world, FactKind::list_left)) ==
              Approx(expected).margin(2 * test::second_in_days));
    }
    CHECK(full.patience_days(person, 0) != full.patience_days(person, 1));
}

TEST_CASE("waiting: dropping out of counselling takes the claim off the list") {
    FullProgramme full;
    const auto person = full.come();
    const auto meanwhile = full.world.episode_of(person, Service::counselling).value();
    test::end(full.world, meanwhile, EpisodeEnd::drop_out);
    CHECK_FALSE(full.waits(person));
    CHECK(exit_of(full.world) == ListExit::elsewhere);
    full.free_seat();
    CHECK_FALSE(full.in(person, Service::programme));
}

TEST_CASE("waiting: the end of other care leaves the claim where it is") {
    FullProgramme full;
    const auto person = full.come();
    const auto outpatient = open(full.world, person, Service::outpatient, test::hospital);
    test::end(full.world, outpatient, EpisodeEnd::drop_out);
    CHECK(full.waits(person));
}

TEST_CASE("waiting: a client who is gone leaves every list, and no patience strikes later") {
    auto plan = FullProgramme::one_seat();
    plan.parameters.choice.patience_days = 60.0;
    FullProgramme full{plan};
    const auto person = full.world.add_person({.end_day = 9000.0});
    full.world.act([&](Views& views) {
        for (const auto& [agency, service] :
             {std::pair{test::centre, Service::programme}, {test::facility, Service::residence}}) {
            start_patience(views.care,
                           join_list(views.care,
                                     {.client = person, .agency = agency, .service = service},
                                     Claim::Priority::other));
        }
        leave_lists(views.care, person, ListExit::person_gone);
    });
    const auto left = full.world.facts(FactKind::list_left);
    REQUIRE(left.size() == 2);
    CHECK(static_cast<ListExit>(left[0].detail) == ListExit::person_gone);
    CHECK(full.world.world().waitings.size() == 0);
    full.world.run_days(2000.0);
    CHECK(full.world.count(FactKind::list_left) == 2);
}

TEST_CASE("waiting: a seat freed by the end of the set course is filled as well") {
    for (const double aftercare : {1.0, 0.0}) {
        auto plan = FullProgramme::one_seat();
        plan.parameters.episodes.aftercare = aftercare;
        FullProgramme full{plan};
        const auto person = full.come();
        full.world.act([&](Views& views) { finish_course(views.care, full.seated); });
        CAPTURE(aftercare);
        CHECK(full.in(person, Service::programme));
        CHECK(full.list().empty());
    }
}
