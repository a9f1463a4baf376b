#include "outputs/store/disk.hpp"

#include "outputs/store/detail/process.hpp"
#include "outputs/store/errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tsunagi {
namespace {

constexpr std::string_view temporary_prefix = ".tmp-";
constexpr mode_t file_mode = 0666;

[[noreturn]] void fail_reading(const std::filesystem::path& path, int error) {
    throw IoError{"store.cannot_read", {{"path", path.string()}, {"reason", std::strerror(error)}}};
}

[[noreturn]] void fail_writing(const std::filesystem::path& path, int error) {
    if (error == ENOSPC || error == EDQUOT) {
        throw IoError{"store.disk_full", {{"path", path.string()}}};
    }
    throw IoError{"store.cannot_write",
                  {{"path", path.string()}, {"reason", std::strerror(error)}}};
}

/// An open file descriptor.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    int number() const { return number_; }
    int close() { return ::close(std::exchange(number_, -1)); }

private:
    int number_;
};

void write_all(int descriptor,
               std::span<const std::byte> bytes,
               const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail_writing(path, errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

/// The directory in which a file of this name lies.
std::filesystem::path directory_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

void sync_directory(const std::filesystem::path& directory) {
    const Descriptor handle{::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (handle.number() < 0 || ::fsync(handle.number()) != 0) {
        fail_writing(directory, errno);
    }
}

std::filesystem::path temporary_beside(const std::filesystem::path& path) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return directory_of(path) / fmt::format("{}{}-{}-{}-{}",
                                            temporary_prefix,
                                            path.filename().string(),
                                            detail::host_name(),
                                            ::getpid(),
                                            std::chrono::nanoseconds{now}.count());
}

/// A file of our own, open for writing.
struct Temporary {
    std::filesystem::path name;
    Descriptor file;
};

/// Threads that publish the same file at the same instant come upon the same name: who finds it
/// taken takes a later one, and nobody removes another's.
Temporary new_file_beside(const std::filesystem::path& path) {
    for (;;) {
        const auto name = temporary_beside(path);
        const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file_mode);
        if (file >= 0) {
            return {name, Descriptor{file}};
        }
        if (errno != EEXIST) {
            fail_writing(path, errno);
        }
    }
}

/// @param path  the name that the file shall have in the end, for messages
void write_and_verify(Temporary& temporary,
                      std::span<const std::byte> bytes,
                      const std::filesystem::path& path) {
    write_all(temporary.file.number(), bytes, path);
    if (::fsync(temporary.file.number()) != 0 || temporary.file.close() != 0) {
        fail_writing(path, errno);
    }
    if (!std::ranges::equal(read_file(temporary.name), bytes)) {
        throw IoError{"store.read_back_differs", {{"path", path.string()}}};
    }
}

// A rename would put an ordinary file in the place of a device or a pipe.
void expect_ordinary(const std::filesystem::path& path) {
    std::error_code unknown;
    const auto status = std::filesystem::status(path, unknown);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        throw IoError{"store.not_a_file", {{"path", path.string()}}};
    }
}

} // namespace

std::vector<std::byte> read_file(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0) {
        fail_reading(path, errno);
    }
    std::vector<std::byte> bytes(static_cast<std::size_t>(facts.st_size));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto taken = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (taken < 0 && errno == EINTR) {
            continue;
        }
        if (taken < 0) {
            fail_reading(path, errno);
        }
        if (taken == 0) {
            bytes.resize(filled);
        }
        filled += static_cast<std::size_t>(taken);
    }
    return bytes;
}

void publish_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    expect_ordinary(path);
    auto temporary = new_file_beside(path);
    try {
        write_and_verify(temporary, bytes, path);
        rename_file(temporary.name, path);
    } catch (...) {
        ::unlink(temporary.name.c_str());
        throw;
    }
}

void append_line(const std::filesystem::path& path, std::string_view line) {
    Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, file_mode)};
    if (file.number() < 0) {
        fail_writing(path, errno);
    }
    const std::string whole = std::string{line} + '\n';
    const auto written = ::write(file.number(), whole.data(), whole.size());
    if (written < 0) {
        fail_writing(path, errno);
    }
    if (static_cast<std::size_t>(written) != whole.size()) {
        fail_writing(path,
                     ENOSPC); // a regular file takes less than asked for only when there is no room
    }
    if (file.close() != 0) {
        fail_writing(path, errno);
    }
}

void make_directories(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) {
        fail_writing(path, error.value());
    }
}

void rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        fail_writing(to, errno);
    }
    sync_directory(directory_of(to));
}

bool is_temporary(const std::filesystem::path& path) {
    return path.filename().string().starts_with(temporary_prefix);
}

} // namespace tsunagi
