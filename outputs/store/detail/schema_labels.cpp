#include "outputs/store/detail/schema_parts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

using enum StoredPart;
using enum StoredType;

// Names of the positions on fixed axes.
constexpr std::array labels_table{
    DatasetSpec{"/labels/language", labels, text, "language", "", "Languages of texts."},
    DatasetSpec{
        "/labels/group",
        labels,
        text,
        "group",
        "",
        "Link groups: whether the person's office-centre link was good just before policy start."},
    DatasetSpec{"/labels/level", labels, text, "level", "", "Levels of attributes at intake."},
    DatasetSpec{"/labels/count", labels, text, "count", "", "Names of the counts."},
    DatasetSpec{"/labels/count_meaning", labels, text, "count, language", "", "What each counts."},
    DatasetSpec{
        "/labels/first_event", labels, text, "first_event", "", "What may come first after S."},
    DatasetSpec{"/labels/use_event", labels, text, "use_event", "", "What may follow a release."},
    DatasetSpec{"/labels/service", labels, text, "service", "", "Services."},
    DatasetSpec{
        "/labels/episode_outcome", labels, text, "episode_outcome", "", "How an episode ended."},
    DatasetSpec{"/labels/episode_bin_upper_days",
                labels,
                float64,
                "episode_bin",
                "d",
                "Upper edges of the bins of episodes' lengths, inclusive; the last is infinite."},
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
    DatasetSpec{"/labels/agency_count", labels, text, "agency_count", "", "What agencies did."},
    DatasetSpec{"/labels/service_count", labels, text, "service_count", "", "What services did."},
    DatasetSpec{"/labels/admission_route",
                labels,
                text,
                "admission_route",
                "",
                "What opened the way to a place."},
    DatasetSpec{"/labels/track_count", labels, text, "track_count", "", "How such ways went."},
    DatasetSpec{"/labels/other_client",
                labels,
                text,
                "other_client",
                "",
                "Clients who are not of the justice system."},
    DatasetSpec{"/labels/other_count", labels, text, "other_count", "", "What became of them."},
};

} // namespace

std::span<const DatasetSpec> label_datasets() {
    return labels_table;
}

} // namespace tsunagi::detail
