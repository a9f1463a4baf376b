#pragma once

#include "outputs/store/detail/hdf5_handle.hpp"
#include "outputs/store/detail/hdf5_types.hpp"
#include "outputs/store/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tsunagi::detail {

/// Builds one HDF5 file in memory, so that the disk sees nothing but plain writes of finished
/// bytes, whose errors are plain too: on a full disk the library's own file driver closes a broken
/// file with success. The bytes are a function of what was written, in which order, and nothing
/// else.
class ImageWriter {
public:
    ImageWriter();

    /// Attributes of the file itself. @throws Hdf5Failure, like every function here
    void attribute(const char* name, const std::string& text);
    void attribute(const char* name, std::span<const std::int64_t> values);
    void attribute(const char* name, std::uint64_t value);

    /// Datasets, with unit, axes and description as the schema states them.
    /// @throws ContractViolation if the type, the number of axes or the number of values does not
    /// fit
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::int8_t> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::int16_t> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::int32_t> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::int64_t> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::uint64_t> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const double> values);
    void write(const DatasetSpec& spec, const Dims& dims, std::span<const std::string> values);

    /// The finished file; the writer is used up.
    std::vector<std::byte> finish() &&;

private:
    void write_raw(const DatasetSpec& spec, const Dims& dims, hid_t file_type, const void* values);
    void create_groups_of(std::string_view path);

    Hdf5Handle file_;
};

} // namespace tsunagi::detail
