#include "tools/tsunagi/available_memory.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tsunagi::program {

#ifdef __linux__

namespace {

namespace fs = std::filesystem;

/// The number behind a word of a file, as in `MemAvailable: 123 kB`.
std::optional<double> number_behind(const fs::path& file, std::string_view wanted) {
    std::ifstream stream{file};
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words{line};
        std::string word;
        double number{};
        if (words >> word >> number && word == wanted) {
            return number;
        }
    }
    return std::nullopt;
}

/// The number that a file begins with; no value where it is a word, such as `max`.
std::optional<double> number_in(const fs::path& file) {
    std::ifstream stream{file};
    double number{};
    return stream >> number ? std::optional{number} : std::nullopt;
}

/// What one version of control groups calls things.
struct GroupFiles {
    fs::path root;
    std::string_view limit;
    std::string_view used;
    std::string_view reclaimable; ///< of what is used, in memory.stat
};
const GroupFiles version_one{"/sys/fs/cgroup/memory",
                             "memory.limit_in_bytes",
                             "memory.usage_in_bytes",
                             "total_inactive_file"};
const GroupFiles version_two{"/sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"};

std::optional<double> left_in_group(const GroupFiles& files, const fs::path& group) {
    const auto limit = number_in(group / files.limit);
    const auto used = number_in(group / files.used);
    if (!limit || !used) {
        return std::nullopt;
    }
    return *limit - *used + number_behind(group / "memory.stat", files.reclaimable).value_or(0.0);
}

/// The smallest of some numbers of bytes, those left out that are not known.
class Smallest {
public:
    void take(std::optional<double> bytes) {
        if (bytes) {
            smallest_ = std::max(std::min(smallest_.value_or(*bytes), *bytes), 0.0);
        }
    }
    std::optional<double> value() const { return smallest_; }

private:
    std::optional<double> smallest_;
};

// A group's limit holds for all below it. In a container a path may be the host's, and only the
// root is there.
void take_group(const GroupFiles& files, const fs::path& path, Smallest& left) {
    for (auto below = path.relative_path();; below = below.parent_path()) {
        left.take(left_in_group(files, files.root / below));
        if (below.empty()) {
            return;
        }
    }
}

// Lines are `number:controllers:path`; version two has no controllers.
void take_groups(Smallest& left) {
    std::ifstream stream{"/proc/self/cgroup"};
    for (std::string line; std::getline(stream, line);) {
        std::istringstream parts{line};
        std::string number;
        std::string controllers;
        std::string path;
        std::getline(parts, number, ':');
        std::getline(parts, controllers, ':');
        std::getline(parts, path);
        if (controllers.empty()) {
            take_group(version_two, path, left);
        } else if (("," + controllers + ",").find(",memory,") != std::string::npos) {
            take_group(version_one, path, left);
        }
    }
}

// The first word of statm is the address space, the sixth data and stack, in pages.
void take_limits(Smallest& left) {
    std::ifstream stream{"/proc/self/statm"};
    double space{};
    double data{};
    double other{};
    if (!(stream >> space >> other >> other >> other >> other >> data)) {
        return;
    }
    constexpr double filled = 0.7;
    const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
    const auto take = [&](auto resource, double pages) {
        rlimit limit{};
        if (getrlimit(resource, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
            left.take(filled * (static_cast<double>(limit.rlim_cur) - pages * page));
        }
    };
    take(RLIMIT_AS, space);
    take(RLIMIT_DATA, data);
}

} // namespace

std::optional<double> available_memory() {
    constexpr double kibibyte = 1024.0;
    Smallest left;
    if (const auto system = number_behind("/proc/meminfo", "MemAvailable:")) {
        left.take(*system * kibibyte);
    }
    take_groups(left);
    take_limits(left);
    return left.value();
}

#else

std::optional<double> available_memory() {
    return std::nullopt;
}

#endif

} // namespace tsunagi::program
