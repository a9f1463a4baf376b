#include "engine/experiment/detail/counselling_book.hpp"
#include "engine/experiment/detail/handover_book.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

using namespace tsunagi;
using test::HandMadeWorld;

namespace {

constexpr ObservationSpan hundred_days{.policy_start = test::run_start,
                                       .horizon = test::run_start + std::chrono::days{100}};
constexpr ObservationSpan three_years{.policy_start = test::run_start,
                                      .horizon = test::run_start + std::chrono::days{1096}};

// What a book hears, made by hand; the world says who is who and how strong links are.
struct Told {
    HandMadeWorld& world;
    WorldListener& book;

    struct What {
        std::uint8_t detail{};
        AgencyId agency = test::centre;
        std::int64_t amount{};
    };
    void tell(ClientId client, double day, FactKind kind, const What& what) const {
        book.hear({.at = test::run_start + sampled(day),
                   .kind = kind,
                   .detail = what.detail,
                   .client = client,
                   .agency = what.agency,
                   .other = what.agency == test::centre ? test::office : test::centre,
                   .amount = what.amount},
                  world.world());
    }
    void tell(ClientId client, double day, FactKind kind) const { tell(client, day, kind, What{}); }
    void offer(ClientId client,
               double day,
               Consent consent = Consent::given,
               AgencyId receiver = test::centre) const {
        tell(client,
             day,
             FactKind::offered,
             {.detail = static_cast<std::uint8_t>(consent), .agency = receiver});
    }
    void accept(ClientId client, double day, AgencyId receiver = test::centre) const {
        tell(client, day, FactKind::offer_accepted, {.agency = receiver});
    }
    void come(ClientId client, double day, AgencyId receiver = test::centre) const {
        tell(client, day, FactKind::first_contact, {.agency = receiver});
    }
    void open(ClientId client, double day, Service service, AgencyId agency = test::centre) const {
        tell(client,
             day,
             FactKind::episode_opened,
             {.detail = static_cast<std::uint8_t>(service), .agency = agency});
    }
    void end(ClientId client, double day, Service service, AgencyId agency = test::centre) const {
        tell(client,
             day,
             FactKind::episode_ended,
             {.agency = agency, .amount = static_cast<std::int64_t>(service)});
    }
};

detail::HandoverRule rule_of(HandMadeWorld& world) {
    return {.region = world.setting().region,
            .relations = world.parameters().relations,
            .effect = world.setting().effect,
            .span = hundred_days};
}

} // namespace

TEST_CASE(
    "a handover counts from its offer on, if consent was given and the link was strong then") {
    HandMadeWorld world;
    world.set_understanding(0.8, 0.8);
    detail::HandoverBook book{rule_of(world)};
    const Told told{world, book};
    const auto accepting = world.add_person();
    const auto refusing = world.add_person();
    const auto silent = world.add_person();
    told.offer(accepting, 1.0);
    told.accept(accepting, 1.0);
    told.offer(refusing, 2.0);
    told.tell(refusing, 2.0, FactKind::offer_refused);
    told.offer(silent, 3.0, Consent::refused);
    told.accept(silent, 3.0);
    told.come(silent, 9.0);
    // A family is no person.
    const auto family = world.add_family(accepting);
    told.offer(family, 4.0);
    told.accept(family, 4.0);
    const auto handovers = book.finish();
    CHECK(handovers.offered == 2);
    CHECK(handovers.accepted == 1);
    CHECK(handovers.centre_offered == 2);
    CHECK(handovers.centre_accepted == 1);
    CHECK(handovers.ended == 0);
    CHECK(handovers.centre_arrived == 0);
}

TEST_CASE("on a link of 0.6 or less nothing is a strong handover") {
    HandMadeWorld world;
    world.set_understanding(0.6, 0.6);
    detail::HandoverBook book{rule_of(world)};
    const Told told{world, book};
    const auto person = world.add_person();
    told.offer(person, 1.0);
    told.accept(person, 1.0);
    told.come(person, 5.0);
    CHECK(book.finish().offered == 0);
    CHECK(book.finish().accepted == 0);
    CHECK(book.finish().arrived == 0);
}

TEST_CASE("an accepted handover ends by coming or by being lost, and once") {
    HandMadeWorld world;
    world.set_understanding(0.9, 0.9);
    detail::HandoverBook book{rule_of(world)};
    const Told told{world, book};
    const auto came = world.add_person();
    const auto lost = world.add_person();
    const auto waiting = world.add_person();
    for (const auto person : {came, lost, waiting}) {
        told.offer(person, 1.0);
        told.accept(person, 1.0);
    }
    told.tell(came, 10.0, FactKind::not_kept); // re-booked
    told.come(came, 20.0);
    told.tell(came, 20.0, FactKind::referral_lost); // no second visit
    told.tell(lost, 12.0, FactKind::referral_lost);
    told.tell(lost, 13.0, FactKind::referral_lost); // of another referral
    const auto handovers = book.finish();
    CHECK(handovers.accepted == 3);
    CHECK(handovers.ended == 2);
    CHECK(handovers.arrived == 1);
}

TEST_CASE("in care after 14 days means an open episode there on that day") {
    HandMadeWorld world;
    world.set_understanding(0.9, 0.9);
    detail::HandoverBook book{rule_of(world)};
    const Told told{world, book};
    const auto handed_over = [&](double day) {
        const auto person = world.add_person();
        told.offer(person, day);
        told.accept(person, day);
        return person;
    };
    const auto staying = handed_over(1.0);
    const auto leaving = handed_over(1.0);
    const auto changing = handed_over(1.0);
    const auto elsewhere = handed_over(1.0);
    const auto too_late = handed_over(80.0);
    for (const auto person : {staying, leaving, changing, elsewhere}) {
        told.come(person, 10.0);
    }
    told.open(staying, 10.0, Service::counselling);
    told.open(leaving, 10.0, Service::counselling);
    told.open(changing, 10.0, Service::counselling);
    told.open(elsewhere, 10.0, Service::residence, test::facility);
    told.end(leaving, 23.9, Service::counselling);
    told.end(changing, 15.0, Service::counselling);
    told.open(changing, 15.0, Service::programme);
    told.end(staying, 24.1, Service::counselling);
    told.come(too_late, 90.0);
    const auto handovers = book.finish();
    CHECK(handovers.centre_arrived == 4);
    CHECK(handovers.centre_in_care == 2);
    CHECK(handovers.arrived == 5);
}

TEST_CASE("at a hospital only those count who are not under supervision when they come") {
    HandMadeWorld world;
    const auto pair = world.world().links.find(test::centre, test::hospital);
    REQUIRE(pair.has_value());
    auto rule = rule_of(world);
    rule.effect.forced_link = 0.7;
    detail::HandoverBook book{rule};
    const Told told{world, book};
    const auto supervised = world.add_person();
    const auto free = world.add_person();
    world.world().clients[free].supervision = Supervision::none;
    for (const auto person : {supervised, free}) {
        told.offer(person, 1.0, Consent::given, test::hospital);
        told.accept(person, 1.0, test::hospital);
        told.come(person, 30.0, test::hospital);
        told.open(person, 30.0, Service::outpatient, test::hospital);
    }
    const auto handovers = book.finish();
    CHECK(handovers.offered == 2);
    CHECK(handovers.centre_offered == 0);
    CHECK(handovers.arrived == 2);
    CHECK(handovers.hospital_arrived == 1);
    CHECK(handovers.hospital_in_care == 1);
    CHECK(handovers.centre_arrived == 0);
}

TEST_CASE("what lies outside the span is no handover") {
    HandMadeWorld world;
    world.set_understanding(0.9, 0.9);
    auto rule = rule_of(world);
    rule.span.policy_start = test::run_start + std::chrono::days{10};
    detail::HandoverBook book{rule};
    const Told told{world, book};
    const auto person = world.add_person();
    told.offer(person, 9.0);
    told.accept(person, 9.0);
    told.come(person, 12.0);
    const auto handovers = book.finish();
    CHECK(handovers.offered == 0);
    CHECK(handovers.arrived == 0);
}

TEST_CASE("men in counselling for a year are asked for use in that year") {
    HandMadeWorld world;
    detail::CounsellingBook book{three_years};
    const Told told{world, book};
    const auto lapse = [&](ClientId client, double day) {
        told.tell(client, day, FactKind::lapsed);
    };
    const auto abstinent = world.add_person();
    const auto early = world.add_person();
    const auto late = world.add_person();
    const auto left = world.add_person();
    const auto woman = world.add_person();
    const auto other_care = world.add_person();
    const auto too_short = world.add_person();
    world.world().clients[woman].sex = Sex::female;
    lapse(early, 1.0); // before counselling
    for (const auto person : {abstinent, early, late, left, woman}) {
        told.open(person, 2.0, Service::counselling);
    }
    told.open(other_care, 2.0, Service::programme);
    told.open(too_short, 800.0, Service::counselling);
    lapse(left, 50.0);
    lapse(woman, 50.0);
    lapse(other_care, 50.0);
    lapse(early, 60.0);
    lapse(early, 70.0);
    told.end(left, 300.0, Service::counselling);
    lapse(late, 2.0 + 365.5); // after the year
    told.end(late, 400.0, Service::counselling);
    CHECK(book.finish().stayed == 3);
    CHECK(book.finish().used == 1);
}

TEST_CASE("use on the last day of the year in counselling counts") {
    HandMadeWorld world;
    detail::CounsellingBook book{three_years};
    const Told told{world, book};
    const auto person = world.add_person();
    told.open(person, 2.0, Service::counselling);
    told.tell(person, 2.0 + 365.25, FactKind::lapsed);
    told.end(person, 2.0 + 365.25, Service::counselling);
    CHECK(book.finish().stayed == 1);
    CHECK(book.finish().used == 1);
}
