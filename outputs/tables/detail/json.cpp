#include "outputs/tables/detail/json.hpp"

namespace tsunagi::detail {

Json json_of(const BothLanguages& text) {
    return {{"en", text.en}, {"ja", text.ja}};
}

Json json_of(const ShownEstimate& estimate) {
    const auto& interval = estimate.interval;
    return {{"value", estimate.value},
            {"lower", interval ? Json(interval->lower) : Json(nullptr)},
            {"upper", interval ? Json(interval->upper) : Json(nullptr)},
            {"standard_error", json_of(estimate.standard_error)}};
}

Json json_of(const Compared& compared) {
    return {{"level", json_of(compared.level)}, {"difference", json_of(compared.difference)}};
}

Json row_of(const StudyDescription& study, std::size_t reading, std::size_t scenario) {
    return {{"reading", study.readings[reading].name},
            {"scenario", study.scenarios[scenario].name}};
}

} // namespace tsunagi::detail
