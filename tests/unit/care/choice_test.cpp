#include "engine/care/choice.hpp"
#include "engine/care/waiting.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::open;
using test::WorldPlan;

namespace {

std::optional<Service> chosen(HandMadeWorld& world,
                              ClientId client,
                              AgencyId agency = test::centre,
                              std::uint32_t ordinal = 0) {
    std::optional<Service> service;
    world.act([&](Views& views) { service = choose_service(views.care, client, agency, ordinal); });
    return service;
}

OptionalId<AgencyTag> agency_for(HandMadeWorld& world,
                                 ClientId client,
                                 Service service,
                                 OptionalId<AgencyTag> from = {},
                                 std::uint64_t occurrence = 0) {
    OptionalId<AgencyTag> agency;
    world.act([&](Views& views) {
        agency = choose_agency(views.care, client, service, from, occurrence);
    });
    return agency;
}

WorldPlan preferring_groups() {
    WorldPlan plan;
    plan.parameters.choice.programme = 1.0;
    plan.parameters.choice.family_class = 1.0;
    return plan;
}

void remove_service(Region& region, AgencyId agency, Service service) {
    std::erase_if(region.agencies[agency].services,
                  [&](const OfferedService& offered) { return offered.service == service; });
}

AgencyId add_provider(Region& region,
                      std::string_view key,
                      AgencyType type,
                      std::vector<double> minutes,
                      OfferedService offered) {
    const auto agency = test::add_agency(region, key_of(key), type, TenureClass::hospital);
    region.agencies[agency].minutes_from_municipality = std::move(minutes);
    region.agencies[agency].services = {offered};
    return agency;
}

OfferedService outpatient(std::optional<double> slots) {
    return {.service = Service::outpatient, .places = {}, .slots_per_month = slots, .share = 1.0};
}

// One term of the utility so strong that it decides, all others off.
ChoiceParameters decided_by(double ChoiceParameters::*term, double weight) {
    auto choice = test::default_parameters().choice;
    choice.utility_per_minute = 0.0;
    choice.utility_familiarity = 0.0;
    choice.utility_link = 0.0;
    choice.utility_per_day = 0.0;
    choice.*term = weight;
    return choice;
}

// A second hospital beside the small region's, which is 25 and 50 minutes away.
struct TwoHospitals {
    explicit TwoHospitals(ChoiceParameters choice) {
        plan.parameters.choice = choice;
        test::offer_of(plan.region, test::hospital, Service::outpatient).slots_per_month = {};
        other = add_provider(plan.region,
                             "other hospital",
                             AgencyType::psychiatric_hospital,
                             {90.0, 10.0},
                             outpatient({}));
    }
    WorldPlan plan;
    AgencyId other{0};
};

constexpr double strong = 1e6;

} // namespace

TEST_CASE("choice: a person gets the programme or counselling, a family the class or counselling") {
    HandMadeWorld groups{preferring_groups()};
    CHECK(chosen(groups, groups.add_person()) == Service::programme);
    CHECK(chosen(groups, groups.add_background(ClientKind::background_family)) ==
          Service::family_class);
    HandMadeWorld individual; // nobody prefers a group
    CHECK(chosen(individual, individual.add_person()) == Service::counselling);
    CHECK(chosen(individual, individual.add_background(ClientKind::background_family)) ==
          Service::family_counselling);
}

TEST_CASE("choice: two in five of those who could take part prefer the group, by a draw of each "
          "referral") {
    WorldPlan plan;
    plan.parameters.choice.programme = 0.4;
    HandMadeWorld world{plan};
    Streams same{world.world().streams.key()};
    int groups = 0;
    for (int i = 0; i < 50; ++i) {
        const auto person = world.add_person();
        for (std::uint32_t ordinal = 0; ordinal < 2; ++ordinal) {
            const double uniform = same.uniform({.purpose = Draw::service_choice,
                                                 .entity = world.world().clients[person].key,
                                                 .partner = partner(key_of("centre")),
                                                 .occurrence = ordinal});
            const bool group = uniform < 0.4;
            groups += group ? 1 : 0;
            CHECK(chosen(world, person, test::centre, ordinal) ==
                  (group ? Service::programme : Service::counselling));
        }
    }
    CHECK(groups > 0);
    CHECK(groups < 100);
}

TEST_CASE("choice: who works or lives more than an hour away cannot join the programme") {
    auto plan = preferring_groups();
    plan.region.agencies[test::centre].minutes_from_municipality = {15.0, 61.0};
    HandMadeWorld world{plan};
    const auto working = world.add_person();
    world.world().clients[working].traits.work = true;
    CHECK(chosen(world, working) == Service::counselling);
    const auto far = world.add_person({.municipality = 1});
    CHECK(chosen(world, far) == Service::counselling);
    // A car halves the way.
    world.world().clients[far].traits.car = true;
    CHECK(chosen(world, far) == Service::programme);
    plan.region.agencies[test::centre].minutes_from_municipality = {15.0, 60.0};
    HandMadeWorld nearer{plan};
    CHECK(chosen(nearer, nearer.add_person({.municipality = 1})) == Service::programme);
}

TEST_CASE("choice: a full programme may be waited for, a full class is no choice") {
    auto plan = preferring_groups();
    test::offer_of(plan.region, test::centre, Service::programme).places = 1.0;
    test::offer_of(plan.region, test::centre, Service::family_class).places = 1.0;
    HandMadeWorld world{plan};
    open(world, world.add_person(), Service::programme);
    open(world, world.add_background(ClientKind::background_family), Service::family_class);
    CHECK(chosen(world, world.add_person()) == Service::programme);
    CHECK(chosen(world, world.add_background(ClientKind::background_family)) ==
          Service::family_counselling);
}

TEST_CASE("choice: what an agency does not offer is not chosen") {
    auto groupless = preferring_groups();
    remove_service(groupless.region, test::centre, Service::programme);
    remove_service(groupless.region, test::centre, Service::family_class);
    HandMadeWorld world{groupless};
    CHECK(chosen(world, world.add_person()) == Service::counselling);
    CHECK(chosen(world, world.add_background(ClientKind::background_family)) ==
          Service::family_counselling);
    CHECK_FALSE(chosen(world, world.add_person(), test::office).has_value());
}

TEST_CASE("choice: a hospital has outpatient care for a person and nothing for a family") {
    HandMadeWorld world;
    CHECK(chosen(world, world.add_person(), test::hospital) == Service::outpatient);
    CHECK_FALSE(chosen(world, world.add_family(world.add_person()), test::hospital).has_value());
}

TEST_CASE("choice: a hospital has a slot if the month of the cold lead has one left") {
    WorldPlan plan;
    test::offer_of(plan.region, test::hospital, Service::outpatient).slots_per_month = 1.0;
    HandMadeWorld world{plan};
    auto& slots = world.world().units.of(test::hospital, Service::outpatient).slots;
    // 45 days after 1 April it is May; a slot taken in June is another month's.
    for (const auto& [day, left] : {std::pair{61, true}, {30, false}}) {
        const auto at = world.now() + std::chrono::days{day};
        slots.book({.at = at, .latest = at});
        world.act([&, expected = left](Views& views) {
            CHECK(has_slot(views.care, test::hospital, Service::outpatient) == expected);
        });
    }
}

TEST_CASE("choice: the only agency is taken without a draw, and none where none offers it") {
    HandMadeWorld world;
    const auto person = world.add_person();
    CHECK(agency_for(world, person, Service::outpatient) == OptionalId<AgencyTag>{test::hospital});
    CHECK_FALSE(agency_for(world, person, Service::self_help).has_value());
}

TEST_CASE("choice: travel decides where it weighs enough") {
    TwoHospitals two{decided_by(&ChoiceParameters::utility_per_minute, -strong)};
    HandMadeWorld world{two.plan};
    CHECK(agency_for(world, world.add_person(), Service::outpatient) ==
          OptionalId<AgencyTag>{test::hospital});
    CHECK(agency_for(world, world.add_person({.municipality = 1}), Service::outpatient) ==
          OptionalId<AgencyTag>{two.other});
}

TEST_CASE("choice: familiar staff decide where they weigh enough") {
    TwoHospitals two{decided_by(&ChoiceParameters::utility_familiarity, strong)};
    HandMadeWorld world{two.plan};
    for (const auto familiar : {test::hospital, two.other}) {
        const auto person = world.add_person();
        world.with(person, familiar).familiarity = {0.5, world.now()};
        CHECK(agency_for(world, person, Service::outpatient) == OptionalId<AgencyTag>{familiar});
    }
}

TEST_CASE("choice: the link of whoever refers decides where it weighs enough") {
    TwoHospitals two{decided_by(&ChoiceParameters::utility_link, strong)};
    two.plan.effect.learning = 1.0;
    for (const auto linked : {test::hospital, two.other}) {
        HandMadeWorld world{two.plan};
        auto at_once = world.parameters().relations;
        at_once.gain_per_contact = 1.0;
        using Part = Schedules::Part;
        world.world().links.contact(world.world().links.find(test::centre, linked).value(),
                                    at_once,
                                    0.5,
                                    {.policy = Part::in, .reference = Part::in},
                                    world.now());
        CHECK(agency_for(world, world.add_person(), Service::outpatient, test::centre) ==
              OptionalId<AgencyTag>{linked});
    }
}

TEST_CASE("choice: the wait for a slot decides where it weighs enough") {
    for (const bool other_is_full : {true, false}) {
        TwoHospitals two{decided_by(&ChoiceParameters::utility_per_day, -strong)};
        const auto full = other_is_full ? two.other : test::hospital;
        test::offer_of(two.plan.region, full, Service::outpatient).slots_per_month = 0.0;
        HandMadeWorld world{two.plan};
        CHECK(agency_for(world, world.add_person(), Service::outpatient) ==
              OptionalId<AgencyTag>{other_is_full ? test::hospital : two.other});
    }
}

TEST_CASE("choice: places that are free mean no wait, a list means claims over yearly exits") {
    auto choice = decided_by(&ChoiceParameters::utility_per_day, -strong);
    WorldPlan plan;
    plan.parameters.choice = choice;
    test::offer_of(plan.region, test::facility, Service::residence).places = 1.0;
    const auto other = add_provider(
        plan.region,
        "other facility",
        AgencyType::recovery_facility,
        {30.0, 30.0},
        {.service = Service::residence, .places = 1.0, .slots_per_month = {}, .share = 1.0});
    HandMadeWorld world{plan};
    auto& units = world.world().units;
    units.of(test::facility, Service::residence).places.take(world.now());
    CHECK(agency_for(world, world.add_person(), Service::residence) ==
          OptionalId<AgencyTag>{other});
    // Both full, and one of them with an exit in the last year: its list moves.
    world.run_days(365.0);
    auto& moving = units.of(test::facility, Service::residence);
    moving.places.give_back(world.now());
    moving.exits.note(world.now());
    moving.places.take(world.now());
    units.of(other, Service::residence).places.take(world.now());
    world.act([&](Views& views) {
        const auto waits = world.add_person();
        for (const auto agency : {test::facility, other}) {
            join_list(views.care,
                      {.client = waits, .agency = agency, .service = Service::residence},
                      Claim::Priority::other);
        }
    });
    world.parameters().referral.longest_booking_days = 1000.0; // 1 claim / (1 / 365 a day) is less
    CHECK(agency_for(world, world.add_person(), Service::residence) ==
          OptionalId<AgencyTag>{test::facility});
    world.parameters().referral.longest_booking_days = 300.0;
    CHECK(agency_for(world, world.add_person(), Service::residence) ==
          OptionalId<AgencyTag>{other});
}

TEST_CASE("choice: without any difference both agencies are chosen, each time anew") {
    TwoHospitals two{decided_by(&ChoiceParameters::utility_per_minute, 0.0)};
    HandMadeWorld world{two.plan};
    const auto person = world.add_person();
    int other = 0;
    for (std::uint64_t occurrence = 0; occurrence < 40; ++occurrence) {
        const auto chosen_one = agency_for(world, person, Service::outpatient, {}, occurrence);
        other += chosen_one == OptionalId<AgencyTag>{two.other} ? 1 : 0;
    }
    CHECK(other > 0);
    CHECK(other < 40);
}
