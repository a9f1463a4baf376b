#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Lets a person without income, at liberty, come to an application for a benefit, alone; call
/// after income or liberty has changed. What was applied for before custody is void.
/// Source: engine/README.md, benefits.
void refresh_benefit_application(const LivesSetting& lives, ClientId person);

/// The clock has fired: the application is made, and will be decided on.
void apply_for_benefit(const LivesSetting& lives, ClientId person);

/// The benefit is granted and ends want of income and of housing, or is refused: then the next
/// application follows after a set time.
void decide_on_benefit(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
