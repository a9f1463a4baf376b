#include "scenarios/catalogue/catalogue.hpp"

#include "scenarios/reader/nearest.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

namespace tsunagi::program {

namespace {

std::string label_line(const Session& session, const Catalogue& rows, const CollaborationRow& row) {
    return fmt::format("{}  {}  {}  [{}; {}]\n",
                       row.id,
                       in_own_language(session, rows.agency_type(row.partner).name),
                       in_own_language(session, row.label),
                       row.mechanism,
                       session.words.text(is_built(row.id) ? "cli.built" : "cli.not_built"));
}

template <class Named> std::string name_line(const Session& session, const Named& row) {
    return fmt::format("{}  {}\n", row.id, in_own_language(session, row.name));
}

/// What the catalogue prints of one id, or of all.
class Listing {
public:
    Listing(const Session& session, const Catalogue& rows, const std::string& id)
        : session_{session}, rows_{rows}, id_{id} {}

    std::string text() const {
        std::string all;
        for (const auto& row : rows_.agency_type_rows()) {
            all += is_asked_for(row.id) ? name_line(session_, row) : "";
        }
        for (const auto& row : rows_.service_rows()) {
            all += is_asked_for(row.id) ? name_line(session_, row) : "";
        }
        for (const auto& row : rows_.labels()) {
            all += is_asked_for(row.id) ? label_line(session_, rows_, row) : "";
        }
        return all;
    }

private:
    bool is_asked_for(const std::string& row) const { return id_.empty() || row == id_; }

    const Session& session_;
    const Catalogue& rows_;
    const std::string& id_;
};

std::vector<std::string> all_ids(const Catalogue& rows) {
    auto ids = rows.agency_type_ids();
    ids.insert(ids.end(), rows.service_ids().begin(), rows.service_ids().end());
    ids.insert(ids.end(), rows.label_ids().begin(), rows.label_ids().end());
    return ids;
}

} // namespace

Status catalogue(const Session& session, const std::string& id) {
    FaultLog faults;
    Inputs inputs;
    const auto rows = Catalogue::read(inputs, shipped_catalogue(), {}, faults);
    if (!rows) {
        tell_faults(session, faults.sorted());
        return Status::bad_input;
    }
    const auto found = Listing{session, *rows, id}.text();
    if (found.empty()) {
        tell(session, "cli.not_in_catalogue", {{"id", id}}, nearest_names(id, all_ids(*rows)));
        return Status::bad_input;
    }
    print(found);
    return Status::done;
}

} // namespace tsunagi::program
