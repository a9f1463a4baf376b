#include "tools/bench/measure.hpp"

#include <chrono>
#include <cstdio>
#include <sys/resource.h>

namespace tsunagi::bench {

namespace {

rusage usage() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used;
}

} // namespace

double user_seconds() {
    const auto time = usage().ru_utime;
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double wall_seconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

double peak_bytes() {
    return 1024.0 * static_cast<double>(usage().ru_maxrss);
}

void print_numbers(std::initializer_list<Number> numbers) {
    const char* before = "{";
    for (const auto& number : numbers) {
        std::printf("%s\"%s\": %.17g", before, number.name, number.value);
        before = ", ";
    }
    std::printf("}\n");
}

} // namespace tsunagi::bench
