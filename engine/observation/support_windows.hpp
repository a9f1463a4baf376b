#pragma once

#include "engine/observation/contact_line.hpp"

#include <cstdint>

namespace tsunagi {

/// Whether a contact by telephone or online is a support contact like one in person.
enum class RemoteContacts : std::uint8_t { counted, not_counted };

/// What being in support means: settings of a study, printed beside its figures.
/// Source: engine/README.md, outcomes.
struct SupportWindows {
    int support_days{}; ///< v of support(d; v); 1 to follow_up_days
    int close_days{};   ///< v of close contact and of overlap; 1 to support_days
    RemoteContacts remote{};

    bool counts(Medium medium) const {
        return medium == Medium::in_person || remote == RemoteContacts::counted;
    }
    friend bool operator==(const SupportWindows&, const SupportWindows&) = default;
};

} // namespace tsunagi
