#include "scenarios/reader/overlay.hpp"
#include "scenarios/studies/detail/parts.hpp"

namespace tsunagi {

std::vector<Fault> check_any(const std::string& file, const std::string& catalogue) {
    FaultLog without_kind;
    const auto kind = kind_of(file, without_kind);
    if (!kind) {
        return without_kind.sorted();
    }
    if (*kind == "study") {
        return load_study(file).faults;
    }
    if (*kind == "region") {
        return load_region(file).faults;
    }
    FaultLog faults;
    Inputs inputs;
    if (*kind == "parameters") {
        ParameterBook::check_file(inputs, file, faults);
    } else if (const auto rows = Catalogue::read(inputs, catalogue, {}, faults)) {
        check_policy(inputs, file, *rows, faults);
    }
    return faults.sorted();
}

} // namespace tsunagi
