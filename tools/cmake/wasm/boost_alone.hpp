#pragma once

// Stands before Boost's headers in the WebAssembly build: what Boost leaves to the program where
// there are neither exceptions nor threads.

#include <boost/assert/source_location.hpp>

#include <exception>

// Boost 1.74 knows mutexes of threads alone, and asks for one that it does not use without them.
#define BOOST_SMART_PTR_DETAIL_LIGHTWEIGHT_MUTEX_HPP_INCLUDED

namespace boost {

namespace detail {
class lightweight_mutex {};
} // namespace detail

[[noreturn]] inline void throw_exception(const std::exception&) {
    __builtin_trap();
}
[[noreturn]] inline void throw_exception(const std::exception&, const source_location&) {
    __builtin_trap();
}

} // namespace boost
