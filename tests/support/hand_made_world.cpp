#include "tests/support/hand_made_world.hpp"

#include "engine/care/referral_chain.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tsunagi::test {

Parameters certain_parameters() {
    auto parameters = default_parameters();
    parameters.recognition.per_opportunity = almost_surely;
    parameters.recognition.false_per_opportunity = 0.0;
    parameters.referral.consent = 1.0;
    parameters.referral.rebook = 0.0;
    parameters.referral.accept_base = surely;
    parameters.referral.lead_log_sd = 0.0;
    parameters.referral.arrive_level = surely;
    parameters.episodes.counselling.second_visit = 1.0;
    parameters.episodes.counselling.attendance = 1.0;
    parameters.episodes.family_counselling.second_visit = 1.0;
    parameters.episodes.family_counselling.attendance = 1.0;
    parameters.episodes.family_counselling.scale_days = 1e9;
    parameters.episodes.jitter = 0.0;
    parameters.self_referral.per_year = 0.0;
    parameters.attributes.in_care = 0.0;
    parameters.supervision.core_share = 0.0;
    return parameters;
}

void set_weekly_hours(Region& region, AgencyId agency, double hours) {
    const auto parameters = default_parameters().hours;
    region.agencies[agency].staffing = Agency::Staffing{
        .posts = hours * parameters.weeks_per_month / parameters.paid_hours_per_month,
        .direct_share = 1.0};
}

Region WorldPlan::hand_made_region() {
    auto region = small_region();
    region.links = ObservedLinks{};
    for (auto& agency : region.agencies.values()) {
        agency.staffing.reset();
    }
    return region;
}

HandMadeWorld::HandMadeWorld(WorldPlan plan)
    : plan_{std::move(plan)}, start_readiness_{beta_quantiles(2.0, 3.0)},
      setting_{.region = plan_.region,
               .parameters = plan_.parameters,
               .effect = plan_.effect,
               .reference = reference_,
               .dates = {.run_start = run_start, .policy_start = policy_start, .horizon = horizon},
               .link_correlation = 0.0,
               .start_readiness = start_readiness_,
               .counselling_scale_days = plan_.counselling_scale_days},
      world_{build_world(setting_, Streams{plan_.key})} {}

ClientId HandMadeWorld::add_person(const PersonPlan& plan) {
    Client client;
    client.key = child_key(key_of("hand-made person"), added_++);
    client.kind = ClientKind::supervised;
    client.sentence.start = plan.release_day > 0.0 ? now_ + sampled(plan.release_day) : now_;
    client.sentence.end = now_ + sampled(plan.end_day);
    client.base_readiness = plan.readiness;
    client.readiness = {plan.readiness, now_};
    client.minutes_to_centre = plan.minutes;
    client.need = plan.need;
    client.history = plan.history;
    client.liberty = plan.release_day > 0.0 ? Liberty::pre_release : Liberty::supervised;
    const auto id = world_.clients.add(client);
    world_.acquaintances.forget_all(id);
    return id;
}

ClientId HandMadeWorld::add_background(ClientKind kind) {
    Client client;
    client.key = child_key(key_of("hand-made background client"), added_++);
    client.kind = kind;
    client.liberty = Liberty::free;
    client.staying = Client::Staying::leaves_after_care;
    const auto id = world_.clients.add(client);
    world_.acquaintances.forget_all(id);
    return id;
}

void HandMadeWorld::act(const std::function<void(Views&)>& action) {
    Views views{setting_, world_, now_};
    action(views);
    hand_on_facts(views);
}

void HandMadeWorld::offer(ClientId client, Consent consent) {
    act([&](Views& views) {
        receive_offer(views.care,
                      {.client = client,
                       .sender = office,
                       .receiver = centre,
                       .link = office_centre(),
                       .consent = consent});
    });
}

void HandMadeWorld::run_until(SimTime end) {
    while (!world_.calendar.empty() && world_.calendar.next_time() < end) {
        const auto event = world_.calendar.pop();
        now_ = event.key.at;
        act([&](Views& views) { handle_event(event, views); });
    }
    now_ = end;
}

void HandMadeWorld::start_events() {
    act([](Views& views) { tsunagi::start_events(views); });
}

void HandMadeWorld::set_understanding(double policy, double reference) {
    // A contact that closes the whole gap, of the weight asked for, from zero.
    auto at_once = plan_.parameters.relations;
    at_once.gain_per_contact = 1.0;
    const auto pair = office_centre();
    world_.links.rotate(pair, 0.0, at_once, now_);
    using Part = Schedules::Part;
    world_.links.contact(pair, at_once, policy, {.policy = Part::in}, now_);
    world_.links.contact(pair, at_once, reference, {.reference = Part::in}, now_);
}

std::vector<Fact> HandMadeWorld::facts(FactKind kind) const {
    std::vector<Fact> found;
    std::copy_if(facts_.begin(), facts_.end(), std::back_inserter(found), [&](const Fact& fact) {
        return fact.kind == kind;
    });
    return found;
}

void HandMadeWorld::hand_on_facts(Views& views) {
    auto& told = world_.facts;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto fact = told.at(i);
        react_to_fact(fact, views);
        facts_.push_back(fact);
    }
    told.clear();
}

} // namespace tsunagi::test
