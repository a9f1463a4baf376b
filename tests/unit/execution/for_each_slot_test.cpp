#include "engine/execution/for_each_slot.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace tsunagi;

TEST_CASE("at work are no more threads than asked for, or than slots, and always one") {
    CHECK(threads_at_work(0, 8) == 1);
    CHECK(threads_at_work(1, 8) == 1);
    CHECK(threads_at_work(100, 1) == 1);
    const auto cores = static_cast<std::int64_t>(std::thread::hardware_concurrency());
    CHECK(threads_at_work(1'000'000, 0) <= std::max(cores, std::int64_t{1}));
    CHECK(threads_at_work(2, 1'000'000) <= 2);
}

TEST_CASE("slots are begun in their order, each once") {
    constexpr std::int64_t slots = 500;
    std::vector<std::int64_t> begun;
    const auto note = [&](std::int64_t slot) { begun.push_back(slot); };
    for_each_slot(slots, note, 1);
    REQUIRE(begun.size() == slots);
    for (std::int64_t slot = 0; slot < slots; ++slot) {
        CHECK(begun[static_cast<std::size_t>(slot)] == slot);
    }
    std::vector<std::atomic<int>> times(slots);
    const auto count = [&](std::int64_t slot) { ++times[static_cast<std::size_t>(slot)]; };
    for_each_slot(slots, count, 8);
    for (const auto& one : times) {
        CHECK(one == 1);
    }
}

TEST_CASE("a second thread begins the next slot, not another part of the range") {
    std::atomic<std::int64_t> second = -1;
    const auto begin = [&](std::int64_t slot) {
        if (slot != 0) {
            std::int64_t nobody_yet = -1;
            second.compare_exchange_strong(nobody_yet, slot);
            return;
        }
        // On one core nobody comes, and slot 1 follows anyway.
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (second == -1 && std::chrono::steady_clock::now() < patience) {
            std::this_thread::yield();
        }
    };
    for_each_slot(100, begin, 2);
    CHECK(second == 1);
}

TEST_CASE("what the work throws is thrown on, and no slot is begun after it") {
    for (const int threads : {1, 8}) {
        CAPTURE(threads);
        std::atomic<std::int64_t> begun = 0;
        std::atomic<bool> thrown = false;
        const auto work = [&](std::int64_t slot) {
            ++begun;
            if (slot == 3) {
                thrown = true;
                throw std::runtime_error{"no memory left"};
            }
            // Those after it leave the thrower time to be heard.
            while (slot > 3 && !thrown) {
                std::this_thread::yield();
            }
            if (slot > 3) {
                std::this_thread::sleep_for(std::chrono::milliseconds{1});
            }
        };
        CHECK_THROWS_WITH(for_each_slot(100'000, work, threads), "no memory left");
        CHECK(begun < 100'000);
        CHECK((threads > 1 || begun == 4));
    }
}
