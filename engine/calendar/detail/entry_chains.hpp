#pragma once

#include "engine/calendar/detail/calendar_entry.hpp"
#include "engine/core/append.hpp"
#include "engine/core/prefetch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Bags of entries, each a chain of chunks out of one store: adding an entry writes to one place of
/// memory and reads none, reading many of them walks along it.
template <std::uint32_t chunk_size> class EntryChains {
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t entries_per_line = 64 / sizeof(CalendarEntry);

public:
    /// Where a bag is. A default one is empty.
    struct Chain {
        std::uint32_t first = none;          ///< chunk; those after it are full
        std::uint32_t in_first = chunk_size; ///< entries
        bool empty() const { return first == none; }
    };

    void add(Chain& chain, CalendarEntry entry) {
        if (chain.in_first == chunk_size) [[unlikely]] {
            chain = {new_chunk(chain.first), 0};
        }
        chunks_[chain.first].entries[chain.in_first++] = entry;
    }
    /// Visits every entry, in no order that means anything.
    template <class Visit> void for_each(Chain chain, Visit visit) const {
        while (!chain.empty()) {
            for (std::uint32_t row = 0; row < chain.in_first; ++row) {
                visit(chunks_[chain.first].entries[row]);
            }
            chain = {chunks_[chain.first].next, chunk_size};
        }
    }
    /// Visits every entry and leaves the bag empty; the visitor may add to others.
    template <class Visit> void drain(Chain& chain, Visit visit) {
        while (!chain.empty()) {
            const auto at = chain.first;
            prefetch(chunks_[at].next);
            for (std::uint32_t row = 0; row < chain.in_first; ++row) {
                visit(CalendarEntry{chunks_[at].entries[row]});
            }
            chain = {chunks_[at].next, chunk_size};
            chunks_[at].next = first_free_;
            first_free_ = at;
        }
    }

private:
    struct alignas(64) Chunk {
        std::array<CalendarEntry, chunk_size> entries{};
        std::uint32_t next{}; ///< of the same bag, or of what is free
    };
    static_assert(sizeof(Chunk) == (chunk_size + 1) * sizeof(CalendarEntry));

    [[gnu::noinline]] std::uint32_t new_chunk(std::uint32_t next) {
        auto at = first_free_;
        if (at == none) {
            at = static_cast<std::uint32_t>(chunks_.size());
            append(chunks_, Chunk{});
        } else {
            first_free_ = chunks_[at].next;
        }
        chunks_[at].next = next;
        return at;
    }
    void prefetch(std::uint32_t at) const {
        if (at != none) {
            for (std::size_t row = 0; row < chunk_size; row += entries_per_line) {
                prefetch_line(&chunks_[at].entries[row]);
            }
        }
    }

    std::vector<Chunk> chunks_;
    std::uint32_t first_free_ = none;
};

} // namespace tsunagi::detail
