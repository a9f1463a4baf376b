#pragma once

#include "engine/facts/fact.hpp"

namespace tsunagi {

/// Whether any record or book looks at facts of a kind about a client: a fifth of all are of kinds
/// that enter the digest alone, and need no look-up of the client.
constexpr bool is_read(FactKind kind) {
    switch (kind) {
    case FactKind::family_contact:
    case FactKind::lost_awareness:
    case FactKind::no_hours_found:
    case FactKind::became_abstinent:
    case FactKind::danger_at_home:
    case FactKind::residence_changed:
    case FactKind::benefit_granted:
    case FactKind::readiness_raised:
    case FactKind::track_contact:
    case FactKind::guarantor_attended:
    case FactKind::family_called:
    case FactKind::consultation_sought:
        return false;
    default:
        return true;
    }
}

} // namespace tsunagi
