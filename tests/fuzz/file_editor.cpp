#include "tests/fuzz/file_editor.hpp"

#include "outputs/store/detail/seal.hpp"

namespace tsunagi::fuzz {

using detail::checked;
using detail::Dims;
using detail::Hdf5Handle;

namespace {

Hdf5Handle open_file(std::vector<std::byte>& image) {
    detail::silence_hdf5();
    const auto access = detail::memory_access("edit a file");
    checked(H5Pset_file_image(access.id(), image.data(), image.size()), "edit a file");
    return {H5Fopen("edited", H5F_ACC_RDWR, access.id()), H5Fclose, "edit a file"};
}

Hdf5Handle type_of(const Hdf5Handle& dataset) {
    return {H5Dget_type(dataset.id()), H5Tclose, "read a type"};
}

Dims dims_of(const Hdf5Handle& dataset) {
    const Hdf5Handle space{H5Dget_space(dataset.id()), H5Sclose, "read a size"};
    Dims dims(
        static_cast<std::size_t>(checked(H5Sget_simple_extent_ndims(space.id()), "read a size")));
    checked(H5Sget_simple_extent_dims(space.id(), dims.data(), nullptr), "read a size");
    return dims;
}

} // namespace

FileEditor::FileEditor(std::vector<std::byte> file)
    : image_{std::move(file)}, file_{open_file(image_)} {}

void FileEditor::overwrite(const std::string& dataset, Stretch stretch) {
    const auto place = open(dataset);
    const auto type = type_of(place);
    constexpr std::size_t most_bytes = std::size_t{1} << 20U;
    const auto elements = detail::elements_of(dims_of(place));
    const auto element_bytes = H5Tget_size(type.id());
    if (elements == 0 || elements > most_bytes / element_bytes) {
        return;
    }
    std::vector<std::byte> values(elements * element_bytes);
    checked(H5Dread(place.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "read");
    for (std::size_t byte = 0; byte < stretch.length; ++byte) {
        values[(stretch.first + byte) % values.size()] = stretch.value;
    }
    checked(H5Dwrite(place.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write");
}

void FileEditor::remove(const std::string& dataset) {
    checked(H5Ldelete(file_.id(), dataset.c_str(), H5P_DEFAULT), "remove");
}

void FileEditor::resize(const std::string& dataset, hsize_t rows) {
    const auto place = open(dataset);
    auto dims = dims_of(place);
    if (dims.empty()) {
        dims.push_back(rows);
    }
    dims.front() = rows;
    replace(dataset, type_of(place).id(), dims);
}

void FileEditor::retype(const std::string& dataset, hid_t type) {
    replace(dataset, type, dims_of(open(dataset)));
}

void FileEditor::number_attribute(const std::string& name, std::int64_t number) {
    put_attribute(name, H5T_NATIVE_INT64, &number);
}

void FileEditor::text_attribute(const std::string& name, const std::string& text) {
    const auto type = detail::text_type(text.size() + 1);
    put_attribute(name, type.id(), text.c_str());
}

std::vector<std::byte> FileEditor::finish() && {
    checked(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), "finish");
    const auto size = checked(H5Fget_file_image(file_.id(), nullptr, 0), "measure");
    // The library leaves the user block out of the image.
    std::vector<std::byte> bytes(detail::seal_bytes + static_cast<std::size_t>(size));
    const auto content = std::span{bytes}.subspan(detail::seal_bytes);
    checked(H5Fget_file_image(file_.id(), content.data(), content.size()), "copy");
    detail::seal(bytes);
    return bytes;
}

Hdf5Handle FileEditor::open(const std::string& dataset) const {
    return {H5Dopen2(file_.id(), dataset.c_str(), H5P_DEFAULT), H5Dclose, "open"};
}

void FileEditor::replace(const std::string& dataset, hid_t type, const Dims& dims) {
    const Hdf5Handle space{
        dims.empty() ? H5Screate(H5S_SCALAR)
                     : H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr),
        H5Sclose,
        "lay out"};
    remove(dataset);
    const Hdf5Handle made{
        H5Dcreate2(
            file_.id(), dataset.c_str(), type, space.id(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
        H5Dclose,
        "create"};
}

void FileEditor::put_attribute(const std::string& name, hid_t type, const void* value) {
    if (H5Aexists(file_.id(), name.c_str()) > 0) {
        checked(H5Adelete(file_.id(), name.c_str()), "remove an attribute");
    }
    const Hdf5Handle single{H5Screate(H5S_SCALAR), H5Sclose, "lay out"};
    const Hdf5Handle made{
        H5Acreate2(file_.id(), name.c_str(), type, single.id(), H5P_DEFAULT, H5P_DEFAULT),
        H5Aclose,
        "create"};
    checked(H5Awrite(made.id(), type, value), "write");
}

} // namespace tsunagi::fuzz
