#include "scenarios/reader/value.hpp"

#include <algorithm>

namespace tsunagi {

const Member* find_member(const Value::Table& table, std::string_view key) {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const Member& member) { return member.key == key; });
    return found == table.end() ? nullptr : &*found;
}

Member* find_member(Value::Table& table, std::string_view key) {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const Member& member) { return member.key == key; });
    return found == table.end() ? nullptr : &*found;
}

std::string path_of(std::string_view path, std::string_view key) {
    return path.empty() ? std::string{key} : std::string{path} + "." + std::string{key};
}

} // namespace tsunagi
