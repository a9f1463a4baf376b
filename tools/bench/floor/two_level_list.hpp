#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi::bench {

/// What is to happen to a person, unless the person's generation has changed by then.
struct Entry {
    double at{};
    std::uint32_t person{};
    std::uint32_t generation{};
};

/// Pending entries on two levels: coarse buckets, each a chain of chunks that are written and read
/// in one direction, and the fine buckets of the coarse one at hand, made by a counting scatter and
/// sorted by insertion when opened. Entries are dropped by generation, never removed.
class TwoLevelList {
public:
    TwoLevelList(double entries_per_day, double horizon)
        : horizon_{horizon}, coarse_width_{entries_per_bucket / entries_per_day},
          fine_width_{coarse_width_ / fine_buckets}, coarse_per_day_{1.0 / coarse_width_},
          fine_per_day_{1.0 / fine_width_} {
        std::size_t buckets = 1;
        while (static_cast<double>(buckets) * coarse_width_ < longest_usual_days) {
            buckets *= 2;
        }
        coarse_.assign(2 * buckets, none);
        first_far_ = coarse_.size();
    }

    /// Drops what lies behind the horizon.
    void schedule(const Entry& entry) {
        if (entry.at >= horizon_) {
            return;
        }
        const auto bucket = coarse_of(entry.at);
        if (bucket >= first_far_) {
            far_.push_back(entry);
        } else if (bucket >= next_coarse_) {
            append(bucket, entry);
        } else if (const auto fine = fine_of(entry.at); fine > open_fine_) {
            late_.push_back({entry, late_heads_[fine]});
            late_heads_[fine] = static_cast<std::uint32_t>(late_.size() - 1);
        } else {
            insert(entry);
        }
    }

    /// Opens the next fine bucket.
    /// @param prefetch  called with each person of the one after it
    /// @return false at the horizon
    template <class Prefetch> bool open_next(Prefetch prefetch) {
        present_.clear();
        next_present_ = 0;
        if (++open_fine_ >= fine_buckets && !open_coarse()) {
            return false;
        }
        for (auto at = fine_starts_[open_fine_]; at < fine_starts_[open_fine_ + 1]; ++at) {
            insert(scattered_[at]);
        }
        for (auto at = late_heads_[open_fine_]; at != none; at = late_[at].next) {
            insert(late_[at].entry);
        }
        const auto end = fine_starts_[std::min(open_fine_ + 2, fine_buckets)];
        for (auto at = fine_starts_[open_fine_ + 1]; at < end; ++at) {
            prefetch(scattered_[at].person);
        }
        return true;
    }
    bool has_present() const { return next_present_ < present_.size(); }
    /// @pre has_present()
    double next_at() const { return present_[next_present_].at; }
    Entry take() { return present_[next_present_++]; }
    /// End of the open fine bucket.
    double present_end() const {
        return open_fine_ + 1 < fine_buckets ? coarse_start_ + (open_fine_ + 1) * fine_width_
                                             : static_cast<double>(next_coarse_) * coarse_width_;
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::uint32_t fine_buckets = 256;
    static constexpr double entries_per_bucket = 2048;
    static constexpr double longest_usual_days = 400;

    struct Chunk {
        std::array<Entry, 63> entries;
        std::uint32_t size;
        std::uint32_t next;
        std::uint64_t unused;
    };
    /// Scheduled after its coarse bucket was opened.
    struct Late {
        Entry entry;
        std::uint32_t next;
    };
    using FineStarts = std::array<std::uint32_t, fine_buckets + 1>;

    std::size_t coarse_of(double at) const {
        return static_cast<std::size_t>(at * coarse_per_day_);
    }
    std::uint32_t fine_of(double at) const {
        const auto fine = static_cast<int>((at - coarse_start_) * fine_per_day_);
        return static_cast<std::uint32_t>(std::clamp(fine, 0, static_cast<int>(fine_buckets) - 1));
    }

    void insert(const Entry& entry) {
        auto place = present_.size();
        present_.push_back(entry);
        while (place > next_present_ && present_[place - 1].at > entry.at) {
            present_[place] = present_[place - 1];
            --place;
        }
        present_[place] = entry;
    }

    std::uint32_t new_chunk(std::uint32_t next) {
        auto chunk = free_chunk_;
        if (chunk != none) {
            free_chunk_ = chunks_[chunk].next;
        } else {
            chunk = static_cast<std::uint32_t>(chunks_.size());
            chunks_.emplace_back();
        }
        chunks_[chunk].size = 0;
        chunks_[chunk].next = next;
        return chunk;
    }
    void append(std::size_t bucket, const Entry& entry) {
        auto& head = coarse_[bucket & (coarse_.size() - 1)];
        if (head == none || chunks_[head].size == chunks_[head].entries.size()) {
            head = new_chunk(head);
        }
        auto& chunk = chunks_[head];
        chunk.entries[chunk.size++] = entry;
    }

    bool open_coarse() {
        coarse_start_ = static_cast<double>(next_coarse_) * coarse_width_;
        if (coarse_start_ >= horizon_) {
            return false;
        }
        auto& head = coarse_[next_coarse_ & (coarse_.size() - 1)];
        scatter(head);
        head = none;
        late_.clear();
        late_heads_.fill(none);
        ++next_coarse_;
        first_far_ = next_coarse_ + coarse_.size() - 1;
        open_fine_ = 0;
        if ((next_coarse_ & ((coarse_.size() - 1) / 4)) == 0) {
            bring_near();
        }
        return true;
    }
    /// Puts the entries of a chain of chunks in the order of their fine buckets; frees the chunks.
    void scatter(std::uint32_t head) {
        FineStarts next{};
        for (auto at = head; at != none; at = chunks_[at].next) {
            for (std::uint32_t i = 0; i < chunks_[at].size; ++i) {
                ++next[fine_of(chunks_[at].entries[i].at)];
            }
        }
        std::uint32_t start = 0;
        for (std::size_t fine = 0; fine <= fine_buckets; ++fine) {
            fine_starts_[fine] = start;
            start += next[fine];
            next[fine] = fine_starts_[fine];
        }
        if (scattered_.size() < start) {
            scattered_.resize(std::size_t{2} * start);
        }
        while (head != none) {
            auto& chunk = chunks_[head];
            for (std::uint32_t i = 0; i < chunk.size; ++i) {
                scattered_[next[fine_of(chunk.entries[i].at)]++] = chunk.entries[i];
            }
            const auto after = chunk.next;
            chunk.next = free_chunk_;
            free_chunk_ = head;
            head = after;
        }
    }
    /// Moves what is far no longer into the coarse buckets.
    void bring_near() {
        std::size_t kept = 0;
        for (const auto& entry : far_) {
            const auto bucket = coarse_of(entry.at);
            if (bucket < first_far_) {
                append(bucket, entry);
            } else {
                far_[kept++] = entry;
            }
        }
        far_.resize(kept);
    }

    double horizon_;
    double coarse_width_; ///< days
    double fine_width_;
    double coarse_per_day_;
    double fine_per_day_;
    std::vector<std::uint32_t> coarse_; ///< first chunk of each, round and round
    std::size_t next_coarse_ = 0;       ///< the buckets before it have been opened
    std::size_t first_far_;
    std::vector<Chunk> chunks_;
    std::uint32_t free_chunk_ = none;
    std::vector<Entry> far_;

    double coarse_start_ = 0;
    std::uint32_t open_fine_ = fine_buckets;
    std::vector<Entry> scattered_;
    FineStarts fine_starts_{};
    std::vector<Late> late_;
    std::array<std::uint32_t, fine_buckets> late_heads_{};
    std::vector<Entry> present_; ///< of the open fine bucket, in order
    std::size_t next_present_ = 0;
};

} // namespace tsunagi::bench
