#include "scenarios/networks/network_file.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/studies/detail/parts.hpp"

#include <utility>

namespace tsunagi {

namespace {

template <class Read> Findings findings_of(ReadResult<Read> result) {
    return {.faults = std::move(result.faults), .warnings = std::move(result.warnings)};
}

} // namespace

Findings check_any(const std::string& file, const std::string& catalogue) {
    FaultLog without_kind;
    const auto kind = kind_of(file, without_kind);
    if (!kind) {
        return {.faults = without_kind.sorted()};
    }
    if (*kind == "study") {
        return findings_of(load_study(file));
    }
    if (*kind == "region") {
        return findings_of(load_region(file));
    }
    if (*kind == "network") {
        return findings_of(load_network(file));
    }
    FaultLog faults;
    Inputs inputs;
    if (*kind == "parameters") {
        ParameterBook::check_file(inputs, file, faults);
    } else if (const auto rows = Catalogue::read(inputs, catalogue, {}, faults)) {
        check_policy(inputs, file, *rows, faults);
    }
    return {.faults = faults.sorted()};
}

} // namespace tsunagi
