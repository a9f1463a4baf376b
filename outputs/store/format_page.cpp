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

/// A table of what the positions of an axis mean, in both languages.
std::string meanings_of(FixedAxis axis, std::string_view title) {
    auto table =
        fmt::format("\n## {}\n\n| `{}` | meaning | 意味 |\n|---|---|---|\n", title, name_of(axis));
    for (const auto& [name, en, ja] : positions_of(axis)) {
        table += fmt::format("| `{}` | {} | {} |\n", name, en, ja);
    }
    return table;
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
    page += meanings_of(FixedAxis::count, "Counts / 数");
    page += meanings_of(FixedAxis::group, "Link groups / 連携の群");
    page += meanings_of(FixedAxis::level, "Levels / 受入時の属性");
    page += meanings_of(FixedAxis::first_event, "First events after S / S後に最初に起きたこと");
    page += meanings_of(FixedAxis::use_event, "Events after release / 釈放後の出来事");
    page += meanings_of(FixedAxis::service, "Services / サービス");
    page += meanings_of(FixedAxis::episode_outcome, "Ends of episodes / 利用の終わり方");
    page += meanings_of(FixedAxis::route, "Routes / 経路");
    page += meanings_of(FixedAxis::task, "Tasks / 業務");
    page += meanings_of(FixedAxis::agency_count, "Counts of agencies / 機関の数");
    page += meanings_of(FixedAxis::service_count, "Counts of services / サービスの数");
    page += meanings_of(FixedAxis::admission_route, "Ways to a place / 入所の道すじ");
    page += meanings_of(FixedAxis::track_count, "Counts of these ways / 道すじの数");
    page += meanings_of(FixedAxis::other_client, "Other clients / その他の利用者");
    page += meanings_of(FixedAxis::other_count, "Counts of other clients / その他の利用者の数");
    return page;
}

} // namespace tsunagi
