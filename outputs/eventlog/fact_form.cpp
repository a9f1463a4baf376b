#include "outputs/eventlog/fact_form.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

using Field = FactField;

struct KindForm {
    FactKind kind{};
    FactForm form;
};

// In the order of the enumeration; a test reads the enumerators and finds the one that is missing.
constexpr std::array forms = std::to_array<KindForm>({
    {FactKind::person_entered, {"person_entered", Field::client_kind, Field::nothing}},
    {FactKind::supervision_started, {"supervision_started", Field::nothing, Field::return_parole}},
    {FactKind::supervision_contact, {"supervision_contact", Field::nothing, Field::ordinal}},
    {FactKind::programme_session, {"programme_session", Field::nothing, Field::ordinal}},
    {FactKind::supervision_ended, {"supervision_ended", Field::nothing, Field::nothing}},
    {FactKind::person_left, {"person_left", Field::nothing, Field::nothing}},
    {FactKind::supervision_revoked, {"supervision_revoked", Field::custody_cause, Field::nothing}},
    {FactKind::family_contact, {"family_contact", Field::nothing, Field::ordinal}},
    {FactKind::became_aware, {"became_aware", Field::nothing, Field::nothing}},
    {FactKind::lost_awareness, {"lost_awareness", Field::known_type, Field::nothing}},
    {FactKind::need_recognised, {"need_recognised", Field::nothing, Field::nothing}},
    {FactKind::offered, {"offered", Field::consent, Field::ordinal}},
    {FactKind::offer_refused, {"offer_refused", Field::nothing, Field::nothing}},
    {FactKind::offer_accepted, {"offer_accepted", Field::nothing, Field::nothing}},
    {FactKind::self_referred, {"self_referred", Field::nothing, Field::nothing}},
    {FactKind::booked, {"booked", Field::route, Field::days}},
    {FactKind::no_hours_found, {"no_hours_found", Field::nothing, Field::nothing}},
    {FactKind::first_contact, {"first_contact", Field::route, Field::days}},
    {FactKind::not_kept, {"not_kept", Field::route, Field::days}},
    {FactKind::referral_lost, {"referral_lost", Field::loss, Field::nothing}},
    {FactKind::second_visit, {"second_visit", Field::service, Field::nothing}},
    {FactKind::appointment_due, {"appointment_due", Field::booking_attempt, Field::share}},
    {FactKind::slot_waited, {"slot_waited", Field::nothing, Field::nothing}},
    {FactKind::turned_away, {"turned_away", Field::nothing, Field::nothing}},
    {FactKind::episode_opened, {"episode_opened", Field::service, Field::route}},
    {FactKind::session_attended, {"session_attended", Field::service, Field::ordinal}},
    {FactKind::session_missed, {"session_missed", Field::service, Field::ordinal}},
    {FactKind::session_not_offered, {"session_not_offered", Field::service, Field::ordinal}},
    {FactKind::episode_ended, {"episode_ended", Field::episode_end, Field::service}},
    {FactKind::list_joined, {"list_joined", Field::service, Field::count}},
    {FactKind::list_left, {"list_left", Field::list_exit, Field::service}},
    {FactKind::place_taken, {"place_taken", Field::service, Field::count}},
    {FactKind::place_left, {"place_left", Field::service, Field::days}},
    {FactKind::remote_contact, {"remote_contact", Field::nothing, Field::nothing}},
    {FactKind::contact_held, {"contact_held", Field::nothing, Field::ordinal}},
    {FactKind::contact_cancelled, {"contact_cancelled", Field::nothing, Field::ordinal}},
    {FactKind::contact_overtime, {"contact_overtime", Field::nothing, Field::hours}},
    {FactKind::staff_rotated, {"staff_rotated", Field::nothing, Field::count}},
    {FactKind::work_done, {"work_done", Field::task, Field::hours}},
    {FactKind::lapsed, {"lapsed", Field::nothing, Field::nothing}},
    {FactKind::regular_use, {"regular_use", Field::nothing, Field::nothing}},
    {FactKind::became_abstinent, {"became_abstinent", Field::nothing, Field::nothing}},
    {FactKind::arrested, {"arrested", Field::arrest_cause, Field::nothing}},
    {FactKind::custody_started, {"custody_started", Field::custody_cause, Field::nothing}},
    {FactKind::prison_entered, {"prison_entered", Field::nothing, Field::nothing}},
    {FactKind::custody_ended, {"custody_ended", Field::nothing, Field::nothing}},
    {FactKind::admission_needed, {"admission_needed", Field::admission_bed, Field::nothing}},
    {FactKind::danger_at_home, {"danger_at_home", Field::nothing, Field::nothing}},
    {FactKind::died, {"died", Field::nothing, Field::nothing}},
    {FactKind::moved_away, {"moved_away", Field::nothing, Field::nothing}},
    {FactKind::residence_changed, {"residence_changed", Field::residence, Field::residence}},
    {FactKind::benefit_granted, {"benefit_granted", Field::nothing, Field::nothing}},
    {FactKind::readiness_raised, {"readiness_raised", Field::bump, Field::nothing}},
    {FactKind::track_opened, {"track_opened", Field::admission_route, Field::nothing}},
    {FactKind::track_contact, {"track_contact", Field::nothing, Field::share}},
    {FactKind::track_agreed, {"track_agreed", Field::nothing, Field::nothing}},
    {FactKind::track_closed, {"track_closed", Field::track_end, Field::days}},
    {FactKind::guarantor_attended, {"guarantor_attended", Field::nothing, Field::nothing}},
    {FactKind::family_called, {"family_called", Field::nothing, Field::nothing}},
    {FactKind::consultation_sought, {"consultation_sought", Field::nothing, Field::nothing}},
});

} // namespace

FactForm form_of(FactKind kind) {
    const auto* row = std::find_if(
        forms.begin(), forms.end(), [&](const KindForm& form) { return form.kind == kind; });
    expects(row != forms.end(), "a fact is of a known kind");
    return row->form;
}

} // namespace tsunagi
