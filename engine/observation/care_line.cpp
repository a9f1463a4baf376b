#include "engine/observation/care_line.hpp"

namespace tsunagi {

void CareLine::open(SimTime at) {
    if (open_++ == 0) {
        spells_.push_back({.from = at});
    }
}

void CareLine::close(SimTime at) {
    if (open_ > 0 && --open_ == 0) {
        spells_.back().to = at;
    }
}

std::optional<SimTime> CareLine::first() const {
    return spells_.empty() ? std::nullopt : std::optional{spells_.front().from};
}

} // namespace tsunagi
