#pragma once

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

namespace tsunagi {

/// Gives an ordinary user's process a view of the file systems of its own, in which it may mount.
/// Only from a process that has no second thread.
/// @return whether the system allows it; if not, errno says why
inline bool enter_own_mounts() {
    const auto user = std::to_string(::getuid());
    const auto group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        return false;
    }
    // Who a user is outside and inside; groups may be named only once setgroups is given up.
    std::ofstream{"/proc/self/setgroups"} << "deny";
    std::ofstream{"/proc/self/uid_map"} << user + ' ' + user + " 1";
    std::ofstream{"/proc/self/gid_map"} << group + ' ' + group + " 1";
    return true;
}

/// A file system of one mebibyte. Who may not mount one does so in a view of its own.
class SmallDisk {
public:
    explicit SmallDisk(const std::filesystem::path& path) : path_{path} {
        if (!mount() && (!enter_own_mounts() || !mount())) {
            why_not_ = std::strerror(errno);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    SmallDisk(SmallDisk&&) = delete;
    SmallDisk& operator=(SmallDisk&&) = delete;
    ~SmallDisk() {
        if (why_not_.empty()) {
            ::umount(path_.c_str());
        }
    }
    /// Why there is none; empty: there is one.
    const std::string& why_not() const { return why_not_; }

private:
    bool mount() const { return ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=1m") == 0; }

    std::filesystem::path path_;
    std::string why_not_;
};

} // namespace tsunagi
