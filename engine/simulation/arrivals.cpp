#include "engine/simulation/arrivals.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/collaborations/guarantor_meeting.hpp"
#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/medical.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/lives/supervision.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

IntakeSetting intake_of(const Views& views) {
    const auto& parameters = views.setting.parameters;
    return {.laws = views.intake_laws,
            .intake = parameters.intake,
            .attributes = parameters.attributes,
            .supervision = parameters.supervision,
            .start_readiness = views.setting.start_readiness,
            .stable_share = parameters.use.stable};
}

ClientId enter(Views& views, const Client& client) {
    const auto id = views.world.clients.add(client);
    tell_about(views.lives, FactKind::person_entered, id, static_cast<std::uint8_t>(client.kind));
    return id;
}

void enter_family_of(Views& views, ClientId person) {
    const auto family = draw_family(
        intake_of(views), views.world.clients[person], views.moment.now, views.moment.streams);
    if (!family) {
        return;
    }
    const auto id = enter(views, *family);
    views.world.clients[id].relative = person;
    views.world.clients[person].relative = id;
    enter_family(views.lives, id);
    add_guarantor(views.world.guarantors, views.world.clients, id);
}

// Counted clients of an agency: they book at once and come.
void book_background(Views& views, ClientId client, AgencyId agency) {
    const auto& who = views.world.clients[client];
    const auto route = is_family(who) ? Route::background_family : Route::background_person;
    if (const auto service = choose_service(views.care, client, agency, 0)) {
        book_directly(views.care,
                      {.client = client, .receiver = agency, .service = *service, .route = route});
    }
}

void enter_background(Views& views, ClientId client, ArrivalSource source) {
    views.world.clients[client].staying = Client::Staying::leaves_after_care;
    switch (source) {
    case ArrivalSource::background_outpatients:
        if (const auto hospital = choose_specialist_hospital(views.lives, client);
            hospital.has_value()) {
            book_background(views, client, hospital.value());
        }
        break;
    case ArrivalSource::background_residents:
        enter_background_residence(views.lives, client);
        break;
    default:
        book_background(views, client, views.setting.region.centre);
    }
    leave_after_care(views.lives, client);
}

} // namespace

void schedule_arrival(Views& views, ArrivalSource source, std::uint32_t ordinal) {
    const double per_day = arrivals_per_day(source, views.setting.parameters.intake);
    if (per_day <= 0.0) {
        return;
    }
    const double exponential = views.moment.streams.exponential(
        {.purpose = Draw::arrival, .entity = source_key(source), .occurrence = ordinal});
    // The rarest arrivals come after the end of every run.
    const double days = std::min(exponential / per_day, longest_sampled_days / 2.0);
    views.moment.calendar.schedule({.key = {.at = views.moment.now + sampled(days),
                                            .tie = Tie::arrive,
                                            .entity = source_key(source),
                                            .kind = EventKind::intake,
                                            .partner = no_partner,
                                            .occurrence = ordinal},
                                    .row = static_cast<std::uint32_t>(source)});
}

void arrive(const Event& event, Views& views) {
    const auto source = static_cast<ArrivalSource>(event.row);
    const auto client = draw_client(
        intake_of(views), source, event.key.occurrence, views.moment.now, views.moment.streams);
    const auto id = enter(views, client);
    schedule_arrival(views, source, event.key.occurrence + 1);
    if (client.kind != ClientKind::justice) {
        enter_background(views, id, source);
        return;
    }
    start_awareness(views.lives, id);
    enter_family_of(views, id);
    enter_justice(views.lives, id);
}

} // namespace tsunagi
