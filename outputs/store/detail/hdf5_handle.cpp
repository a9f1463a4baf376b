#include "outputs/store/detail/hdf5_handle.hpp"

namespace tsunagi::detail {
namespace {

/// Keeps the description nearest to the cause.
herr_t keep_first(unsigned depth, const H5E_error2_t* error, void* reason) {
    if (depth == 0 && error->desc != nullptr) {
        *static_cast<std::string*>(reason) = error->desc;
    }
    return 0;
}

std::string library_reason() {
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
    H5Eclear2(H5E_DEFAULT);
    return reason.empty() ? reason : ": " + reason;
}

} // namespace

Hdf5Failure::Hdf5Failure(const std::string& intention)
    : std::runtime_error{intention + library_reason()} {}

void silence_hdf5() {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

} // namespace tsunagi::detail
