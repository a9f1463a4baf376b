#include "outputs/store/detail/schema_parts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

using enum StoredPart;
using enum StoredType;

// Names of the positions on fixed axes.
constexpr std::array table{
    DatasetSpec{"/labels/language", labels, text, "language", "", "Languages of texts."},
    DatasetSpec{
        "/labels/group",
        labels,
        text,
        "group",
        "",
        "Link groups: whether the person's office-centre link was good just before policy start."},
    DatasetSpec{"/labels/count", labels, text, "count", "", "Names of the counts."},
    DatasetSpec{"/labels/count_meaning", labels, text, "count", "", "What each counts."},
    DatasetSpec{"/labels/route",
                labels,
                text,
                "route",
                "",
                "How somebody came to a booked first appointment."},
    DatasetSpec{"/labels/wait_bin_upper_days",
                labels,
                float64,
                "wait_bin",
                "d",
                "Upper edges of the bins of waits, inclusive; the last is infinite."},
    DatasetSpec{"/labels/task", labels, text, "task", "", "What staff time is spent on."},
};

} // namespace

std::span<const DatasetSpec> label_datasets() {
    return table;
}

} // namespace tsunagi::detail
