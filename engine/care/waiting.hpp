#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Somebody joins the undated list of a service. Facts tell how many stand before.
/// @param meanwhile  counselling that fills the time, if any
WaitingId join_list(const CareSetting& care, Waiting waiting, Claim::Priority priority);

/// Patience is drawn and starts to run; without this call it never ends.
void start_patience(const CareSetting& care, WaitingId id);

/// Takes somebody off a list. Nothing happens to care that fills the time.
void leave_list(const CareSetting& care, WaitingId id, ListExit reason);

/// Takes a client off every list.
void leave_lists(const CareSetting& care, ClientId client, ListExit reason);

/// Counselling has ended: who had it while waiting for the programme waits no longer.
void leave_list_after(const CareSetting& care, const Episode& ended);

/// Seats free in the centre's programme go to those who wait; what filled their time ends in order.
void admit_next(const CareSetting& care, AgencyId agency);

} // namespace tsunagi
