#pragma once

#include "engine/core/time.hpp"
#include "engine/observation/spell.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// How long after its beginning care is asked for.
inline constexpr double half_year_days = 182.625;
inline constexpr double year_days = 365.25;

/// When one client was in care: with at least one open episode. Episodes may overlap.
class CareLine {
public:
    void open(SimTime at);
    void close(SimTime at);

    bool in_care() const { return open_ > 0; }
    bool in_care_at(SimTime when) const { return any_holds(spells_, when); }
    /// Beginning of the first care of all.
    std::optional<SimTime> first() const;

private:
    int open_{};
    std::vector<Spell> spells_;
};

} // namespace tsunagi
