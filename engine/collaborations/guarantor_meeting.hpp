#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// The probation office has held a guarantor meeting in the scenario's schedule: of the families of
/// persons still in prison, all of which are invited, some attend. Attending changes nothing by
/// itself: what guests do there for the families are labels of their own (p.01, p.02).
void attend_guarantor_meeting(const CareSetting& care, const SupervisionParameters& supervision);

} // namespace tsunagi
