#include "engine/care/waiting.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

// Address of a decision about the n-th joining of a list.
DrawAddress joining(const CareSetting& care, const Waiting& waiting, Draw purpose) {
    const auto joinings = acquaintance(care, waiting.client, waiting.agency).joinings;
    auto address = detail::draw_between(care, purpose, waiting.client, waiting.agency, joinings);
    address.option = static_cast<std::uint32_t>(waiting.service);
    return address;
}

void tell_list(const CareSetting& care,
               const Waiting& waiting,
               FactKind kind,
               std::uint8_t detail,
               std::int64_t amount) {
    tell(care,
         {.kind = kind,
          .client = waiting.client,
          .agency = waiting.agency,
          .detail = detail,
          .amount = amount});
}

void admit(const CareSetting& care, WaitingId id) {
    const auto waiting = care.waitings[id];
    const auto meanwhile = waiting.meanwhile.value();
    leave_list(care, id, ListExit::admitted);
    give_back_session(care, meanwhile);
    end_episode(care, meanwhile, EpisodeEnd::completed);
    open_episode(care,
                 {.client = waiting.client,
                  .agency = waiting.agency,
                  .service = waiting.service,
                  .route = waiting.route,
                  .own_factor = waiting.own_factor,
                  .handover = waiting.handover});
}

} // namespace

WaitingId join_list(const CareSetting& care, Waiting waiting, Claim::Priority priority) {
    auto& list = care.units.of(waiting.agency, waiting.service).list;
    const auto id = care.waitings.add(waiting);
    const Claim claim{.priority = priority,
                      .joined = care.moment.now,
                      .order =
                          care.moment.streams.uniform(joining(care, waiting, Draw::list_order)),
                      .subject = care.clients[waiting.client].key,
                      .row = static_cast<std::uint32_t>(id.row())};
    tell_list(care,
              waiting,
              FactKind::list_joined,
              static_cast<std::uint8_t>(waiting.service),
              static_cast<std::int64_t>(list.ahead_of(claim)));
    list.join(claim);
    return id;
}

void start_patience(const CareSetting& care, WaitingId id) {
    auto& waiting = care.waitings[id];
    const double exponential =
        care.moment.streams.exponential(joining(care, waiting, Draw::patience));
    waiting.patience_event = care.moment.calendar.schedule(
        {.key = {.at = care.moment.now + sampled(exponential * care.choice.patience_days),
                 .tie = Tie::decide,
                 .entity = care.clients[waiting.client].key,
                 .kind = EventKind::patience,
                 .partner = partner(care.region.agencies[waiting.agency].key),
                 .occurrence = acquaintance(care, waiting.client, waiting.agency).joinings},
         .row = static_cast<std::uint32_t>(id.row())});
}

void leave_list(const CareSetting& care, WaitingId id, ListExit reason) {
    auto& waiting = care.waitings[id];
    care.moment.calendar.cancel(waiting.patience_event);
    care.units.of(waiting.agency, waiting.service).list.leave(care.clients[waiting.client].key);
    ++acquaintance(care, waiting.client, waiting.agency).joinings;
    tell_list(care,
              waiting,
              FactKind::list_left,
              static_cast<std::uint8_t>(reason),
              static_cast<std::int64_t>(waiting.service));
    care.waitings.remove(id);
}

void leave_lists(const CareSetting& care, ClientId client, ListExit reason) {
    if (care.waitings.size() == 0) {
        return;
    }
    const auto key = care.clients[client].key;
    for (const auto& unit : care.units.all()) {
        if (unit.list.empty()) {
            continue; // as most are at most times
        }
        if (const auto claim = unit.list.find(key)) {
            leave_list(care, WaitingId{claim->row}, reason);
        }
    }
}

void leave_list_after(const CareSetting& care, const Episode& ended) {
    if (ended.service != Service::counselling ||
        !care.units.offers(ended.agency, Service::programme)) {
        return;
    }
    const auto& list = care.units.of(ended.agency, Service::programme).list;
    if (const auto claim = list.find(ended.client_key)) {
        leave_list(care, WaitingId{claim->row}, ListExit::elsewhere);
    }
}

void admit_next(const CareSetting& care, AgencyId agency) {
    auto& unit = care.units.of(agency, Service::programme);
    while (!unit.list.empty() && unit.places.has_free()) {
        admit(care, WaitingId{unit.list.first().row});
    }
}

} // namespace tsunagi
