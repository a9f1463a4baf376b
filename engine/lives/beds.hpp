#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// A person needs to be admitted to a hospital: to a free bed of a specialist one, else by chance
/// to a general one, else by chance to one out of the area, after the way there; else the need is
/// not met, and the fact tells so. It takes no acceptance and no appointment. Source:
/// engine/README.md, medical bridge.
void need_admission(const LivesSetting& lives, ClientId person);

/// The way to a bed out of the area is behind.
void arrive_at_far_bed(const LivesSetting& lives, ClientId person);

/// The stay in a bed is over: the person goes home, and the hospital's own outpatient care is
/// offered, at the warm lead and without any link.
void discharge(const LivesSetting& lives, EpisodeId stay);

/// Custody, death or a move comes on the way to a bed out of the area.
void cancel_far_bed(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
