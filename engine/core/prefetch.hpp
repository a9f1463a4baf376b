#pragma once

namespace tsunagi {

/// Asks for the memory of a value of at most 64 bytes, which may lie on two lines. It changes
/// nothing but time, and the value need not be there any more.
template <class Value> void prefetch(const Value* value) {
    static_assert(sizeof(Value) <= 64);
    const auto* first = reinterpret_cast<const char*>(value);
    __builtin_prefetch(first);
    __builtin_prefetch(first + sizeof(Value) - 1);
    // Without it g++ takes whoever does nothing but prefetch for pure and leaves out the call.
    asm volatile("" : : "r"(first));
}

} // namespace tsunagi
