// Printed values of the Erlang formulas, and identities that hold for every such queue.
#include "engine/core/contracts.hpp"
#include "engine/verification/birth_death_queue.hpp"

#include "tests/support/catch.hpp"

#include <limits>

using namespace tsunagi;

TEST_CASE("birth and death: the Erlang formulas") {
    const auto with_room =
        [](double arrivals, std::int64_t servers, std::optional<std::int64_t> room) {
            return BirthDeathQueue{{.arrivals_per_day = arrivals,
                                    .services_per_day = 1.0,
                                    .servers = servers,
                                    .room = room}};
        };
    CHECK(with_room(8.0, 10, 0).turned_away_share() == Approx(0.1216610643).epsilon(1e-9));
    CHECK(with_room(1.0, 2, 0).turned_away_share() == Approx(1.0 / 5));
    const auto erlang_c = with_room(8.0, 10, std::nullopt);
    CHECK(erlang_c.waiting_share() == Approx(0.4091801508).epsilon(1e-9));
    CHECK(erlang_c.mean_wait_days() == Approx(0.2045900754).epsilon(1e-9));
    CHECK(erlang_c.mean_waiting() == Approx(1.6367206032).epsilon(1e-9));
    CHECK(with_room(1.0, 2, std::nullopt).waiting_share() == Approx(1.0 / 3));
}

TEST_CASE("birth and death: with patience, Erlang A") {
    const auto of = [](double arrivals) {
        return BirthDeathQueue{{.arrivals_per_day = arrivals,
                                .services_per_day = 1.0,
                                .servers = 10,
                                .reneges_per_day = 0.5}};
    };
    const auto overloaded = of(12.0);
    CHECK(overloaded.waiting_share() == Approx(0.8503849479).epsilon(1e-9));
    CHECK(overloaded.reneging_share() == Approx(0.1956559440).epsilon(1e-9));
    CHECK(overloaded.mean_wait_days() == Approx(0.3913118880).epsilon(1e-9));
    CHECK(overloaded.mean_waiting() == Approx(4.6957426563).epsilon(1e-9));
    CHECK(overloaded.mean_busy() == Approx(9.6521286719).epsilon(1e-9));
    CHECK(of(8.0).waiting_share() == Approx(0.3174343542).epsilon(1e-9));
    CHECK(of(8.0).reneging_share() == Approx(0.0388213923).epsilon(1e-9));
    CHECK(of(8.0).mean_wait_days() == Approx(0.0776427846).epsilon(1e-9));
}

TEST_CASE("birth and death: what comes in goes out") {
    for (const auto& form :
         {QueueForm{.arrivals_per_day = 3.0, .services_per_day = 1.0, .servers = 3, .room = 4},
          QueueForm{.arrivals_per_day = 5.0,
          .services_per_day = 0.4,
          .servers = 7,
          .reneges_per_day = 0.2,
          .room = 11}}) {
        const BirthDeathQueue queue{form};
        CHECK(form.arrivals_per_day ==
              Approx(form.arrivals_per_day * (queue.turned_away_share() + queue.reneging_share()) +
                     form.services_per_day * queue.mean_busy()));
    }
}

TEST_CASE("birth and death: a queue that grows for ever is none") {
    CHECK_THROWS_AS(
        (BirthDeathQueue{{.arrivals_per_day = 2.0, .services_per_day = 1.0, .servers = 2}}),
        ContractViolation);
    CHECK_THROWS_AS(
        (BirthDeathQueue{{.arrivals_per_day = 0.0, .services_per_day = 1.0, .servers = 2}}),
        ContractViolation);
}
