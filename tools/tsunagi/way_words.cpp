#include "tools/tsunagi/way_words.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tsunagi::program {

namespace {

// In the order of Process.
constexpr std::array<const char*, processes> process_messages{
    "cli.way.outpatient_offer",
    "cli.way.programme_track",
    "cli.way.family_track",
    "cli.way.prison_track",
    "cli.way.bed_track",
    "cli.way.far_residence",
    "cli.way.resident_to_bed",
    "cli.way.self_help_after_stay",
    "cli.way.self_help_after_programme",
    "cli.way.release_to_supervision",
    "cli.way.release_to_rehabilitation",
    "cli.way.self_referral",
    "cli.way.family_entry",
    "cli.way.family_call",
    "cli.way.own_self_help",
    "cli.way.own_day_programme",
    "cli.way.residence_wish",
    "cli.way.admission_need",
    "cli.way.custody",
    "cli.way.probation",
    "cli.way.no_home",
};
static_assert(process_messages.back() != nullptr, "every process has its words");

std::string message_of(const Way& way) {
    return process_messages.at(static_cast<std::size_t>(std::get<Process>(way.by)));
}

const NamedText& label_of(const Way& way, const NamedRegion& named) {
    const auto key = std::get<EntityKey>(way.by);
    const auto& labels = named.referral_labels;
    const auto label = std::find_if(
        labels.begin(), labels.end(), [&](const NamedText& one) { return key_of(one.id) == key; });
    expects(label != labels.end(), "the label of a way is one of the region's");
    return *label;
}

} // namespace

bool is_of_label(const Way& way) {
    return std::holds_alternative<EntityKey>(way.by);
}

std::string id_of(const Way& way, const NamedRegion& named) {
    if (is_of_label(way)) {
        return label_of(way, named).id;
    }
    const auto message = message_of(way);
    return message.substr(message.rfind('.') + 1);
}

std::string way_text(const Way& way, const NamedRegion& named, const Messages& words) {
    if (!is_of_label(way)) {
        return words.text(message_of(way));
    }
    const auto& name = label_of(way, named).name;
    return words.language() == Language::ja ? name.ja : name.en;
}

} // namespace tsunagi::program
