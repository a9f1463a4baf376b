#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// A person has been created: supervision starts now or at release.
void enter_justice(const LivesSetting& lives, ClientId id);

/// Release or judgement: officer contacts, programme, the scheduled end; some are in care already.
void start_supervision(const LivesSetting& lives, ClientId id);

/// Monthly officer contact, an opportunity for a referral. Statutory: its hours are counted, never
/// refused.
void hold_officer_contact(const LivesSetting& lives, ClientId id, std::uint32_t occurrence);

/// A core programme session, an opportunity as well. Its hours are those of the office's calendar.
void hold_programme_session(const LivesSetting& lives, ClientId id, std::uint32_t ordinal);

/// S: legal pressure goes.
void end_supervision(const LivesSetting& lives, ClientId id);

/// Leaves the model five years after S when in no care, else when care ends.
void leave(const LivesSetting& lives, ClientId id);
/// Care or a referral has ended: somebody who waited to leave does so.
void leave_after_care(const LivesSetting& lives, ClientId id);

} // namespace tsunagi
