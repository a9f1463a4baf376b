#pragma once

namespace tsunagi {

/// Asks for the line of memory an address lies in. It changes nothing but time, and nothing need be
/// there any more.
inline void prefetch_line(const void* address) {
    __builtin_prefetch(address);
    // Without it g++ takes whoever does nothing but prefetch for pure and leaves out the call.
    asm volatile("" : : "r"(address));
}

/// Asks for the memory of a value of at most 64 bytes, which may lie on two lines.
template <class Value> void prefetch(const Value* value) {
    static_assert(sizeof(Value) <= 64);
    const auto* first = reinterpret_cast<const char*>(value);
    prefetch_line(first);
    prefetch_line(first + sizeof(Value) - 1);
}

} // namespace tsunagi
