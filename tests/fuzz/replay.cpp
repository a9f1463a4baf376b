// Gives files, and all files in folders, to a fuzzed program one after another, as libFuzzer would.
// Usage: replay_<target> FILE_OR_FOLDER...
#include "tests/fuzz/target.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& path) {
    if (!fs::is_directory(path)) {
        return {path};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{path}) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    const std::vector<char> bytes{std::istreambuf_iterator<char>{stream}, {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

} // namespace

int main(int argument_count, char** arguments) {
    std::size_t replayed = 0;
    for (const auto* argument :
         std::vector<const char*>{arguments + 1, arguments + argument_count}) {
        for (const auto& file : files_in(argument)) {
            try {
                replay(file);
            } catch (const std::exception& error) {
                std::cerr << file.string() << ": " << error.what() << '\n';
                return 1;
            }
            ++replayed;
        }
    }
    std::cout << replayed << " inputs\n";
    return replayed > 0 ? 0 : 1;
}
