#include "outputs/tables/detail/number_table.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include <algorithm>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

std::string name_of_group(const Wording& wording, Attribute attribute, const std::string& id) {
    if (attribute == Attribute::fiscal_year) {
        return wording.say("table.fiscal_year", {{"year", id}});
    }
    if (attribute == Attribute::municipality) {
        const auto& all = wording.analysis().study.municipalities;
        const auto found = std::ranges::find(all, id, &DescribedMunicipality::id);
        return wording.words(found->name);
    }
    return wording.say("table.level." + id);
}

/// The rows of one attribute: every scenario's groups, the reference's first.
class AttributeRows {
public:
    AttributeRows(const Wording& wording, Attribute attribute) : wording_{wording} {
        for (const auto* row : shown(wording, wording.analysis().subgroups)) {
            if (row->attribute == attribute) {
                (row->scenario == wording.analysis().reference ? reference_ : policies_)
                    .push_back(row);
            }
        }
    }

    void add_to(TextTable& table) const {
        const auto& today = *reference_.front();
        for (const auto& group : today.groups) {
            std::vector<std::string> cells{name_of_group(wording_, today.attribute, group.id),
                                           fixed(group.persons, 1),
                                           in_100(group.support_180.level.value().value)};
            for (const auto* policy : policies_) {
                cells.push_back(difference_cell(*policy, group.id));
            }
            table.add_row(std::move(cells));
        }
        if (today.groups.size() > 1) {
            add_gaps(table, today.largest_gap.value());
        }
    }

private:
    /// Without common random numbers a small group may have nobody under one policy.
    static std::string difference_cell(const SubgroupSupport& policy, const std::string& id) {
        const auto found = std::ranges::find(policy.groups, id, &SubgroupSupport::Group::id);
        return found == policy.groups.end() || !found->support_180.difference
                   ? empty_cell
                   : difference_text(*found->support_180.difference, hundred);
    }

    void add_gaps(TextTable& table, double today) const {
        std::vector<std::string> cells{wording_.say("table.largest_gap"), "", in_100(today)};
        for (const auto* policy : policies_) {
            cells.push_back(
                policy->largest_gap
                    ? significant(hundred * (*policy->largest_gap - today), Sign::always)
                    : empty_cell);
        }
        table.add_row(std::move(cells));
    }

    const Wording& wording_;
    std::vector<const SubgroupSupport*> reference_;
    std::vector<const SubgroupSupport*> policies_;
};

} // namespace

std::string subgroups_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    std::vector<TextTable::Column> columns{
        {wording.say("table.subgroup"), Align::left},
        {wording.say("table.persons_in_replication"), Align::right},
        {wording.scenario(analysis.reference), Align::right}};
    for (std::size_t row = 0; row < analysis.study.scenarios.size(); ++row) {
        if (row != analysis.reference) {
            columns.push_back({wording.scenario(row), Align::left});
        }
    }
    TextTable table{std::move(columns)};
    for (const auto attribute : attributes) {
        AttributeRows{wording, attribute}.add_to(table);
    }
    return heading(wording, "table.subgroups") + table.text();
}

} // namespace tsunagi::detail
