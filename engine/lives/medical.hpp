#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// The specialist hospital that another client comes to as an outpatient; no value where the region
/// has none.
OptionalId<AgencyTag> choose_specialist_hospital(const LivesSetting& lives, ClientId client);

/// Sets the hazard of seeking a consultation, after the bumps, care or the person's liberty has
/// changed. It runs for persons with a medical need, at liberty,
/// without an episode or an open referral at a hospital; the link, surroundings that see the need,
/// and the window after a crisis raise it. Source: engine/README.md, medical bridge.
void refresh_consultation(const LivesSetting& lives, ClientId person);
/// The same of everybody for whom it runs, after the link of centre and hospital has changed.
void refresh_consultations(const LivesSetting& lives);

/// That clock has fired: outpatient care is offered, at a specialist hospital first.
void seek_consultation(const LivesSetting& lives, ClientId person);

/// An offer of the centre has been accepted (t4.01): a person whose medical need is seen is offered
/// outpatient care as well.
void offer_hospital_too(const LivesSetting& lives, ClientId client, AgencyId accepted);

} // namespace tsunagi
