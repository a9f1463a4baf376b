#include "outputs/tables/subgroup.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi {

std::optional<LevelRange> levels_of(Attribute attribute) {
    switch (attribute) {
    case Attribute::start:
        return LevelRange{Level::began_before, Level::began_after};
    case Attribute::sex:
        return LevelRange{Level::male, Level::female};
    case Attribute::age:
        return LevelRange{Level::under_30, Level::from_50};
    case Attribute::source:
        return LevelRange{Level::parole_only, Level::suspended_without_probation};
    case Attribute::family:
        return LevelRange{Level::without_family, Level::with_family};
    case Attribute::severity:
        return LevelRange{Level::not_severe, Level::severe};
    case Attribute::fiscal_year:
    case Attribute::municipality:
        return std::nullopt;
    }
    violate("an attribute is one of the list", __FILE__, __LINE__);
}

} // namespace tsunagi
