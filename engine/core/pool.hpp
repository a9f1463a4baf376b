#pragma once

#include "engine/core/append.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/prefetch.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tsunagi {

/// Things that come and go, in rows that are reused: memory follows what is there, not what has
/// ever been. Access O(1), bounds and presence always checked.
template <class IdType, class Value> class Pool {
public:
    IdType add(Value value) {
        if (free_.empty()) {
            expects(row_count_ < UINT32_MAX, "a pool holds fewer than 2^32 rows");
            append(rows_, std::move(value));
            presence_.push_back(Presence::there);
            return IdType{static_cast<std::uint32_t>(row_count_++)};
        }
        const auto row = take_free_row();
        rows_[row] = std::move(value);
        presence_[row] = Presence::there;
        return IdType{row};
    }
    /// The row may be given to the next newcomer; until then it keeps what the value owned.
    void remove(IdType id) {
        expects(holds(id), "only what is there can be removed");
        presence_[id.row()] = Presence::gone;
        free_.push_back(static_cast<std::uint32_t>(id.row()));
    }
    bool holds(IdType id) const {
        return id.row() < row_count_ && presence_[id.row()] == Presence::there;
    }
    Value& operator[](IdType id) {
        expects(holds(id), "the row is in use");
        return rows_[id.row()];
    }
    const Value& operator[](IdType id) const {
        expects(holds(id), "the row is in use");
        return rows_[id.row()];
    }
    /// Has the memory of a row fetched, if there is one.
    void prefetch(std::uint32_t row) const {
        if (row < row_count_) {
            tsunagi::prefetch(&rows_[row]);
            prefetch_line(&presence_[row]);
        }
    }
    /// Things present.
    std::size_t size() const { return row_count_ - free_.size(); }
    /// Rows in use or free: an upper bound of every row number.
    std::size_t rows() const { return row_count_; }
    /// Visits the ids of all that is there, in row order; what is added meanwhile may be visited.
    template <class Visit> void for_each(Visit visit) const {
        for (std::uint32_t row = 0; row < row_count_; ++row) {
            if (presence_[row] == Presence::there) {
                visit(IdType{row});
            }
        }
    }

private:
    enum class Presence : std::uint8_t { gone, there };

    std::uint32_t take_free_row() {
        if constexpr (tiny_buffers) {
            std::swap(free_.front(), free_.back());
        }
        const auto row = free_.back();
        free_.pop_back();
        return row;
    }

    std::vector<Value> rows_;
    std::vector<Presence>
        presence_; ///< by row, apart: a check touches no value and divides nothing
    std::vector<std::uint32_t> free_;
    std::size_t row_count_ = 0; ///< rows_.size(), at hand for the check of every access
};

} // namespace tsunagi
