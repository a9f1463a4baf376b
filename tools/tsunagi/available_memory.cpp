#include "tools/tsunagi/available_memory.hpp"

#include <algorithm>
#include <array>
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
    std::string_view file_system;
    std::string_view limit;
    std::string_view used;
    /// Of what is used, in memory.stat: files as they stand on disk as well.
    std::array<std::string_view, 2> reclaimable;
};
constexpr GroupFiles version_one{"cgroup",
                                 "memory.limit_in_bytes",
                                 "memory.usage_in_bytes",
                                 {"total_inactive_file", "total_active_file"}};
constexpr GroupFiles version_two{
    "cgroup2", "memory.max", "memory.current", {"inactive_file", "active_file"}};

bool has_memory(const std::string& options) {
    return ("," + options + ",").find(",memory,") != std::string::npos;
}

/// Where groups can be seen: the group at the root, and the folder of its files.
struct Mount {
    fs::path root;
    fs::path folder;
};

// Lines are `id parent device root folder options [optional fields] - type source options`.
std::optional<Mount> mount_of(const GroupFiles& files) {
    std::ifstream stream{"/proc/self/mountinfo"};
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words{line};
        std::string word;
        std::string root;
        std::string folder;
        words >> word >> word >> word >> root >> folder;
        do {
            words >> word;
        } while (words && word != "-");
        std::string type;
        std::string options;
        words >> type >> word >> options;
        const bool is_second = files.file_system == version_two.file_system;
        if (type == files.file_system && (is_second || has_memory(options))) {
            return Mount{root, folder};
        }
    }
    return std::nullopt;
}

std::optional<double> left_in_group(const GroupFiles& files, const fs::path& group) {
    const auto limit = number_in(group / files.limit);
    const auto used = number_in(group / files.used);
    if (!limit || !used) {
        return std::nullopt;
    }
    double left = *limit - *used;
    for (const auto kind : files.reclaimable) {
        left += number_behind(group / "memory.stat", kind).value_or(0.0);
    }
    return left;
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

// A group's limit holds for all below it, up to the root of what can be seen: in a container the
// group of the container.
void take_group(const GroupFiles& files, const fs::path& path, Smallest& left) {
    const auto mount = mount_of(files);
    if (!mount) {
        return;
    }
    auto below = path.lexically_relative(mount->root);
    if (below.empty() || *below.begin() == ".." || *below.begin() == ".") {
        below.clear();
    }
    for (;; below = below.parent_path()) {
        left.take(left_in_group(files, mount->folder / below));
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
        } else if (has_memory(controllers)) {
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
