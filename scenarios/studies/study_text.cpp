#include "scenarios/studies/detail/parts.hpp"

#include <set>

namespace tsunagi::detail {

namespace {

std::vector<EvidenceRow> cited_rows(const ParameterBook& book) {
    std::set<std::string> cited;
    for (const auto& row : book.rows()) {
        const auto ids = cited_ids(row.source);
        cited.insert(ids.begin(), ids.end());
    }
    std::vector<EvidenceRow> rows;
    for (const auto& row : book.evidence()) {
        if (cited.contains(row.id)) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace

void describe_region(const RegionFile& region, StudyText& text) {
    text.region = region.name;
    for (const auto& agency : region.agencies) {
        text.agencies.push_back({agency.id, agency.name});
    }
    for (const auto& municipality : region.municipalities) {
        text.municipalities.push_back({municipality.id, municipality.name});
    }
    for (const auto& label : region.referral_labels()) {
        text.referral_labels.push_back({label.id, label.name});
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
    text.evidence = cited_rows(region.book);
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
