#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// How a dataset lies in the file, always little-endian. Text is UTF-8 of fixed length, padded with
/// zero bytes.
enum class StoredType : std::uint8_t { text, int8, int16, int32, int64, uint64, float64 };

/// Which files hold a dataset: shards hold runs alone, the merged results file holds everything.
enum class StoredPart : std::uint8_t { runs, study, labels };

/// One dataset of the results file.
struct DatasetSpec {
    std::string_view path; ///< from the root, "/counts"
    StoredPart part{};
    StoredType type{};
    std::string_view axes; ///< names separated by ", ", slowest first; empty for a single value
    std::string_view unit; ///< "1" for pure numbers, empty for text
    std::string_view description;
};

/// Version of the layout. A dataset more raises minor; a change of meaning, type or axis raises
/// major.
struct SchemaVersion {
    std::int64_t major{};
    std::int64_t minor{};
};
inline constexpr SchemaVersion schema_version{5, 0};

/// Every dataset there is, in the order in which files hold them. The one source for writer, reader
/// and FORMAT.md.
std::span<const DatasetSpec> schema();

/// @throws ContractViolation if no dataset has this path
const DatasetSpec& spec_of(std::string_view path);

/// "int64", "text", ...
std::string_view name_of(StoredType type);

/// Axes of a dataset, slowest first.
std::vector<std::string_view> axes_of(const DatasetSpec& spec);

/// outputs/FORMAT.md as it must stand.
std::string format_page();

} // namespace tsunagi
