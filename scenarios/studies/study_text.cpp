#include "scenarios/studies/detail/parts.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

std::vector<NamedText> named(const std::vector<NamedId>& ids) {
    std::vector<NamedText> texts;
    for (const auto& one : ids) {
        texts.push_back({one.id, one.name});
    }
    return texts;
}

bool is_on(const Region& region, EntityKey label) {
    const auto same = [&](const auto& one) { return one.label == label; };
    return std::any_of(region.activities.begin(), region.activities.end(), same) ||
           std::any_of(region.referrals.begin(), region.referrals.end(), same);
}

} // namespace

void describe_region(const RegionFile& region, StudyText& text) {
    text.region = region.name;
    text.agencies = named(region.agencies);
    text.municipalities = named(region.municipalities);
    for (const auto& row : region.catalogue.labels()) {
        if (is_on(region.region, key_of(row.id))) {
            text.labels.push_back({row.id, row.label});
        }
    }
    for (const auto& row : region.book.rows()) {
        text.parameters.push_back({.id = row.id,
                                   .value = row.value,
                                   .unit = row.unit,
                                   .lower = row.lower,
                                   .upper = row.upper,
                                   .prior = prior_text(row.prior),
                                   .grade = grade_names[static_cast<std::size_t>(row.grade)],
                                   .tier = row.tier,
                                   .source = row.source,
                                   .note = row.note});
    }
    text.evidence.assign(region.book.evidence().begin(), region.book.evidence().end());
}

std::vector<ShownValue> shown_parameters(const ParameterBook& book) {
    std::vector<ShownValue> shown;
    for (const auto& row : book.rows()) {
        shown.push_back(
            {.key = "parameters." + row.id, .text = row.text + " " + row.unit, .at = row.at});
    }
    return shown;
}

} // namespace tsunagi::detail
