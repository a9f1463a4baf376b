#pragma once

#include "engine/observation/count.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// What one person adds to the counts. Most get nothing, so those that get something are marked and
/// found without a look at all the others.
class PersonTally {
public:
    friend void add(PersonTally& tally, Count count, std::int64_t amount) {
        if (amount != 0) {
            const auto row = static_cast<std::size_t>(count);
            tally.amounts_[row] += static_cast<std::int32_t>(amount);
            tally.marks_[row / word_bits] |= std::uint64_t{1} << row % word_bits;
        }
    }
    std::int32_t operator[](Count count) const { return amounts_[static_cast<std::size_t>(count)]; }
    /// Visits the rows of the counts that were added to, in order, with the amounts.
    template <class Visit> void for_each(Visit visit) const {
        for (std::size_t word = 0; word < marks_.size(); ++word) {
            for (auto left = marks_[word]; left != 0; left &= left - 1) {
                const auto row =
                    word * word_bits + static_cast<std::size_t>(std::countr_zero(left));
                visit(row, amounts_[row]);
            }
        }
    }

private:
    static constexpr std::size_t word_bits = 64;

    std::array<std::int32_t, counts> amounts_{};
    std::array<std::uint64_t, (counts + word_bits - 1) / word_bits> marks_{}; ///< a bit per row
};

} // namespace tsunagi
