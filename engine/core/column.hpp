#pragma once

#include "engine/core/append.hpp"
#include "engine/core/contracts.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace tsunagi {

/// One value per row of a kind of thing, indexable by that kind's id alone; bounds are always
/// checked. Access O(1); append amortised O(1).
template <class IdType, class Value> class Column {
    static_assert(!std::is_same_v<Value, bool>, "use an enum: vector<bool> has no references");

public:
    Column() = default;
    explicit Column(std::size_t rows, const Value& value = {})
        : values_(rows, value), row_count_{rows} {}
    explicit Column(std::vector<Value> values)
        : values_(std::move(values)), row_count_{values_.size()} {}

    Value& operator[](IdType id) {
        expects(id.row() < row_count_, "row outside the column");
        return values_[id.row()];
    }
    const Value& operator[](IdType id) const {
        expects(id.row() < row_count_, "row outside the column");
        return values_[id.row()];
    }
    /// Appends a value and returns its id.
    IdType push(Value value) {
        expects(row_count_ < UINT32_MAX, "a column holds fewer than 2^32 rows");
        append(values_, std::move(value));
        return IdType{static_cast<std::uint32_t>(row_count_++)};
    }
    std::size_t size() const { return row_count_; }
    IdType id(std::size_t row) const {
        expects(row < row_count_, "row outside the column");
        return IdType{static_cast<std::uint32_t>(row)};
    }
    std::span<const Value> values() const { return values_; }
    std::span<Value> values() { return values_; }

private:
    std::vector<Value> values_;
    std::size_t row_count_ = 0; ///< values_.size(), at hand for the check of every access
};

} // namespace tsunagi
