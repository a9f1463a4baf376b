#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace tsunagi {

/// All bytes of a file.
/// @throws IoError "store.cannot_read"
std::vector<std::byte> read_file(const std::filesystem::path& path);

/// Puts a finished file in place, wholly or not at all: unique temporary name beside it, every call
/// checked, fsync, read back and compared, renamed, directory fsynced. A file of that name is
/// replaced; two attempts at once cannot collide.
/// @throws IoError "store.disk_full", "store.cannot_write", "store.not_a_file" where something
/// other than an ordinary file has that name, or "store.read_back_differs"; then nothing has
/// changed
void publish_file(const std::filesystem::path& path, std::span<const std::byte> bytes);

/// Appends one line by one write, so that lines of several processes never mix.
/// @throws IoError as publish_file
void append_line(const std::filesystem::path& path, std::string_view line);

/// @throws IoError as publish_file
void make_directories(const std::filesystem::path& path);

/// Renames a file or a directory and fsyncs the directory it comes to lie in.
/// @throws IoError as publish_file
void rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether a name is that of an unfinished file of publish_file, left by a process that was killed.
bool is_temporary(const std::filesystem::path& path);

} // namespace tsunagi
