#pragma once

#include "scenarios/reader/fault_log.hpp"
#include "scenarios/reader/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tsunagi {

/// A file that a result rests on.
struct InputFile {
    std::string
        name; ///< as reached from the folder of the first file read, so the same on every machine
    std::string sha256; ///< of its bytes
    friend bool operator==(const InputFile&, const InputFile&) = default;
};

/// Reads input files and remembers them with their digests, in the order in which they were first
/// asked for.
class Inputs {
public:
    /// Text of a file, checked for encoding and line ends.
    /// @param named_at  where the file is named, for the fault that it cannot be read; line 0: on
    /// the command line
    std::optional<std::string>
    read_text(const std::string& file, const Position& named_at, FaultLog& faults);

    /// The root table of a TOML file.
    std::optional<Value>
    read_toml(const std::string& file, const Position& named_at, FaultLog& faults);

    const std::vector<InputFile>& files() const { return files_; }

private:
    void remember(const std::string& file, const std::string& bytes);

    std::string first_folder_;
    std::vector<InputFile> files_;
};

} // namespace tsunagi
