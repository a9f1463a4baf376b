#pragma once

#include "scenarios/reader/fault_log.hpp"
#include "scenarios/reader/value.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Closed bounds of a number.
struct Bounds {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
};
inline constexpr Bounds any_number{};
inline constexpr Bounds zero_to_one{0.0, 1.0};

/// Closed bounds of a whole number.
struct WholeBounds {
    std::int64_t lower{};
    std::int64_t upper = std::numeric_limits<std::int64_t>::max();
};

/// A text in both languages of the program.
struct Words {
    std::string en{};
    std::string ja{};
    friend bool operator==(const Words&, const Words&) = default;
};

/// One value under the name by which faults call it.
class Field {
public:
    /// @param path  dotted path of the value from the root of its file
    Field(std::string path, const Value& value, FaultLog& faults)
        : path_{std::move(path)}, value_{&value}, faults_{&faults} {}
    /// The value of `member` in the table `parent`.
    Field(const Field& parent, const Member& member);

    const std::string& path() const { return path_; }
    /// The key under which the value stands in its table; a key may hold dots itself ("t2.05").
    std::string name() const { return path_.substr(name_at_); }
    const Value& value() const { return *value_; }
    FaultLog& faults() const { return *faults_; }

    /// Tells a fault of this value.
    void fault(std::string id,
               std::vector<FaultArgument> arguments = {},
               std::vector<std::string> nearest = {}) const;

    // Each returns a harmless value after telling a fault: 0, an empty text, the epoch, an empty
    // list.
    double number(Bounds bounds = any_number) const;
    std::int64_t whole(WholeBounds bounds) const;
    std::string text() const;
    /// A text of at least one character that is not a space.
    std::string filled_text() const;
    std::chrono::sys_days date() const;
    std::vector<double> numbers(Bounds bounds = any_number) const;
    std::vector<Field> list() const;
    /// Index of the text among `names`; tells the nearest ones and returns 0 if it is none of them.
    std::size_t choice(std::span<const std::string> names) const;
    /// A filled text in both languages, `{ en = "...", ja = "..." }`.
    Words words() const;
    /// The key under which the value stands, for tables whose keys are names that people choose;
    /// tells a fault if it is empty.
    std::string chosen_name() const;

private:
    std::string path_;
    std::size_t name_at_ = 0;
    const Value* value_;
    FaultLog* faults_;
};

/// Reads a table key by key and tells which of its keys nobody asked for.
class TableReader {
public:
    /// A value that is no table is a fault and read as an empty one.
    explicit TableReader(const Field& field);

    const Field& field() const { return field_; }
    /// The field of a key, or nothing.
    std::optional<Field> find(std::string_view key);
    /// The field of a key; nothing, and a fault, where it is missing.
    std::optional<Field> require(std::string_view key);

    // Required values; after a fault the same harmless values as in Field.
    double number(std::string_view key, Bounds bounds = any_number);
    std::int64_t whole(std::string_view key, WholeBounds bounds);
    std::string filled_text(std::string_view key);
    std::size_t choice(std::string_view key, std::span<const std::string> names);
    Words words(std::string_view key);
    /// Every member of the table under `key` as a field; empty if there is none.
    std::vector<Field> members(std::string_view key);
    /// Every member of this table, which makes all its keys known.
    std::vector<Field> members();

    /// Tells every key nobody asked for, with the nearest that were. Call it once, at the end.
    void finish() const;

private:
    Field field_;
    const Value::Table* table_;
    std::vector<std::string> known_;
    bool empty_because_faulty_ = false;
};

} // namespace tsunagi
