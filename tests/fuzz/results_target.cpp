// Any bytes as changes of the content of a results file or a shard, sealed anew, as only somebody
// who means it can make them: the file is refused, or holds a study that can be used.
#include "outputs/store/errors.hpp"
#include "outputs/store/schema.hpp"

#include "tests/fuzz/file_editor.hpp"
#include "tests/fuzz/small_results.hpp"

#include <array>

using namespace tsunagi;
using fuzz::demand;
using fuzz::FileEditor;

namespace {

constexpr std::size_t edit_bytes = 6;

/// One edit: what, which dataset, a number of two bytes, a value and how often or how large.
struct Edit {
    std::uint8_t what{};
    std::string dataset;
    std::size_t number{};
    std::uint8_t value{};
    std::uint8_t size{};
};

Edit edit_in(std::span<const std::uint8_t> bytes) {
    const auto datasets = schema();
    return {.what = static_cast<std::uint8_t>(bytes[0] % 7U),
            .dataset = std::string{datasets[bytes[1] % datasets.size()].path},
            .number = std::size_t{bytes[2]} | std::size_t{bytes[3]} << 8U,
            .value = bytes[4],
            .size = bytes[5]};
}

std::string attribute_of(const Edit& edit) {
    static const std::array<std::string, 4> names{
        "format", "schema_version", "study_digest", "block"};
    return names[edit.number % names.size()];
}

/// Types that the schema has, and some that it has not.
detail::Hdf5Handle type_of(const Edit& edit) {
    const std::array known{H5T_STD_I8LE,
                           H5T_STD_I16LE,
                           H5T_STD_I32LE,
                           H5T_STD_I64LE,
                           H5T_STD_U64LE,
                           H5T_STD_U64BE,
                           H5T_IEEE_F32LE,
                           H5T_IEEE_F64LE};
    const auto choice = edit.value % (known.size() + 2);
    if (choice < known.size()) {
        return {H5Tcopy(known[choice]), H5Tclose, "choose a type"};
    }
    auto text = detail::text_type(edit.size + std::size_t{1});
    if (choice > known.size()) {
        detail::checked(H5Tset_size(text.id(), H5T_VARIABLE), "choose a type");
    }
    return text;
}

void apply(const Edit& edit, FileEditor& file) {
    switch (edit.what) {
    case 0:
    case 1:
        file.overwrite(edit.dataset,
                       {.first = edit.number, .length = edit.size, .value = std::byte{edit.value}});
        break;
    case 2:
        file.remove(edit.dataset);
        break;
    case 3:
        file.resize(edit.dataset, hsize_t{edit.number} << (edit.value % 48U));
        break;
    case 4:
        file.retype(edit.dataset, type_of(edit).id());
        break;
    case 5:
        file.number_attribute(attribute_of(edit), edit.value);
        break;
    default:
        file.text_attribute(attribute_of(edit),
                            std::string(edit.size, static_cast<char>(edit.value)));
    }
}

fuzz::Bytes edited(const fuzz::Bytes& intact, std::span<const std::uint8_t> edits) {
    FileEditor file{intact};
    for (; edits.size() >= edit_bytes; edits = edits.subspan(edit_bytes)) {
        try {
            apply(edit_in(edits), file);
        } catch (const detail::Hdf5Failure&) {
            continue; // what the library refuses to write is not in the file
        }
    }
    return std::move(file).finish();
}

} // namespace

/// The library itself forgets memory where it refuses something; that every handle is closed is
/// asked below.
// NOLINTNEXTLINE(readability-identifier-naming): the sanitizer's name.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libhdf5";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::SmallResults small;
    if (size == 0) {
        return 0;
    }
    const auto kind = fuzz::kind_of_input(data[0]);
    const auto file = edited(small.file(kind), std::span{data, size}.subspan(1));
    try {
        fuzz::read_back(kind, file, small.identity);
    } catch (const StoreError&) {
        demand(size > edit_bytes, "what the program wrote is read");
    }
    demand(H5Fget_obj_count(static_cast<hid_t>(H5F_OBJ_ALL), H5F_OBJ_ALL) == 0,
           "everything that was opened is closed again");
    return 0;
}
