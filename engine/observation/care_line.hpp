#pragma once

#include "engine/core/time.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// When one client was in care: with at least one open episode. Episodes may overlap.
class CareLine {
public:
    void open(SimTime at);
    void close(SimTime at);

    bool in_care() const { return open_ > 0; }
    bool in_care_at(SimTime when) const;
    /// Beginning of the first care of all.
    std::optional<SimTime> first() const;

private:
    struct Spell {
        SimTime from;
        SimTime to;
    };

    int open_{};
    std::vector<Spell> spells_; ///< half open; one that goes on ends never
};

} // namespace tsunagi
