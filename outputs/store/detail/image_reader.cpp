#include "outputs/store/detail/image_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::detail {
namespace {

/// Deflate makes nothing smaller than this part of itself, so a larger array cannot come from this
/// file.
constexpr std::size_t largest_compression = 1032;
constexpr std::size_t always_plausible = std::size_t{1} << 20U;

Hdf5Handle open_file(std::span<const std::byte> bytes, const std::string& name) {
    silence_hdf5();
    const auto access = memory_access("read a file in memory");
    // The library copies the bytes; its interface merely forgot the const.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): as said above.
    auto* image = const_cast<std::byte*>(bytes.data());
    checked(H5Pset_file_image(access.id(), image, bytes.size()), "read a file in memory");
    return {H5Fopen(name.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose, "open as HDF5"};
}

[[noreturn]] void refuse(const std::string& intention) {
    throw Hdf5Failure{intention};
}

std::string trimmed(const char* text, std::size_t length) {
    return {text, std::find(text, text + length, '\0')};
}

} // namespace

ImageReader::ImageReader(std::span<const std::byte> bytes)
    : file_bytes_{bytes.size()}, file_{open_file(bytes, image_name(this))} {}

std::string ImageReader::text_attribute(const char* name) const {
    const auto intention = fmt::format("read attribute {}", name);
    const Hdf5Handle attribute{H5Aopen(file_.id(), name, H5P_DEFAULT), H5Aclose, intention};
    const Hdf5Handle type{H5Aget_type(attribute.id()), H5Tclose, intention};
    const Hdf5Handle space{H5Aget_space(attribute.id()), H5Sclose, intention};
    const auto length = H5Tget_size(type.id());
    if (H5Tget_class(type.id()) != H5T_STRING || H5Tis_variable_str(type.id()) != 0 ||
        H5Sget_simple_extent_npoints(space.id()) != 1 || length > always_plausible) {
        refuse(intention);
    }
    std::string text(length, '\0');
    checked(H5Aread(attribute.id(), type.id(), text.data()), intention);
    return trimmed(text.data(), length);
}

std::vector<std::int64_t> ImageReader::int64_attribute(const char* name) const {
    const auto intention = fmt::format("read attribute {}", name);
    const Hdf5Handle attribute{H5Aopen(file_.id(), name, H5P_DEFAULT), H5Aclose, intention};
    const Hdf5Handle space{H5Aget_space(attribute.id()), H5Sclose, intention};
    const auto points = checked(H5Sget_simple_extent_npoints(space.id()), intention);
    if (points > static_cast<hssize_t>(always_plausible)) {
        refuse(intention);
    }
    std::vector<std::int64_t> values(static_cast<std::size_t>(points));
    checked(H5Aread(attribute.id(), H5T_NATIVE_INT64, values.data()), intention);
    return values;
}

Hdf5Handle ImageReader::open(const DatasetSpec& spec) const {
    return {H5Dopen2(file_.id(), std::string{spec.path}.c_str(), H5P_DEFAULT),
            H5Dclose,
            fmt::format("open dataset {}", spec.path)};
}

Dims ImageReader::dims(const DatasetSpec& spec) const {
    const auto intention = fmt::format("measure dataset {}", spec.path);
    const auto dataset = open(spec);
    const Hdf5Handle space{H5Dget_space(dataset.id()), H5Sclose, intention};
    const auto rank = checked(H5Sget_simple_extent_ndims(space.id()), intention);
    if (static_cast<std::size_t>(rank) != axes_of(spec).size()) {
        refuse(intention + ", other axes than the schema's");
    }
    Dims dims(static_cast<std::size_t>(rank));
    checked(H5Sget_simple_extent_dims(space.id(), dims.data(), nullptr), intention);
    const Hdf5Handle stored{H5Dget_type(dataset.id()), H5Tclose, intention};
    expect_plausible(spec, {elements_of(dims), H5Tget_size(stored.id())});
    return dims;
}

void ImageReader::expect_plausible(const DatasetSpec& spec, ArraySize array) const {
    const auto limit = always_plausible + file_bytes_ * largest_compression;
    if (array.element_bytes == 0 || array.elements > limit / array.element_bytes) {
        refuse(fmt::format("read dataset {}, larger than its file can hold", spec.path));
    }
}

template <class Number>
void ImageReader::read_numbers(const DatasetSpec& spec,
                               hid_t type,
                               std::vector<Number>& values) const {
    const auto intention = fmt::format("read dataset {}", spec.path);
    const auto elements = elements_of(dims(spec));
    const auto dataset = open(spec);
    const Hdf5Handle stored{H5Dget_type(dataset.id()), H5Tclose, intention};
    if (checked(H5Tequal(stored.id(), type), intention) == 0) {
        refuse(intention + ", another type than the schema's");
    }
    values.assign(elements, Number{});
    if (elements > 0) {
        checked(H5Dread(dataset.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
                intention);
    }
}

void ImageReader::read(const DatasetSpec& spec, std::vector<std::int8_t>& values) const {
    read_numbers(spec, H5T_STD_I8LE, values);
}
void ImageReader::read(const DatasetSpec& spec, std::vector<std::int16_t>& values) const {
    read_numbers(spec, H5T_STD_I16LE, values);
}
void ImageReader::read(const DatasetSpec& spec, std::vector<std::int32_t>& values) const {
    read_numbers(spec, H5T_STD_I32LE, values);
}
void ImageReader::read(const DatasetSpec& spec, std::vector<std::int64_t>& values) const {
    read_numbers(spec, H5T_STD_I64LE, values);
}
void ImageReader::read(const DatasetSpec& spec, std::vector<std::uint64_t>& values) const {
    read_numbers(spec, H5T_STD_U64LE, values);
}
void ImageReader::read(const DatasetSpec& spec, std::vector<double>& values) const {
    read_numbers(spec, H5T_IEEE_F64LE, values);
}

void ImageReader::read(const DatasetSpec& spec, std::vector<std::string>& values) const {
    const auto intention = fmt::format("read dataset {}", spec.path);
    const auto elements = elements_of(dims(spec));
    const auto dataset = open(spec);
    const Hdf5Handle stored{H5Dget_type(dataset.id()), H5Tclose, intention};
    if (H5Tget_class(stored.id()) != H5T_STRING || H5Tis_variable_str(stored.id()) != 0) {
        refuse(intention + ", another type than the schema's");
    }
    const auto length = H5Tget_size(stored.id());
    expect_plausible(spec, {elements, std::max(length, sizeof(std::string))});
    std::string padded(elements * length, '\0');
    if (elements > 0) {
        checked(H5Dread(dataset.id(), stored.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, padded.data()),
                intention);
    }
    values.clear();
    for (std::size_t row = 0; row < elements; ++row) {
        values.push_back(trimmed(padded.data() + row * length, length));
    }
}

} // namespace tsunagi::detail
