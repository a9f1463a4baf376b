// Any bytes as changes of single bytes in a results file or a shard, as a bad disk or a broken copy
// makes them: the file is refused by its seal, before HDF5 sees it.
#include "outputs/store/errors.hpp"

#include "tests/fuzz/small_results.hpp"

#include <algorithm>
#include <span>

using namespace tsunagi;
using fuzz::Bytes;
using fuzz::demand;

namespace {

constexpr std::size_t edit_bytes = 6;

/// One edit: what, where (three bytes), how far and a value.
void apply(std::span<const std::uint8_t> edit, Bytes& file) {
    if (file.empty()) {
        return;
    }
    const auto place =
        std::size_t{edit[1]} | std::size_t{edit[2]} << 8U | std::size_t{edit[3]} << 16U;
    const auto at = place % file.size();
    const auto length = std::min<std::size_t>(file.size() - at, edit[4]);
    switch (edit[0] % 4U) {
    case 0:
        file[at] ^= std::byte{1} << (edit[5] % 8U);
        break;
    case 1:
        std::fill_n(file.begin() + static_cast<std::ptrdiff_t>(at), length, std::byte{edit[5]});
        break;
    case 2:
        file.resize(at);
        break;
    default:
        file.resize(file.size() + edit[4], std::byte{edit[5]});
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::SmallResults small;
    if (size == 0) {
        return 0;
    }
    const auto kind = fuzz::kind_of_input(data[0]);
    const auto& intact = small.file(kind);
    auto file = intact;
    for (auto rest = std::span{data, size}.subspan(1); rest.size() >= edit_bytes;
         rest = rest.subspan(edit_bytes)) {
        apply(rest.first(edit_bytes), file);
    }
    try {
        fuzz::read_back(kind, file, small.identity);
        demand(file == intact, "a changed file is refused");
    } catch (const DamagedResults&) {
        demand(file != intact, "what the program wrote is read");
    }
    return 0;
}
