#include "scenarios/reader/inputs.hpp"

#include "engine/core/sha256.hpp"
#include "scenarios/reader/text.hpp"
#include "scenarios/reader/toml.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tsunagi {

namespace fs = std::filesystem;

std::optional<std::string>
Inputs::read_text(const std::string& file, const Position& named_at, FaultLog& faults) {
    std::error_code ignored;
    std::ifstream stream{file, std::ios::binary};
    if (!fs::is_regular_file(file, ignored) || !stream) {
        const auto at = named_at.line > 0 ? named_at : Position{file, 0, 0};
        faults.add({.id = "fault.cannot_read", .arguments = {{"file", file}}, .at = at});
        return std::nullopt;
    }
    std::string bytes{std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
    remember(file, bytes);
    return checked_text(std::move(bytes), file, faults);
}

std::optional<Value>
Inputs::read_toml(const std::string& file, const Position& named_at, FaultLog& faults) {
    const auto text = read_text(file, named_at, faults);
    return text ? parse_toml(*text, file, faults) : std::nullopt;
}

void Inputs::remember(const std::string& file, const std::string& bytes) {
    // Some files are named from the working folder, others by their whole path: only whole paths
    // can be told from one another.
    const auto whole = fs::absolute(file).lexically_normal();
    if (files_.empty()) {
        first_folder_ = whole.parent_path().generic_string();
    }
    const auto name = whole.lexically_relative(first_folder_);
    InputFile input{name.generic_string(), sha256_hex(bytes)};
    if (std::find(files_.begin(), files_.end(), input) == files_.end()) {
        files_.push_back(std::move(input));
    }
}

} // namespace tsunagi
