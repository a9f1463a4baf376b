#pragma once

#include <cstdint>
#include <filesystem>
#include <sys/mount.h>

namespace tsunagi {

/// A file system of one mebibyte, where this process may mount one.
class SmallDisk {
public:
    explicit SmallDisk(const std::filesystem::path& path) : path_{path} {
        mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=1m") == 0 ? State::there
                                                                               : State::not_allowed;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_ == State::there) {
            ::umount(path_.c_str());
        }
    }
    bool is_there() const { return mounted_ == State::there; }

private:
    enum class State : std::uint8_t { there, not_allowed };
    std::filesystem::path path_;
    State mounted_{};
};

} // namespace tsunagi
