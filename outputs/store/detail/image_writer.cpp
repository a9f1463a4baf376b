#include "outputs/store/detail/image_writer.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/detail/seal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::detail {
namespace {

constexpr hsize_t chunk_elements = hsize_t{64} * 1024;
constexpr unsigned deflate_level = 1;

Hdf5Handle property_list(hid_t kind) {
    return {H5Pcreate(kind), H5Pclose, "make a property list"};
}

/// Creation times would make two equal files differ.
Hdf5Handle timeless(hid_t kind) {
    auto list = property_list(kind);
    checked(H5Pset_obj_track_times(list.id(), false), "leave creation times out");
    return list;
}

Hdf5Handle create_file(const std::string& name) {
    silence_hdf5();
    const auto creation = timeless(H5P_FILE_CREATE);
    checked(H5Pset_userblock(creation.id(), seal_bytes), "keep room for the seal");
    const auto access = memory_access("build a file in memory");
    return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()),
            H5Fclose,
            "build a file in memory"};
}

Hdf5Handle space_of(const Dims& dims) {
    const auto space = dims.empty()
                           ? H5Screate(H5S_SCALAR)
                           : H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr);
    return {space, H5Sclose, "lay out an array"};
}

/// Whole inner axes as long as they fit, so that a chunk is a run of consecutive values.
Dims chunk_of(const Dims& dims) {
    Dims chunk(dims.size(), 1);
    hsize_t elements = 1;
    for (std::size_t axis = dims.size(); axis-- > 0;) {
        chunk[axis] = std::clamp<hsize_t>(chunk_elements / elements, 1, dims[axis]);
        elements *= chunk[axis];
        if (chunk[axis] < dims[axis]) {
            break;
        }
    }
    return chunk;
}

Hdf5Handle dataset_properties(const Dims& dims) {
    auto list = timeless(H5P_DATASET_CREATE);
    const bool empty = std::ranges::count(dims, hsize_t{0}) > 0;
    if (!dims.empty() && !empty) {
        const auto chunk = chunk_of(dims);
        checked(H5Pset_chunk(list.id(), static_cast<int>(chunk.size()), chunk.data()),
                "set chunks");
        checked(H5Pset_shuffle(list.id()), "set the shuffle filter");
        checked(H5Pset_deflate(list.id(), deflate_level), "set the deflate filter");
        checked(H5Pset_fletcher32(list.id()), "set the checksum filter");
    }
    return list;
}

void write_attribute(
    hid_t owner, const char* name, const Dims& dims, hid_t type, const void* data) {
    const auto intention = fmt::format("write attribute {}", name);
    const auto space = space_of(dims);
    Hdf5Handle attribute{
        H5Acreate2(owner, name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose, intention};
    checked(H5Awrite(attribute.id(), type, data), intention);
    attribute.close(intention);
}

void write_text_attribute(hid_t owner, const char* name, std::string_view text) {
    const auto type = text_type(std::max<std::size_t>(text.size(), 1));
    const std::string padded{text.empty() ? std::string_view{"\0", 1} : text};
    write_attribute(owner, name, {}, type.id(), padded.data());
}

void expect_fit(const DatasetSpec& spec, const Dims& dims, StoredType type, std::size_t values) {
    expects(spec.type == type, "a dataset has the type that the schema states");
    expects(axes_of(spec).size() == dims.size(), "a dataset has the axes that the schema states");
    expects(elements_of(dims) == values, "a dataset has as many values as its axes say");
}

} // namespace

ImageWriter::ImageWriter() : file_{create_file(image_name(this))} {}

void ImageWriter::attribute(const char* name, const std::string& text) {
    write_text_attribute(file_.id(), name, text);
}

void ImageWriter::attribute(const char* name, std::span<const std::int64_t> values) {
    write_attribute(file_.id(), name, {values.size()}, H5T_STD_I64LE, values.data());
}

void ImageWriter::attribute(const char* name, std::uint64_t value) {
    write_attribute(file_.id(), name, {}, H5T_STD_U64LE, &value);
}

void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::int8_t> values) {
    expect_fit(spec, dims, StoredType::int8, values.size());
    write_raw(spec, dims, H5T_STD_I8LE, values.data());
}
void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::int16_t> values) {
    expect_fit(spec, dims, StoredType::int16, values.size());
    write_raw(spec, dims, H5T_STD_I16LE, values.data());
}
void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::int32_t> values) {
    expect_fit(spec, dims, StoredType::int32, values.size());
    write_raw(spec, dims, H5T_STD_I32LE, values.data());
}
void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::int64_t> values) {
    expect_fit(spec, dims, StoredType::int64, values.size());
    write_raw(spec, dims, H5T_STD_I64LE, values.data());
}
void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::uint64_t> values) {
    expect_fit(spec, dims, StoredType::uint64, values.size());
    write_raw(spec, dims, H5T_STD_U64LE, values.data());
}
void ImageWriter::write(const DatasetSpec& spec, const Dims& dims, std::span<const double> values) {
    expect_fit(spec, dims, StoredType::float64, values.size());
    write_raw(spec, dims, H5T_IEEE_F64LE, values.data());
}

void ImageWriter::write(const DatasetSpec& spec,
                        const Dims& dims,
                        std::span<const std::string> values) {
    expect_fit(spec, dims, StoredType::text, values.size());
    std::size_t length = 1;
    for (const auto& text : values) {
        length = std::max(length, text.size());
    }
    std::string padded;
    padded.reserve(values.size() * length);
    for (const auto& text : values) {
        padded += text;
        padded.append(length - text.size(), '\0');
    }
    const auto type = text_type(length);
    write_raw(spec, dims, type.id(), padded.data());
}

void ImageWriter::create_groups_of(std::string_view path) {
    for (auto slash = path.find('/', 1); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        const std::string group_path{path.substr(0, slash)};
        const auto intention = fmt::format("make group {}", group_path);
        if (checked(H5Lexists(file_.id(), group_path.c_str(), H5P_DEFAULT), intention) > 0) {
            continue;
        }
        const auto creation = timeless(H5P_GROUP_CREATE);
        Hdf5Handle group{
            H5Gcreate2(file_.id(), group_path.c_str(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
            H5Gclose,
            intention};
        group.close(intention);
    }
}

void ImageWriter::write_raw(const DatasetSpec& spec,
                            const Dims& dims,
                            hid_t file_type,
                            const void* values) {
    create_groups_of(spec.path);
    const std::string path{spec.path};
    const auto intention = fmt::format("write dataset {}", path);
    const auto space = space_of(dims);
    const auto properties = dataset_properties(dims);
    Hdf5Handle dataset{H5Dcreate2(file_.id(),
                                  path.c_str(),
                                  file_type,
                                  space.id(),
                                  H5P_DEFAULT,
                                  properties.id(),
                                  H5P_DEFAULT),
                       H5Dclose,
                       intention};
    if (elements_of(dims) > 0) {
        checked(H5Dwrite(dataset.id(), file_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values),
                intention);
    }
    write_text_attribute(dataset.id(), "unit", spec.unit);
    write_text_attribute(dataset.id(), "axes", spec.axes);
    write_text_attribute(dataset.id(), "description", spec.description);
    dataset.close(intention);
}

std::vector<std::byte> ImageWriter::finish() && {
    checked(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), "finish a file in memory");
    const auto size =
        checked(H5Fget_file_image(file_.id(), nullptr, 0), "measure a file in memory");
    // The library leaves the user block out of the image.
    std::vector<std::byte> bytes(seal_bytes + static_cast<std::size_t>(size));
    checked(H5Fget_file_image(file_.id(), bytes.data() + seal_bytes, bytes.size() - seal_bytes),
            "copy a file in memory");
    file_.close("close a file in memory");
    return bytes;
}

} // namespace tsunagi::detail
