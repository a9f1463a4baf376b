#pragma once

#include "outputs/store/detail/hdf5_types.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tsunagi::fuzz {

/// Changes what lies in a results file through the HDF5 library, so that the file stays one that
/// the library can read. Every function throws detail::Hdf5Failure where the library refuses.
class FileEditor {
public:
    explicit FileEditor(std::vector<std::byte> file);

    /// Fills `length` bytes of a dataset's values, from the byte `first` on, counted round.
    struct Stretch {
        std::size_t first{};
        std::size_t length{};
        std::byte value{};
    };
    void overwrite(const std::string& dataset, Stretch stretch);
    void remove(const std::string& dataset);
    /// Puts an array of the same type and another size along its first axis in a dataset's place.
    void resize(const std::string& dataset, hsize_t rows);
    /// Puts an array of the same size and another type in a dataset's place.
    void retype(const std::string& dataset, hid_t type);
    /// Puts an attribute of the root with this one number, or this text, in the place of another.
    void number_attribute(const std::string& name, std::int64_t number);
    void text_attribute(const std::string& name, const std::string& text);

    /// The file as it now is, sealed.
    std::vector<std::byte> finish() &&;

private:
    detail::Hdf5Handle open(const std::string& dataset) const;
    void replace(const std::string& dataset, hid_t type, const detail::Dims& dims);
    void put_attribute(const std::string& name, hid_t type, const void* value);

    std::vector<std::byte> image_;
    detail::Hdf5Handle file_;
};

} // namespace tsunagi::fuzz
