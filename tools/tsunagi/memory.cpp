#include "tools/tsunagi/memory.hpp"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tsunagi::program {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int mebibyte = 1024 * 1024;
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
    mallopt(M_MMAP_THRESHOLD, 256 * mebibyte);
    mallopt(M_TOP_PAD, 4 * mebibyte);
#endif
}

} // namespace tsunagi::program
