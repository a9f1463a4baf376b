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

/// Reads one HDF5 file from its bytes in memory. Type and number of axes are checked against the
/// schema on every read.
class ImageReader {
public:
    /// @throws Hdf5Failure if the bytes are no HDF5 file, like every function here where something
    /// is missing or foreign
    explicit ImageReader(std::span<const std::byte> bytes);

    std::string text_attribute(const char* name) const;
    std::vector<std::int64_t> int64_attribute(const char* name) const;

    /// Sizes of an array that the file has room for.
    Dims dims(const DatasetSpec& spec) const;
    struct ArraySize {
        std::size_t elements{};
        std::size_t element_bytes{};
    };
    /// Whether the file has room for as much as shall be made of a dataset.
    void expect_plausible(const DatasetSpec& spec, ArraySize array) const;
    void read(const DatasetSpec& spec, std::vector<std::int8_t>& values) const;
    void read(const DatasetSpec& spec, std::vector<std::int16_t>& values) const;
    void read(const DatasetSpec& spec, std::vector<std::int32_t>& values) const;
    void read(const DatasetSpec& spec, std::vector<std::int64_t>& values) const;
    void read(const DatasetSpec& spec, std::vector<std::uint64_t>& values) const;
    void read(const DatasetSpec& spec, std::vector<double>& values) const;
    void read(const DatasetSpec& spec, std::vector<std::string>& values) const;

private:
    template <class Number>
    void read_numbers(const DatasetSpec& spec, hid_t type, std::vector<Number>& values) const;
    Hdf5Handle open(const DatasetSpec& spec) const;

    std::size_t file_bytes_;
    Hdf5Handle file_;
};

} // namespace tsunagi::detail
