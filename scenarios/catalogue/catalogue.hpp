#pragma once

#include "engine/region/agency_type.hpp"
#include "engine/region/region.hpp"
#include "scenarios/reader/inputs.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// One of the 37 agency types of the source study.
struct AgencyTypeRow {
    std::string id;
    Words name;
    std::optional<std::int64_t>
        survey_n;         ///< centres of 59 that call the link good; none where not asked
    TenureClass tenure{}; ///< how often its staff move; assumed where the study is silent
};

/// Where the wording of a label comes from: a table of the study, its prose, or, where the label
/// was lost, its category.
enum class Wording : std::uint8_t { printed, prose, lost };

/// Where the case, the advice or the staff goes.
enum class Direction : std::uint8_t {
    to_centre,
    to_partner,
    centre_at_partner,
    partner_at_centre,
    joint,
    mutual,
    unknown
};

/// One of the services that agencies may offer.
struct ServiceRow {
    std::string id;
    Words name;
    std::vector<AgencyType> offered_by; ///< the types of agency that can offer it
    /// What may limit it, beside the hours of staff.
    enum class Limit : std::uint8_t { none, places, slots_per_month } limit{};
    std::optional<Service> needs; ///< service of the same agency with which people begin
};

/// One of the 105 ways in which a centre and a partner work together.
struct CollaborationRow {
    std::string id;    ///< "t2.01": table 2, first label; "p.01": found in the prose alone
    std::string table; ///< "2" to "7", or "prose"
    AgencyType partner{};
    std::string kind; ///< "content" or "relationship"
    Words label;      ///< Japanese as printed where `wording` says so
    std::optional<std::int64_t>
        n; ///< of the 12 interviewed centres; none where the study prints none
    Wording wording{};
    Direction direction{};
    std::string subject; ///< who is acted on: person, family, both, staff, system
    std::string mechanism;
    std::optional<ContactRank> rank; ///< of standing contacts only
    std::string parent;              ///< label to which a prose entry belongs
    std::string same_as;             ///< label under which the same event stands in another table
    /// Service that must be there: at the centre where it is the host or receives the case, else at
    /// the partner.
    std::optional<Service> needs;
};

/// Whether what a label needs must be offered by the centre rather than by the partner.
inline bool needs_centre(const CollaborationRow& row) {
    return row.direction == Direction::to_centre || row.direction == Direction::partner_at_centre;
}

/// Labels whose mechanism the engine has.
std::span<const std::string_view> built_labels();
bool is_built(std::string_view label);

/// The agency types and collaboration labels of the study and the services that the model knows, as
/// read from agencies.csv, collaborations.csv and services.csv.
class Catalogue {
public:
    /// @param folder  where the three tables lie
    static std::optional<Catalogue>
    read(Inputs& inputs, const std::string& folder, const Position& named_at, FaultLog& faults);

    const AgencyTypeRow& agency_type(AgencyType type) const {
        return types_[static_cast<std::size_t>(type)];
    }
    std::span<const AgencyTypeRow> agency_type_rows() const { return types_; }
    std::optional<AgencyType> find_agency_type(std::string_view id) const;
    const std::vector<std::string>& agency_type_ids() const { return type_ids_; }

    const ServiceRow& service(Service service) const {
        return services_[static_cast<std::size_t>(service)];
    }
    /// By Service.
    std::span<const ServiceRow> service_rows() const { return services_; }
    std::optional<Service> find_service(std::string_view id) const;
    const std::vector<std::string>& service_ids() const { return service_ids_; }
    /// Whether agencies of a type can offer a service.
    bool can_offer(AgencyType type, Service offered) const;

    const CollaborationRow* find_label(std::string_view id) const;
    std::span<const CollaborationRow> labels() const { return labels_; }
    const std::vector<std::string>& label_ids() const { return label_ids_; }

private:
    void
    read_types(Inputs& inputs, const std::string& file, const Position& named_at, FaultLog& faults);
    void read_services(Inputs& inputs,
                       const std::string& file,
                       const Position& named_at,
                       FaultLog& faults);
    void read_labels(Inputs& inputs,
                     const std::string& file,
                     const Position& named_at,
                     FaultLog& faults);

    std::vector<AgencyTypeRow> types_;
    std::vector<std::string> type_ids_;
    std::vector<ServiceRow> services_;
    std::vector<std::string> service_ids_;
    std::vector<CollaborationRow> labels_;
    std::vector<std::string> label_ids_;
};

} // namespace tsunagi
