// Prints outputs/FORMAT.md. A test compares; nothing else runs this.
#include "outputs/store/schema.hpp"

#include <cstdio>

int main() {
    const auto page = tsunagi::format_page();
    return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 1;
}
