#include "outputs/store/detail/hdf5_types.hpp"

#include <limits>

namespace tsunagi::detail {

Hdf5Handle text_type(std::size_t length) {
    Hdf5Handle type{H5Tcopy(H5T_C_S1), H5Tclose, "make a text type"};
    checked(H5Tset_size(type.id(), length), "set the length of a text type");
    checked(H5Tset_strpad(type.id(), H5T_STR_NULLPAD), "set the padding of a text type");
    checked(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type UTF-8");
    return type;
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
