#include "outputs/tables/indicator.hpp"

#include <array>

namespace tsunagi {

std::string_view name_of(Indicator indicator) {
    constexpr std::array<std::string_view, indicators> names{"bice_boxerman",
                                                             "usual_provider",
                                                             "sequential",
                                                             "concentration",
                                                             "hand_offs",
                                                             "visited_twice",
                                                             "visits",
                                                             "back_90",
                                                             "back_365",
                                                             "first_kept",
                                                             "first_within_14",
                                                             "sessions_kept",
                                                             "list_given_up",
                                                             "list_days"};
    return names.at(static_cast<std::size_t>(indicator));
}

IndicatorUnit unit_of(Indicator indicator) {
    switch (indicator) {
    case Indicator::hand_offs:
    case Indicator::visits:
        return IndicatorUnit::number;
    case Indicator::list_days:
        return IndicatorUnit::days;
    default:
        return IndicatorUnit::share;
    }
}

} // namespace tsunagi
