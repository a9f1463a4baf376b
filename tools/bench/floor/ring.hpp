#pragma once

#include <cstddef>
#include <vector>

namespace tsunagi::bench {

/// A queue in one block of memory that doubles when full.
template <class Item> class Ring {
public:
    bool empty() const { return first_ == end_; }
    void push(const Item& item) {
        if (end_ - first_ == items_.size()) {
            grow();
        }
        items_[end_++ & (items_.size() - 1)] = item;
    }
    /// @pre !empty()
    Item pop() { return items_[first_++ & (items_.size() - 1)]; }

private:
    void grow() {
        std::vector<Item> larger(2 * items_.size());
        for (auto at = first_; at < end_; ++at) {
            larger[at & (larger.size() - 1)] = items_[at & (items_.size() - 1)];
        }
        items_.swap(larger);
    }

    std::vector<Item> items_ = std::vector<Item>(1024);
    std::size_t first_ = 0;
    std::size_t end_ = 0;
};

} // namespace tsunagi::bench
