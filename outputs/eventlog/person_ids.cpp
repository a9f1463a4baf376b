#include "outputs/eventlog/person_ids.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi {

std::string_view name_of(ArrivalSource source) {
    constexpr std::array<std::string_view, arrival_sources> names{"parole_only",
                                                                  "parole_partial",
                                                                  "direct_partial",
                                                                  "suspended",
                                                                  "juvenile",
                                                                  "full_term",
                                                                  "suspended_without_probation",
                                                                  "background_persons",
                                                                  "background_families",
                                                                  "background_outpatients",
                                                                  "background_residents"};
    return names.at(static_cast<std::size_t>(source));
}

std::string PersonIds::enter(EntityKey key, ClientKind kind) {
    if (kind == ClientKind::family) {
        expects(key == child_key(newest_, 0), "a family enters right after its person");
        return newest_id_ + "/family";
    }
    for (std::size_t row = 0; row < arrival_sources; ++row) {
        const auto source = static_cast<ArrivalSource>(row);
        auto& number = arrived_.at(row);
        if (key == child_key(source_key(source), number)) {
            newest_ = key;
            newest_id_ = std::string{name_of(source)} + "-" + std::to_string(number);
            ++number;
            return newest_id_;
        }
    }
    violate("a newcomer is the next arrival of a source", __FILE__, __LINE__);
}

} // namespace tsunagi
