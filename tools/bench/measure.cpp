#include "tools/bench/measure.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <sys/resource.h>

namespace tsunagi::bench {

double user_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto time = used.ru_utime;
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double wall_seconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

// getrusage would tell that of the process which started this one, if it was greater.
double peak_bytes() {
    const std::string name = "VmHWM:";
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, name.size(), name) == 0) {
            return 1024.0 * std::stod(line.substr(name.size()));
        }
    }
    throw std::runtime_error{"this system does not tell how much memory a process held"};
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
