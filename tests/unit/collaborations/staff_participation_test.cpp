#include "engine/care/drop_out.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/collaborations/staff_participation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Monthly contact of the office and the centre, nothing else held with others, nobody arrives.
WorldPlan monthly_contact() {
    WorldPlan plan;
    plan.region.links = ObservedLinks{{{.first = test::centre,
                                        .second = test::office,
                                        .label = test::guarantor_contact,
                                        .per_year = 12.0}}};
    plan.parameters.intake = {};
    plan.parameters.intake.pre_release_days = 180.0;
    plan.parameters.relations.incidental_per_year = 0.0;
    plan.parameters.supervision.guarantor_meetings_per_year = 0.0;
    plan.effect.drop_out = -0.5;
    return plan;
}

EpisodeId open(HandMadeWorld& world, ClientId client, OptionalId<PairTag> handover) {
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = client,
                      .agency = test::centre,
                      .service = Service::counselling,
                      .own_factor = fit_factor(views.care.episode, Fit::fit),
                      .handover = handover});
    });
    return world.episode_of(client, Service::counselling).value();
}

double multiplier(HandMadeWorld& world, EpisodeId episode) {
    return world.world().episodes[episode].drop_out->multiplier();
}

} // namespace

TEST_CASE("contact: understanding grows at each, hours are spent, and the pair's handovers see "
          "the new link at once") {
    HandMadeWorld world{monthly_contact()};
    world.start_events();
    const auto handed_over =
        open(world, world.add_background(ClientKind::background_person), world.office_centre());
    const auto alone = open(world, world.add_background(ClientKind::background_person), {});
    CHECK(multiplier(world, handed_over) == Approx(0.87));
    world.run_days(31.0);
    const auto held = world.facts(FactKind::contact_held);
    const auto own = std::count_if(held.begin(), held.end(), [](const Fact& fact) {
        return fact.subject == pair_key(key_of("centre"), key_of("office"));
    });
    REQUIRE(own == 1);
    CHECK(multiplier(world, handed_over) == Approx(0.87 * std::exp(-0.5 * 0.20)).epsilon(0.02));
    CHECK(multiplier(world, alone) == Approx(0.87));
    double centre_hours = 0.0;
    double office_hours = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        if (static_cast<Task>(fact.detail) == Task::standing_contact) {
            (fact.agency.value() == test::centre ? centre_hours : office_hours) +=
                static_cast<double>(fact.amount) / 3600.0;
        }
    }
    CHECK(centre_hours == Approx(2.0 + 2.0 * 20.0 / 60.0));
    CHECK(office_hours == 0.0); // the host pays for its own meeting, not for the guest
}

TEST_CASE("contact: it changes no factor where links have no effect") {
    auto plan = monthly_contact();
    plan.effect = {};
    HandMadeWorld world{plan};
    world.start_events();
    const auto episode =
        open(world, world.add_background(ClientKind::background_person), world.office_centre());
    const auto before = world.world().episodes[episode].drop_out_event;
    world.run_days(25.0);
    CHECK(multiplier(world, episode) == 0.87);
    CHECK(world.world().episodes[episode].drop_out_event.generation == before.generation);
}
