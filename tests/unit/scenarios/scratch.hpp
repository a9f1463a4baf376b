#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace tsunagi::test {

/// A folder of its own that is gone when the test is over.
class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "tsunagi-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::filesystem::remove_all(folder_); }

    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& text) const {
        const auto path = folder_ / name;
        std::ofstream{path, std::ios::binary} << text;
        return path.string();
    }

private:
    std::filesystem::path folder_;
};

/// A file of the repository's scenarios.
inline std::string scenario(const std::string& name) {
    return std::string{TSUNAGI_SCENARIOS "/"} + name;
}

} // namespace tsunagi::test
