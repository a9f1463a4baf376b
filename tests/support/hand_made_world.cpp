#include "tests/support/hand_made_world.hpp"

#include "engine/care/referral_chain.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tsunagi::test {

namespace {

// Nobody comes by himself, and nothing happens to anybody.
void stop_hazards(Parameters& parameters) {
    parameters.ways_in.self_referral_per_year = 0.0;
    parameters.ways_in.self_help_per_year = 0.0;
    parameters.ways_in.self_help_exit = 0.0;
    parameters.ways_in.day_programme_per_year = 0.0;
    parameters.ways_in.day_programme_exit = 0.0;
    parameters.ways_in.hospital_programme = 0.0;
    parameters.ways_in.residence_per_year = 0.0;
    parameters.use.early = 1e-12;
    parameters.use.late_per_year = 0.0;
    parameters.use.arrest_regular_per_year = 0.0;
    parameters.use.arrest_lapse_per_year = 0.0;
    parameters.use.other_arrest_per_year = 0.0;
    parameters.use.admission_per_year = {};
    parameters.use.danger_regular_per_year = 0.0;
    parameters.use.danger_lapse_per_year = 0.0;
    parameters.use.death_per_year = 0.0;
    parameters.use.death_regular_per_year = 0.0;
    parameters.use.move_per_year = 0.0;
    parameters.supervision.technical_revocation_per_year = 0.0;
    parameters.family.call_per_year = 0.0;
    parameters.family.entry_per_year = 0.0;
    parameters.family.join_class_per_year = 0.0;
    parameters.medical.consultation_per_month = 0.0;
    parameters.residence.money_per_day = 0.0;
}

} // namespace

Parameters certain_parameters() {
    auto parameters = default_parameters();
    parameters.recognition.per_opportunity = almost_surely;
    parameters.recognition.false_per_opportunity = 0.0;
    parameters.referral.consent = 1.0;
    parameters.referral.rebook = 0.0;
    parameters.referral.accept_base = surely;
    parameters.referral.lead_log_sd = 0.0;
    parameters.referral.arrive_level = surely;
    parameters.referral.family_accept_base = surely;
    for (auto& service : parameters.episodes.by_service) {
        service.second_visit = 1.0;
        service.attendance = 1.0;
    }
    parameters.episodes.jitter = 0.0;
    parameters.choice.programme = 0.0;
    parameters.choice.family_class = 0.0;
    parameters.attributes.in_care = 0.0;
    parameters.supervision.core_share = 0.0;
    stop_hazards(parameters);
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
      start_understanding_{beta_quantiles(2.0, 6.0)},
      setting_{
          .region = plan_.region,
          .parameters = plan_.parameters,
          .effect = plan_.effect,
          .reference = reference_,
          .dates = {.run_start = run_start, .policy_start = policy_start, .horizon = plan_.horizon},
          .windows = support_windows,
          .link_correlation = 0.0,
          .start_readiness = start_readiness_,
          .start_understanding = start_understanding_,
          .drop_out_scales = drop_out_scales_},
      world_{build_world(setting_, Streams{plan_.key})} {
    drop_out_scales_.fill(plan_.drop_out_scale_days);
}

ClientId HandMadeWorld::add_person(const PersonPlan& plan) {
    Client client;
    client.key = child_key(key_of("hand-made person"), added_++);
    client.kind = ClientKind::justice;
    client.municipality = plan.municipality;
    client.home = Residence::family_home;
    client.entered = now_;
    client.sentence.start = plan.release_day > 0.0 ? now_ + sampled(plan.release_day) : now_;
    client.sentence.end = now_ + sampled(plan.end_day);
    client.sentence.first_phase_end = client.sentence.end;
    client.supervised_until = client.sentence.end;
    client.base_readiness = plan.readiness;
    client.readiness = {plan.readiness, now_};
    client.need = plan.need;
    client.history = plan.history;
    const bool inside = plan.release_day > 0.0;
    client.liberty = inside ? Liberty::pre_release : Liberty::at_liberty;
    client.supervision = inside ? Supervision::none : Supervision::parole;
    client.residence = inside ? Residence::prison : client.home;
    return world_.clients.add(client);
}

ClientId HandMadeWorld::add_family(ClientId person) {
    Client family;
    family.key = child_key(world_.clients[person].key, 0);
    family.kind = ClientKind::family;
    family.municipality = world_.clients[person].municipality;
    family.entered = now_;
    family.liberty = Liberty::at_liberty;
    family.relative = person;
    const auto id = world_.clients.add(family);
    world_.clients[person].relative = id;
    return id;
}

ClientId HandMadeWorld::add_background(ClientKind kind) {
    Client client;
    client.key = child_key(key_of("hand-made background client"), added_++);
    client.kind = kind;
    client.entered = now_;
    client.liberty = Liberty::at_liberty;
    client.staying = Client::Staying::leaves_after_care;
    return world_.clients.add(client);
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
                       .service = is_family(world_.clients[client]) ? Service::family_counselling
                                                                    : Service::counselling,
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

OptionalId<EpisodeTag> HandMadeWorld::episode_of(ClientId client, Service service) const {
    OptionalId<EpisodeTag> found;
    world_.episodes.for_each_open(client, [&](EpisodeId id) {
        if (world_.episodes[id].service == service) {
            found = id;
        }
    });
    return found;
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
        if (fact.client.has_value()) {
            react_to_fact(fact, views);
        }
        facts_.push_back(fact);
    }
    free_departed(views);
    told.clear();
}

} // namespace tsunagi::test
