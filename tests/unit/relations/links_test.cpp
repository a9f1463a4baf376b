#include "engine/core/contracts.hpp"
#include "engine/relations/links.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/unit/relations/relation_defaults.hpp"

using namespace tsunagi;
using test::relation_defaults;
using test::run_start;

namespace {

using Part = Schedules::Part;

constexpr Schedules both_schedules{Part::in, Part::in};
constexpr Schedules policy_alone{Part::in, Part::out};
constexpr Schedules reference_alone{Part::out, Part::in};

SimTime day(std::int64_t days) {
    return run_start + days * one_day;
}

LinkEffect with_weight(double structure_weight) {
    auto link = test::default_parameters().link;
    link.structure_weight = structure_weight;
    return link_effect(link, 1.0);
}

Links one_pair() {
    Links links;
    links.add({.key = EntityKey{7},
               .first = test::centre,
               .second = test::office,
               .policy = {0.0, run_start},
               .reference = {0.0, run_start}});
    return links;
}

constexpr PairId pair{0};

} // namespace

TEST_CASE("a pair is found from either side and added once") {
    auto links = one_pair();
    CHECK(links.find(test::centre, test::office) == pair);
    CHECK(links.find(test::office, test::centre) == pair);
    CHECK_FALSE(links.find(test::centre, test::hospital).has_value());
    CHECK_THROWS_AS(links.add({.key = EntityKey{7},
                               .first = test::office,
                               .second = test::centre,
                               .policy = {},
                               .reference = {}}),
                    ContractViolation);
}

TEST_CASE("U_pol and U_ref move at their own schedule's contacts alone") {
    auto links = one_pair();
    links.contact(pair, relation_defaults, 1.0, policy_alone, day(1));
    CHECK(links.links()[pair].policy.value == Approx(0.2));
    CHECK(links.links()[pair].reference.value == 0.0);
    links.contact(pair, relation_defaults, 1.0, reference_alone, day(1));
    CHECK(links.links()[pair].policy.value == Approx(0.2));
    CHECK(links.links()[pair].reference.value == Approx(0.2));
    CHECK(links.policy_understanding(pair, relation_defaults, day(366)) == Approx(0.1));
}

TEST_CASE("under equal schedules U_ref and U_pol agree to the bit and w is irrelevant") {
    auto links = one_pair();
    for (std::int64_t contact = 0; contact < 200; ++contact) {
        links.contact(pair,
                      relation_defaults,
                      contact % 3 == 0 ? 0.5 : 1.0,
                      both_schedules,
                      day(17 * contact));
        if (contact % 21 == 20) {
            links.rotate(pair, 0.594, relation_defaults, day(17 * contact + 3));
        }
        if (contact % 2 == 1) {
            links.refresh(relation_defaults, day(17 * contact + 5));
        }
        const auto now = day(17 * contact + 9);
        const auto& link = links.links()[pair];
        REQUIRE(link.policy.value == link.reference.value);
        REQUIRE(link.held_policy == link.held_reference);
        const double effective = links.effective(pair, relation_defaults, with_weight(1.0), now);
        for (const double weight : {0.0, 0.3, 0.5, 0.77}) {
            REQUIRE(links.effective(pair, relation_defaults, with_weight(weight), now) ==
                    effective);
            REQUIRE(links.effective_held(pair, with_weight(weight)) == link.held_policy);
        }
    }
}

TEST_CASE("held values move only at their own schedule's contacts, at rotation and at refresh") {
    auto links = one_pair();
    links.contact(pair, relation_defaults, 1.0, both_schedules, day(0));
    const double held = links.links()[pair].held_reference;

    links.contact(pair, relation_defaults, 1.0, policy_alone, day(50));
    CHECK(links.links()[pair].held_reference == held);
    CHECK(links.links()[pair].held_policy > held);

    const double held_policy = links.links()[pair].held_policy;
    links.contact(pair, relation_defaults, 1.0, reference_alone, day(60));
    CHECK(links.links()[pair].held_policy == held_policy);
    CHECK(links.links()[pair].held_reference == links.links()[pair].reference.value);

    links.refresh(relation_defaults, day(80));
    CHECK(links.links()[pair].held_policy < held_policy);
    CHECK(links.effective_held(pair, with_weight(1.0)) ==
          links.effective(pair, relation_defaults, with_weight(1.0), day(80)));

    links.rotate(pair, 0.5, relation_defaults, day(80));
    CHECK(links.links()[pair].held_policy == links.links()[pair].policy.value);
    CHECK(links.links()[pair].held_reference == links.links()[pair].reference.value);
}

TEST_CASE("with w = 0 the scenario's own contacts are never noticed") {
    auto links = one_pair();
    links.contact(pair, relation_defaults, 1.0, both_schedules, day(0));
    auto with_policy = links;
    for (std::int64_t contact = 1; contact < 50; ++contact) {
        with_policy.contact(pair, relation_defaults, 1.0, policy_alone, day(7 * contact));
        const auto now = day(7 * contact + 1);
        REQUIRE(with_policy.effective(pair, relation_defaults, with_weight(0.0), now) ==
                links.effective(pair, relation_defaults, with_weight(0.0), now));
        REQUIRE(with_policy.effective_held(pair, with_weight(0.0)) ==
                links.effective_held(pair, with_weight(0.0)));
    }
}

TEST_CASE("the effective link is U_ref + w (U_pol - U_ref)") {
    auto links = one_pair();
    links.contact(pair, relation_defaults, 1.0, reference_alone, day(0));
    links.contact(pair, relation_defaults, 1.0, policy_alone, day(0));
    links.contact(pair, relation_defaults, 1.0, policy_alone, day(0));
    CHECK(links.effective(pair, relation_defaults, with_weight(0.0), day(0)) == Approx(0.20));
    CHECK(links.effective(pair, relation_defaults, with_weight(1.0), day(0)) == Approx(0.36));
    CHECK(links.effective(pair, relation_defaults, with_weight(0.25), day(0)) == Approx(0.24));
}

TEST_CASE("rotation multiplies what is left of both values at its instant") {
    auto links = one_pair();
    links.contact(pair, relation_defaults, 1.0, both_schedules, day(0));
    links.contact(pair, relation_defaults, 1.0, policy_alone, day(0));
    links.rotate(pair, 0.594, relation_defaults, day(365));
    CHECK(links.links()[pair].policy.value == Approx(0.36 / 2.0 * 0.594));
    CHECK(links.links()[pair].reference.value == Approx(0.20 / 2.0 * 0.594));
}

TEST_CASE("a forced reading gives its link whatever the agencies did") {
    auto links = one_pair();
    auto forced = with_weight(1.0);
    forced.forced_link = 0.9;
    CHECK(links.effective(pair, relation_defaults, forced, day(4)) == 0.9);
    CHECK(links.effective_held(pair, forced) == 0.9);
}

TEST_CASE("the switch B and the scale s set all effects but w to 0, to the bit") {
    auto off = test::default_parameters().link;
    off.switch_on = 0.0;
    const auto switched_off = link_effect(off, 1.0);
    const auto no_scale = link_effect(test::default_parameters().link, 0.0);
    CHECK(switched_off == no_scale);
    CHECK(switched_off.offers == 0.0);
    CHECK(switched_off.arrival == 0.0);
    CHECK(switched_off.drop_out == 0.0);
    CHECK(switched_off.structure_weight == 1.0);
    const auto larger = link_effect(test::default_parameters().link, 1.5);
    CHECK(larger.offers == 1.5);
    CHECK(larger.arrival == 0.75);
    CHECK(larger.drop_out == Approx(-0.15));
}
