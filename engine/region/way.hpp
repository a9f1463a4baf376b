#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

namespace tsunagi {

/// What takes people from one agency to another, or to an agency by no agency's hand, whatever
/// labels are switched on (engine/README.md, ways between agencies).
enum class Process : std::uint8_t {
    // from one agency to another
    outpatient_offer,          ///< t4.01: outpatient care is offered for a medical need
    programme_track,           ///< t3.01: a track to a residence, from the programme's trouble
    family_track,              ///< t3.02: a track that a family in care opens
    prison_track,              ///< t3.03: a track that opens in prison
    bed_track,                 ///< t3.04: a track that opens in a bed
    far_residence,             ///< t3.13: a full facility's person goes to one out of the area
    resident_to_bed,           ///< a resident needs to be admitted
    self_help_after_stay,      ///< some who leave a residence
    self_help_after_programme, ///< some who end a programme in order
    release_to_supervision,
    release_to_rehabilitation, ///< those without a home to be released to
    // by no agency's hand
    self_referral,
    family_entry, ///< the family brings the person
    family_call,
    own_self_help,
    own_day_programme,
    residence_wish,
    admission_need,
    custody,   ///< wherever people are
    probation, ///< of those who do not come from the region's prison
    no_home,   ///< of these
};
inline constexpr std::size_t processes = 21;

/// One way people go: each of some agencies may hand them on to each of some others.
struct Way {
    std::variant<EntityKey, Process> by; ///< a label that is switched on, or a process that always
                                         ///< runs
    std::vector<AgencyId> from;          ///< empty: people come by no agency's hand
    std::vector<AgencyId> to;            ///< none of `from`
};

} // namespace tsunagi
