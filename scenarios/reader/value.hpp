#pragma once

#include "scenarios/reader/fault.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tsunagi {

struct Member;

/// One value of an input file with the place and the text it was read from.
struct Value {
    using List = std::vector<Value>;
    using Table = std::vector<Member>; ///< in the order of the file
    /// Anything the scenario language has no use for: times of day.
    struct Other {};

    Position at;
    std::string text; ///< as typed; long or several lines: the start of it
    std::variant<std::string, std::int64_t, double, bool, std::chrono::sys_days, List, Table, Other>
        content;
};

/// A key with its value.
struct Member {
    std::string key;
    Position at;
    Value value;
};

/// The member of that key, or null.
const Member* find_member(const Value::Table& table, std::string_view key);
Member* find_member(Value::Table& table, std::string_view key);

/// `key` below `path`, as printed and as used in ids: joined by a dot.
std::string path_of(std::string_view path, std::string_view key);

} // namespace tsunagi
