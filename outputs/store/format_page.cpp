#include "outputs/store/names.hpp"
#include "outputs/store/schema.hpp"

#include <fmt/format.h>

namespace tsunagi {
namespace {

constexpr std::string_view introduction = R"(# Format of results files

Written by the program from `outputs/store/schema.cpp`; a test checks that it is current. Layout version {}.{}: a dataset
more raises the second number, any change of meaning, type or axis the first.

A results directory holds

| file | what it is |
|---|---|
| `manifest.json` | the study, as below, and its digest; written once, before the first run |
| `shards/000/b0000000.h5` | one block: a range of replications with all scenarios and readings, part "runs" alone |
| `results.h5` | all blocks merged, all parts; the same bytes whatever the blocks, threads or machines were |
| `attempts.jsonl` | when, where and how it was run, one event a line; nothing volatile stands in any other file |

The `.h5` files are HDF5 and open with `h5dump`, `h5py`, R and the like. Each begins with a user block of 512 bytes, which
HDF5 skips: one line of text with the SHA-256 of all bytes after it. A file whose bytes do not give that digest is refused.

Numbers are little-endian; text is UTF-8 of fixed length, padded with zero bytes. Arrays of runs are dense and compressed
(shuffle, deflate, Fletcher-32). Each dataset has the attributes `unit`, `axes` and `description`. Attributes of the file:
`format`, `schema_version`; in `results.h5` also `engine_version`, `inputs_digest`, `seed`, `replications`; in a shard also
`study_digest` and `block` (first replication, number of replications).

Read in Python, the share still in contact half a year after supervision, by reading and scenario:

```python
import h5py
with h5py.File("results.h5") as file:
    names = list(file["/labels/count"].asstr())
    counts = file["/counts"][:].sum(axis=(2, 3))  # over replications and link groups
    print(counts[:, :, names.index("support_180")] / counts[:, :, names.index("cohort")])
```
)";

std::string_view title_of(StoredPart part) {
    switch (part) {
    case StoredPart::runs:
        return "Runs: what was counted";
    case StoredPart::study:
        return "Study: what was asked";
    case StoredPart::labels:
        return "Labels: what the positions on fixed axes mean";
    }
    return "";
}

} // namespace

std::string format_page() {
    auto page = fmt::format(introduction, schema_version.major, schema_version.minor);
    for (const auto part : {StoredPart::runs, StoredPart::study, StoredPart::labels}) {
        page += fmt::format(
            "\n## {}\n\n| dataset | type | axes | unit | meaning |\n|---|---|---|---|---|\n",
            title_of(part));
        for (const auto& spec : schema()) {
            if (spec.part == part) {
                page += fmt::format("| `{}` | {} | {} | {} | {} |\n",
                                    spec.path,
                                    name_of(spec.type),
                                    spec.axes.empty() ? "-" : spec.axes,
                                    spec.unit.empty() ? "-" : spec.unit,
                                    spec.description);
            }
        }
    }
    page += "\n## Counts\n\n| count | meaning |\n|---|---|\n";
    for (std::size_t row = 0; row < counts; ++row) {
        const auto count = static_cast<Count>(row);
        page += fmt::format("| `{}` | {} |\n", name_of(count), meaning_of(count));
    }
    return page;
}

} // namespace tsunagi
