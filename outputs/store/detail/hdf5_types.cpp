#include "outputs/store/detail/hdf5_types.hpp"

#include "engine/core/append.hpp"

#include <fmt/format.h>

#include <limits>

namespace tsunagi::detail {

Hdf5Handle text_type(std::size_t length) {
    Hdf5Handle type{H5Tcopy(H5T_C_S1), H5Tclose, "make a text type"};
    checked(H5Tset_size(type.id(), length), "set the length of a text type");
    checked(H5Tset_strpad(type.id(), H5T_STR_NULLPAD), "set the padding of a text type");
    checked(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type UTF-8");
    return type;
}

Hdf5Handle memory_access(const std::string& intention) {
    constexpr std::size_t increment = tiny_buffers ? 1 : std::size_t{1} << 20U; // bytes
    Hdf5Handle access{H5Pcreate(H5P_FILE_ACCESS), H5Pclose, intention};
    checked(H5Pset_fapl_core(access.id(), increment, false), intention);
    return access;
}

std::string image_name(const void* owner) {
    return fmt::format("image {}", owner);
}

std::size_t elements_of(const Dims& dims) {
    constexpr auto largest = std::numeric_limits<std::size_t>::max();
    std::size_t elements = 1;
    for (const auto size : dims) {
        if (size != 0 && elements > largest / size) {
            return largest;
        }
        elements *= size;
    }
    return elements;
}

} // namespace tsunagi::detail
