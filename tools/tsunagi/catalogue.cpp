#include "scenarios/catalogue/catalogue.hpp"

#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

namespace tsunagi::program {

namespace {

std::string word(const Session& session, const Words& words) {
    return session.words.language() == Language::ja ? words.ja : words.en;
}

std::string label_line(const Session& session, const Catalogue& rows, const CollaborationRow& row) {
    return fmt::format("{}  {}  {}  [{}; {}]\n",
                       row.id,
                       word(session, rows.agency_type(row.partner).name),
                       word(session, row.label),
                       row.mechanism,
                       session.words.text(is_built(row.id) ? "cli.built" : "cli.not_built"));
}

std::string type_line(const Session& session, const AgencyTypeRow& row) {
    return fmt::format("{}  {}\n", row.id, word(session, row.name));
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
    bool found = false;
    for (const auto& row : rows->agency_type_rows()) {
        if (id.empty() || row.id == id) {
            print(type_line(session, row));
            found = true;
        }
    }
    for (const auto& row : rows->labels()) {
        if (id.empty() || row.id == id) {
            print(label_line(session, *rows, row));
            found = true;
        }
    }
    if (!found) {
        tell(session, "cli.not_in_catalogue", {{"id", id}});
        return Status::bad_input;
    }
    return Status::done;
}

} // namespace tsunagi::program
