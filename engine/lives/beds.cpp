#include "engine/lives/beds.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/silence.hpp"
#include "engine/lives/detail/providers.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/random/samplers.hpp"

#include <vector>

namespace tsunagi {

namespace {

// Needs of admission so far, this one included: numbers their draws.
std::uint32_t needs_of(const LivesSetting& lives, ClientId person) {
    const auto& hazards = lives.care.clients.life(person).hazards;
    return hazards.fired.at(static_cast<std::size_t>(PersonHazard::admission));
}

bool has_free_bed(const LivesSetting& lives, AgencyId hospital) {
    return lives.care.units.of(hospital, Service::bed).places.has_free();
}

enum class Kind : std::uint8_t { specialist, general };

std::vector<AgencyId> with_free_beds(const LivesSetting& lives, Kind kind) {
    auto hospitals = detail::providers(lives, AgencyType::psychiatric_hospital, Service::bed);
    std::erase_if(hospitals, [&](AgencyId hospital) {
        return detail::is_specialist(lives, hospital) != (kind == Kind::specialist) ||
               !has_free_bed(lives, hospital);
    });
    return hospitals;
}

OptionalId<AgencyTag> free_bed(const LivesSetting& lives, ClientId person, Kind kind) {
    const auto hospitals = with_free_beds(lives, kind);
    const auto occurrence = detail::numbered(needs_of(lives, person), static_cast<unsigned>(kind));
    return choose_among(lives.care,
                        person,
                        {.service = Service::bed, .among = hospitals, .occurrence = occurrence});
}

OptionalId<AgencyTag> far_hospital(const LivesSetting& lives) {
    return detail::first_provider(lives, AgencyType::out_of_prefecture_hospital, Service::bed);
}

bool takes(const LivesSetting& lives, ClientId person, Draw purpose, double chance) {
    return happens(chance, own_uniform(lives, person, purpose, needs_of(lives, person)));
}

void tell_need(const LivesSetting& lives, ClientId person, AdmissionBed bed) {
    tell_about(lives, FactKind::admission_needed, person, static_cast<std::uint8_t>(bed));
}

// Nobody lives in two places.
void leave_place(const LivesSetting& lives, ClientId person) {
    const auto stay = lives.care.episodes.open_of(person, Service::residence);
    if (stay.has_value()) {
        end_episode(lives.care, stay.value(), EpisodeEnd::other_residence);
    }
    step_off_list(lives, person, ListExit::elsewhere);
}

void enter_bed(const LivesSetting& lives, ClientId person, AgencyId hospital) {
    const auto& care = lives.care;
    leave_place(lives, person);
    const double uniform =
        own_uniform(lives, person, Draw::bed_stay, care.clients.life(person).bed_stays++);
    const double days =
        log_normal(lives.medical.stay_median_days, lives.medical.stay_log_sd, uniform);
    attend(care, person, hospital);
    tell(care,
         {.kind = FactKind::second_visit,
          .client = person,
          .agency = hospital,
          .detail = static_cast<std::uint8_t>(Service::bed)});
    open_episode(care,
                 {.client = person,
                  .agency = hospital,
                  .service = Service::bed,
                  .route = Route::admission,
                  .discharge = care.moment.now + sampled(days)});
    move_to(lives, person, Residence::hospital);
    raise(lives, person, Bump::admission);
}

void travel_far(const LivesSetting& lives, ClientId person) {
    lives.care.clients.life(person).bed_event =
        schedule(lives,
                 person,
                 {.kind = EventKind::admission,
                  .tie = Tie::arrive,
                  .at = lives.care.moment.now + sampled(lives.admission.far_travel_days),
                  .occurrence = needs_of(lives, person)});
}

// To everybody, whatever has been refused before; acceptance as at any hospital. Nothing about the
// person has to flow between agencies.
void offer_appointment(const LivesSetting& lives, ClientId person, AgencyId hospital) {
    if (!lives.care.units.offers(hospital, Service::outpatient) ||
        is_expected(lives.care, person, hospital, Service::outpatient)) {
        return;
    }
    receive_offer(lives.care,
                  {.client = person,
                   .sender = hospital,
                   .receiver = hospital,
                   .service = Service::outpatient,
                   .consent = Consent::given,
                   .mean_lead_days = lives.care.referral.lead_hospital_warm_days});
}

} // namespace

void need_admission(const LivesSetting& lives, ClientId person) {
    // Whoever is on the way to a bed out of the area has one; the clock goes on.
    if (lives.care.clients.life(person).bed_event != EventHandle{}) {
        refresh_use(lives, person);
        return;
    }
    const auto specialist = free_bed(lives, person, Kind::specialist);
    if (specialist.has_value()) {
        tell_need(lives, person, AdmissionBed::specialist);
        enter_bed(lives, person, specialist.value());
        return;
    }
    const auto general = free_bed(lives, person, Kind::general);
    if (general.has_value() && takes(lives, person, Draw::general_bed, lives.medical.general_bed)) {
        tell_need(lives, person, AdmissionBed::general);
        enter_bed(lives, person, general.value());
        return;
    }
    const auto far = far_hospital(lives);
    if (far.has_value() && has_free_bed(lives, far.value()) &&
        takes(lives, person, Draw::far_bed, lives.admission.far_acceptance)) {
        tell_need(lives, person, AdmissionBed::out_of_area);
        travel_far(lives, person);
        return;
    }
    tell_need(lives, person, AdmissionBed::none);
}

void arrive_at_far_bed(const LivesSetting& lives, ClientId person) {
    lives.care.clients.life(person).bed_event = {};
    const auto hospital = far_hospital(lives).value();
    if (has_free_bed(lives, hospital)) {
        enter_bed(lives, person, hospital);
    }
}

void discharge(const LivesSetting& lives, EpisodeId stay) {
    const auto person = lives.care.episodes[stay].client;
    const auto hospital = lives.care.episodes[stay].agency;
    end_episode(lives.care, stay, EpisodeEnd::completed);
    restart_silence(lives.care, person);
    go_home(lives, person);
    offer_appointment(lives, person, hospital);
}

void cancel_far_bed(const LivesSetting& lives, ClientId person) {
    auto& event = lives.care.clients.life(person).bed_event;
    lives.care.moment.calendar.cancel(event);
    event = {};
}

} // namespace tsunagi
