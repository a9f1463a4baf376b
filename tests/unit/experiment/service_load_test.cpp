// How many are in the services and wait for them, on streams of facts made by hand and of whole
// runs.
#include "engine/experiment/detail/pathway_book.hpp"
#include "engine/experiment/detail/service_load.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/experiment/pathway_facts.hpp"

#include <map>
#include <numeric>

using namespace tsunagi;
using detail::ServiceLoad;
using test::day_ticks;
using test::LifeTold;
using test::pathway_rule;

namespace {

std::int64_t load_in(const Sums& sums, LoadSum sum, Service service = Service{}) {
    return sums.at(static_cast<std::size_t>(sum) + static_cast<std::size_t>(service));
}

std::optional<double> load_value(const Sums& sums, std::string_view id) {
    for (const auto& indicator : load_indicators()) {
        if (indicator.id == id) {
            return indicator.value(sums);
        }
    }
    violate("an indicator has this id", __FILE__, __LINE__);
}

/// Adds up the number in each service from one fact to the next, without knowing any stay.
class StepIntegral final : public WorldListener {
public:
    StepIntegral(ServiceLoad& load, const ObservationSpan& span) : load_{load}, span_{span} {}

    void hear(const Fact& fact, const World&) override {
        advance(fact.at);
        if (fact.client.has_value()) {
            load_.observe(fact);
        }
        if (fact.kind == FactKind::episode_opened) {
            ++present_.at(fact.detail);
        } else if (fact.kind == FactKind::episode_ended) {
            --present_.at(static_cast<std::size_t>(fact.amount));
        }
    }
    void advance(SimTime to) {
        const auto from = std::max(since_, span_.policy_start);
        const auto until = std::min(to, span_.horizon);
        for (std::size_t service = 0; from < until && service < services; ++service) {
            person_ticks.at(service) += present_.at(service) * (until - from).count();
        }
        since_ = to;
    }

    std::array<std::int64_t, services> person_ticks{};

private:
    ServiceLoad& load_;
    ObservationSpan span_;
    SimTime since_ = test::run_start;
    std::array<std::int64_t, services> present_{};
};

} // namespace

TEST_CASE("caseload is the mean number there in the span, and Little's law holds to the tick") {
    ServiceLoad load;
    LifeTold<ServiceLoad> told{load};
    told.open(0.0, Service::counselling);
    told.open(10.0, Service::counselling, test::hospital);
    told.end(40.0, Service::counselling, EpisodeEnd::review);
    told.end(40.5, Service::counselling, EpisodeEnd::review, test::hospital);
    told.open(50.0, Service::programme);
    told.end(60.0, Service::programme, EpisodeEnd::drop_out);
    const auto sums = load.finish(pathway_rule.span);
    // The first second of the span has passed before the first stay: a sampled length has one.
    CHECK(load_in(sums, LoadSum::person_ticks, Service::counselling) ==
          40 * day_ticks - 1 + 30 * day_ticks + day_ticks / 2);
    CHECK(load_in(sums, LoadSum::stays, Service::counselling) == 2);
    CHECK(load_in(sums, LoadSum::person_ticks, Service::programme) == 10 * day_ticks);
    CHECK(*load_value(sums, "caseload_programme") == Approx(10.0 / 1461.0));
    CHECK(load_in(sums, LoadSum::person_ticks, Service::self_help) == 0);
}

TEST_CASE("stays from before the span and beyond it count as far as they lie in it") {
    ServiceLoad load;
    LifeTold<ServiceLoad> told{load};
    told.open(-20.0, Service::bed);
    told.end(-10.0, Service::bed, EpisodeEnd::completed);
    told.open(-5.0, Service::bed);
    told.end(5.0, Service::bed, EpisodeEnd::completed);
    told.open(1460.0, Service::bed);
    const auto sums = load.finish(pathway_rule.span);
    CHECK(load_in(sums, LoadSum::person_ticks, Service::bed) == 6 * day_ticks);
    CHECK(load_in(sums, LoadSum::stays, Service::bed) == 2);
}

TEST_CASE("the backlog is who is booked or on a list at the horizon, and since when") {
    ServiceLoad load;
    LifeTold<ServiceLoad> told{load};
    told.book(1400.0, Route::self);
    told.come(1410.0, test::centre, Route::self);
    told.book(1441.0, Route::self);
    told.miss(1450.0);
    told.book(1450.0, Route::self); // waits on
    told.book(1451.0, Route::self, test::hospital);
    told.book(1452.0, Route::self, test::facility);
    told.lose(1453.0, Loss::person_gone, test::facility);
    told.tell(1400.0, FactKind::list_joined, test::centre);
    told.tell(1431.0, FactKind::list_joined, test::facility);
    told.tell(1440.0, FactKind::list_left, test::centre);
    const auto sums = load.finish(pathway_rule.span);
    CHECK(*load_value(sums, "backlog_appointments") == 2.0);
    CHECK(*load_value(sums, "backlog_appointment_age") == Approx(15.0).margin(1e-4));
    CHECK(*load_value(sums, "backlog_lists") == 1.0);
    CHECK(*load_value(sums, "backlog_list_age") == Approx(30.0).margin(1e-4));
}

TEST_CASE("in a whole run the integral of the number in each service is the sum of its stays, to "
          "the tick, and those of places are what observation counts") {
    auto experiment = test::short_experiment();
    experiment.region = test::wide_region();
    const PreparedExperiment prepared{experiment};
    const ObservationSpan span{experiment.policy_start, experiment.horizon};
    ServiceLoad load;
    StepIntegral integral{load, span};
    const auto result = listen(prepared, {.reading = 0, .scenario = 0, .replication = 0}, integral);
    integral.advance(experiment.horizon);
    const auto sums = load.finish(span);
    for (std::size_t service = 0; service < services; ++service) {
        CAPTURE(service);
        CHECK(load_in(sums, LoadSum::person_ticks, static_cast<Service>(service)) ==
              integral.person_ticks.at(service));
        std::int64_t sojourns = 0;
        for (const auto& stay : load.stays_in(static_cast<Service>(service), span.horizon)) {
            const auto from = std::max(stay.from, span.policy_start.time_since_epoch().count());
            sojourns += std::max<std::int64_t>(0, stay.to - from);
        }
        CHECK(sojourns == integral.person_ticks.at(service));
    }
    const auto placed = std::accumulate(
        result.agencies.begin(),
        result.agencies.end(),
        std::int64_t{0},
        [](std::int64_t sum, const auto& of) { return sum + of[AgencyCount::stay_ticks]; });
    CHECK(placed > 0);
    CHECK(placed == load_in(sums, LoadSum::person_ticks, Service::bed) +
                        load_in(sums, LoadSum::person_ticks, Service::residence));
}
