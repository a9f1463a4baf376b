#include "scenarios/policies/policy_file.hpp"

#include "scenarios/reader/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

enum class LeverKind : std::uint8_t {
    stop_contacts,
    raise_contact,
    raise_guarantor_meetings,
    written_agreement
};
const std::array<std::string, 4> lever_kinds{
    "stop-contacts", "raise-contact", "raise-guarantor-meetings", "written-agreement"};

std::string iso_date(SimTime instant) {
    const std::chrono::year_month_day date{date_of(instant)};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// What the names and dates of a policy are looked up in; each may be null.
struct PolicyWorld {
    const PolicySetting* setting;
    const Catalogue* catalogue;
};

/// Reads the levers of one policy.
class LeverReader {
public:
    LeverReader(PolicyWorld world, Policy& policy)
        : setting_{world.setting}, catalogue_{world.catalogue}, policy_{policy} {}

    /// "policy-start" or a date between the start of policies and the end of the run.
    SimTime read_from(const Field& field) const {
        if (!std::holds_alternative<std::chrono::sys_days>(field.value().content)) {
            const auto* word = std::get_if<std::string>(&field.value().content);
            if (word == nullptr || *word != "policy-start") {
                field.fault("fault.not_a_start");
            }
            return setting_ == nullptr ? SimTime{} : setting_->policy_start;
        }
        const SimTime from = at_date(field.date());
        if (setting_ == nullptr) {
            return from;
        }
        if (from < setting_->policy_start) {
            field.fault("fault.starts_in_warm_up", {{"start", iso_date(setting_->policy_start)}});
        } else if (from >= setting_->horizon) {
            field.fault("fault.starts_after_horizon", {{"horizon", iso_date(setting_->horizon)}});
        }
        return from;
    }

    void read(const Field& field, SimTime from) {
        TableReader reader{field};
        if (const auto own = reader.find("from")) {
            from = read_from(*own);
        }
        const auto before = field.faults().count();
        const auto kind = static_cast<LeverKind>(reader.choice("kind", lever_kinds));
        if (field.faults().count() > before) {
            return; // the other keys depend on the kind
        }
        switch (kind) {
        case LeverKind::stop_contacts:
            policy_.levers.push_back({from, StopContacts{}});
            break;
        case LeverKind::raise_contact:
            read_raised_contact(reader, from);
            break;
        case LeverKind::raise_guarantor_meetings:
            policy_.levers.push_back(
                {from,
                 RaiseGuarantorMeetings{reader.number("at_least_per_year", contacts_per_year)}});
            break;
        case LeverKind::written_agreement:
            read_agreement(reader, from);
            break;
        }
        reader.finish();
    }

    /// Staff cannot attend more guarantor meetings than are held.
    void check_meetings() const {
        if (setting_ == nullptr) {
            return;
        }
        for (const auto& [field, raised] : raised_meetings_) {
            double held = setting_->region.book.find("sup.guarantor")->value;
            for (const auto& lever : policy_.levers) {
                const auto* meetings = std::get_if<RaiseGuarantorMeetings>(&lever.lever);
                if (meetings != nullptr && lever.from <= raised) {
                    held = std::max(held, meetings->at_least_per_year);
                }
            }
            if (field.number() > held) {
                field.fault("fault.more_than_meetings", {{"held", fmt::format("{}", held)}});
            }
        }
    }

private:
    void read_raised_contact(TableReader& reader, SimTime from) {
        const auto label = reader.require("label");
        const auto with = reader.find("with");
        const auto frequency = reader.require("at_least_per_year");
        const double at_least = frequency ? frequency->number(contacts_per_year) : 0.0;
        if (!label || !frequency || catalogue_ == nullptr) {
            return;
        }
        const auto* row = find_contact(*label, *catalogue_);
        if (row == nullptr || setting_ == nullptr ||
            !is_switched_on(*label, *row, setting_->region.region)) {
            return;
        }
        if (row->id == guarantor_meetings_label) {
            raised_meetings_.push_back({*frequency, from});
        }
        for (const auto partner : partners(*label, *row, with)) {
            policy_.levers.push_back({from,
                                      RaiseContact{.label = key_of(row->id),
                                                   .first = setting_->region.region.centre,
                                                   .second = partner,
                                                   .at_least_per_year = at_least}});
        }
    }

    // The agency named by `with`, or every agency of the label's partner type.
    std::vector<AgencyId> partners(const Field& label,
                                   const CollaborationRow& row,
                                   const std::optional<Field>& with) const {
        const auto& region = setting_->region;
        const std::string& type = region.catalogue.agency_type(row.partner).id;
        if (with) {
            const auto agency = find_agency(*with, region);
            if (agency && region.region.agencies[*agency].type != row.partner) {
                with->fault("fault.other_agency_type", {{"type", type}});
            }
            return agency ? std::vector{*agency} : std::vector<AgencyId>{};
        }
        std::vector<AgencyId> all;
        for (std::size_t i = 0; i < region.region.agencies.size(); ++i) {
            const auto agency = region.region.agencies.id(i);
            if (region.region.agencies[agency].type == row.partner) {
                all.push_back(agency);
            }
        }
        if (all.empty()) {
            label.fault("fault.no_partner", {{"type", type}});
        }
        return all;
    }

    void read_agreement(TableReader& reader, SimTime from) {
        const auto between = reader.require("between");
        if (!between) {
            return;
        }
        const auto before = between->faults().count();
        const auto names = between->list();
        if (between->faults().count() > before) {
            return;
        }
        if (names.size() != 2) {
            between->fault("fault.not_a_pair");
            return;
        }
        if (setting_ == nullptr) {
            return;
        }
        const auto first = find_agency(names[0], setting_->region);
        const auto second = find_agency(names[1], setting_->region);
        if (first && second && *first == *second) {
            between->fault("fault.pair_with_itself");
        } else if (first && second) {
            policy_.levers.push_back({from, WrittenAgreement{.first = *first, .second = *second}});
        }
    }

    struct RaisedMeetings {
        Field field;
        SimTime from;
    };

    const PolicySetting* setting_;
    const Catalogue* catalogue_;
    Policy& policy_;
    std::vector<RaisedMeetings> raised_meetings_;
};

std::optional<PolicyFile> read_root(const Value& value, PolicyWorld world, FaultLog& faults) {
    const auto before = faults.count();
    TableReader root{Field{"", value, faults}};
    PolicyFile read{.policy = {}, .name = root.words("name")};
    if (const auto changes = root.find("parameters")) {
        changes->fault("fault.parameters_in_policy");
    }
    LeverReader levers{world, read.policy};
    const auto from = root.require("from");
    const SimTime start = from ? levers.read_from(*from) : SimTime{};
    for (const auto& field : root.members("lever")) {
        levers.read(field, start);
    }
    if (faults.count() == before) {
        levers.check_meetings();
    }
    root.finish();
    return faults.count() == before ? std::optional{std::move(read)} : std::nullopt;
}

} // namespace

std::optional<PolicyFile> read_policy(Inputs& inputs,
                                      const std::string& file,
                                      const Position& named_at,
                                      const PolicySetting* setting,
                                      FaultLog& faults) {
    const auto before = faults.count();
    const auto value = read_overlaid(inputs, file, "policy", named_at, faults);
    const auto* catalogue = setting == nullptr ? nullptr : &setting->region.catalogue;
    auto read = value ? read_root(*value, {setting, catalogue}, faults) : std::nullopt;
    return faults.count() == before ? std::move(read) : std::nullopt;
}

void check_policy(Inputs& inputs,
                  const std::string& file,
                  const Catalogue& catalogue,
                  FaultLog& faults) {
    if (const auto value = read_overlaid(inputs, file, "policy", {}, faults)) {
        read_root(*value, {nullptr, &catalogue}, faults);
    }
}

} // namespace tsunagi
