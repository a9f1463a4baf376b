#include "outputs/store/detail/process.hpp"

#include <array>
#include <unistd.h>

namespace tsunagi::detail {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()} : "unknown";
}

} // namespace tsunagi::detail
