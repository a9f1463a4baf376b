#include "engine/care/episode.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi {

EpisodeId Episodes::add(const Episode& episode) {
    if (free_.empty()) {
        rows_.emplace_back(episode);
        return EpisodeId{static_cast<std::uint32_t>(rows_.size() - 1)};
    }
    const auto row = free_.back();
    free_.pop_back();
    rows_[row] = episode;
    return EpisodeId{row};
}

void Episodes::remove(EpisodeId id) {
    rows_.at(id.row()).reset();
    free_.push_back(static_cast<std::uint32_t>(id.row()));
}

Episode& Episodes::operator[](EpisodeId id) {
    expects(id.row() < rows_.size() && rows_[id.row()].has_value(), "the episode exists");
    return *rows_[id.row()];
}

const Episode& Episodes::operator[](EpisodeId id) const {
    expects(id.row() < rows_.size() && rows_[id.row()].has_value(), "the episode exists");
    return *rows_[id.row()];
}

} // namespace tsunagi
