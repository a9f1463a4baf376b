#include "outputs/store/disk.hpp"
#include "outputs/store/errors.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_disk.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/store/message_of.hpp"

#include <csignal>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace tsunagi;
using test::message_of;
namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytes_of(std::size_t size, unsigned char value) {
    return std::vector<std::byte>(size, std::byte{value});
}

std::size_t entries(const fs::path& directory) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{directory}, {}));
}

/// Writes beyond `size` bytes of one file fail for as long as this lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t size) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{size, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

} // namespace

TEST_CASE("a published file holds exactly its bytes, and a second one replaces it") {
    const TemporaryDirectory directory;
    const auto path = directory.path() / "file";
    publish_file(path, bytes_of(100000, 7));
    CHECK(read_file(path) == bytes_of(100000, 7));
    publish_file(path, bytes_of(3, 9));
    CHECK(read_file(path) == bytes_of(3, 9));
    publish_file(path, {});
    CHECK(read_file(path).empty());
    CHECK(entries(directory.path()) == 1);
}

TEST_CASE("a write that breaks off changes nothing") {
    const TemporaryDirectory directory;
    const auto path = directory.path() / "file";
    publish_file(path, bytes_of(10, 1));
    {
        const FileSizeLimit limit{4096};
        CHECK(message_of([&] { publish_file(path, bytes_of(100000, 2)); }) == "store.cannot_write");
    }
    CHECK(read_file(path) == bytes_of(10, 1));
    CHECK(entries(directory.path()) == 1);
}

TEST_CASE("a full disk is told as such, and what was there stays") {
    const TemporaryDirectory directory;
    const SmallDisk disk{directory.path()};
    if (!disk.why_not().empty()) {
        WARN("not tested: no small file system can be mounted: " << disk.why_not());
        return;
    }
    const auto path = directory.path() / "file";
    publish_file(path, bytes_of(500000, 1));
    CHECK(message_of([&] { publish_file(path, bytes_of(700000, 2)); }) == "store.disk_full");
    CHECK(read_file(path) == bytes_of(500000, 1));
    CHECK(entries(directory.path()) == 1);
    CHECK(message_of([&] { append_line(directory.path() / "log", std::string(700000, 'x')); }) ==
          "store.disk_full");
}

TEST_CASE("paths that cannot be are told with their reason") {
    const TemporaryDirectory directory;
    publish_file(directory.path() / "file", bytes_of(1, 1));
    const auto below_file = directory.path() / "file" / "below";
    CHECK(message_of([&] { publish_file(below_file, bytes_of(1, 1)); }) == "store.cannot_write");
    CHECK(message_of([&] { make_directories(below_file); }) == "store.cannot_write");
    CHECK(message_of([&] { append_line(below_file, "x"); }) == "store.cannot_write");
    CHECK(message_of([&] { read_file(directory.path() / "nothing"); }) == "store.cannot_read");
    CHECK(message_of([&] { read_file(directory.path()); }) == "store.cannot_read");
}

TEST_CASE("only an ordinary file is replaced") {
    const TemporaryDirectory directory;
    const auto pipe = directory.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(message_of([&] { publish_file(pipe, bytes_of(1, 1)); }) == "store.not_a_file");
    CHECK(message_of([&] { publish_file(directory.path(), bytes_of(1, 1)); }) ==
          "store.not_a_file");
    CHECK(fs::is_fifo(pipe));
    CHECK(entries(directory.path()) == 1);
}

TEST_CASE("a name without a folder lies in the working directory") {
    const TemporaryDirectory directory;
    const auto before = fs::current_path();
    fs::current_path(directory.path());
    CHECK_NOTHROW(publish_file("file", bytes_of(3, 1)));
    CHECK_NOTHROW(rename_file("file", "renamed"));
    fs::current_path(before);
    CHECK(read_file(directory.path() / "renamed") == bytes_of(3, 1));
}

TEST_CASE("what cannot be written is named by its own name, not by that of the unfinished file") {
    const TemporaryDirectory directory;
    const auto path = directory.path() / "none" / "page.html";
    try {
        publish_file(path, bytes_of(1, 1));
        FAIL("published into a folder that is not there");
    } catch (const IoError& error) {
        CHECK(error.arguments() == StoreError::Arguments{{"path", path.string()},
                                                         {"reason", "No such file or directory"}});
    }
}

TEST_CASE("lines are appended whole") {
    const TemporaryDirectory directory;
    const auto path = directory.path() / "log";
    append_line(path, "one");
    append_line(path, "two");
    const auto bytes = read_file(path);
    CHECK(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()) == "one\ntwo\n");
}
