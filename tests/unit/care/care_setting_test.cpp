#include "engine/care/care_setting.hpp"
#include "engine/care/in_touch.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <utility>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

template <class Question> auto ask(HandMadeWorld& world, Question question) {
    decltype(question(std::declval<const CareSetting&>())) answer{};
    world.act([&](Views& views) { answer = question(views.care); });
    return answer;
}

Consent consent(HandMadeWorld& world, ClientId client) {
    return ask(world,
               [&](const CareSetting& care) { return consent_to(care, client, test::office); });
}

} // namespace

TEST_CASE("a car of one's own halves every way") {
    HandMadeWorld world;
    const auto far = world.add_person({.municipality = 1});
    const auto minutes = [&](AgencyId agency) {
        return ask(world, [&](const CareSetting& care) { return minutes_to(care, far, agency); });
    };
    CHECK(minutes(test::centre) == 60.0);
    CHECK(minutes(test::hospital) == 50.0);
    world.world().clients[far].traits.car = true;
    CHECK(minutes(test::centre) == 30.0);
    CHECK(minutes(test::hospital) == 25.0);
}

TEST_CASE("consent is asked for once and stays, whatever others would answer later") {
    WorldPlan plan;
    plan.parameters.referral.consent = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    CHECK(consent(world, person) == Consent::refused);
    world.parameters().referral.consent = 1.0;
    CHECK(consent(world, person) == Consent::refused);
    CHECK(consent(world, world.add_person()) == Consent::given);
}

TEST_CASE("four in five consent, each by a draw of the person and the sender") {
    WorldPlan plan;
    plan.parameters.referral.consent = 0.8;
    HandMadeWorld world{plan};
    Streams same{world.world().streams.key()};
    int refusals = 0;
    for (int i = 0; i < 100; ++i) {
        const auto person = world.add_person();
        const double uniform = same.uniform({.purpose = Draw::consent,
                                             .entity = world.world().clients[person].key,
                                             .partner = partner(key_of("office"))});
        const auto expected = uniform < 0.8 ? Consent::given : Consent::refused;
        CHECK(consent(world, person) == expected);
        refusals += expected == Consent::refused ? 1 : 0;
    }
    CHECK(refusals > 0);
}

TEST_CASE("in a forced run everybody consents") {
    WorldPlan plan;
    plan.parameters.referral.consent = 0.0;
    plan.effect.forced_link = 0.5;
    HandMadeWorld world{plan};
    CHECK(consent(world, world.add_person()) == Consent::given);
}

TEST_CASE("the link acts on a client with consent alone, and where somebody refers") {
    HandMadeWorld world;
    world.set_understanding(0.7, 0.2);
    const auto link = [&](OptionalId<PairTag> pair, Consent given) {
        return ask(world,
                   [&](const CareSetting& care) { return consented_link(care, pair, given); });
    };
    CHECK(link(world.office_centre(), Consent::given) == Approx(0.7));
    CHECK(link(world.office_centre(), Consent::refused) == 0.0);
    CHECK(link({}, Consent::given) == 0.0);
}

TEST_CASE("a family has the mean readiness, a person his own") {
    HandMadeWorld world;
    const auto person = world.add_person({.readiness = 0.9});
    const auto family = world.add_family(person);
    const auto readiness = [&](ClientId client) {
        return ask(world, [&](const CareSetting& care) { return readiness_of(care, client); });
    };
    CHECK(readiness(person) == Approx(0.9));
    CHECK(readiness(family) == 0.4);
}

TEST_CASE("in touch is who has an open referral or episode with that agency") {
    HandMadeWorld world;
    const auto person = world.add_person();
    const auto in_touch = [&](AgencyId agency) {
        return ask(world,
                   [&](const CareSetting& care) { return is_in_touch(care, person, agency); });
    };
    const auto counselled = [&] {
        return ask(world, [&](const CareSetting& care) {
            return has_service(care, person, Service::counselling);
        });
    };
    CHECK_FALSE(in_touch(test::centre));
    world.offer(person, Consent::given);
    CHECK(in_touch(test::centre));
    CHECK_FALSE(in_touch(test::hospital));
    CHECK_FALSE(counselled());
    world.run_days(31.0); // in care
    CHECK(in_touch(test::centre));
    CHECK_FALSE(in_touch(test::hospital));
    CHECK(counselled());
    test::end(world, world.episode_of(person, Service::counselling).value(), EpisodeEnd::drop_out);
    CHECK_FALSE(in_touch(test::centre));
}
