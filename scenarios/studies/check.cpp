#include "scenarios/reader/overlay.hpp"
#include "scenarios/studies/detail/parts.hpp"

namespace tsunagi {

std::vector<Fault> check_any(const std::string& file) {
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
    if (*kind == "policy") {
        read_policy(inputs, file, {}, nullptr, faults);
    } else {
        ParameterBook::check_file(inputs, file, faults);
    }
    return faults.sorted();
}

} // namespace tsunagi
