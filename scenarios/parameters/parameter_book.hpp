#pragma once

#include "scenarios/parameters/evidence.hpp"
#include "scenarios/parameters/parameter_row.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// All parameters of one study with their bounds, priors and evidence, in the order of their files.
class ParameterBook {
public:
    /// Reads a file of parameters and the parts and evidence it names. Every parameter must be
    /// defined once. The file's own `[parameters]` defines them where it has no parts, and changes
    /// what its parts define where it has.
    static std::optional<ParameterBook>
    read(Inputs& inputs, const std::string& file, const Position& named_at, FaultLog& faults);

    /// Reads a file of parameters that may be one part of a book: nothing has to be complete, and
    /// what parameters say together is checked only where all are there.
    /// @return what could be read
    static ParameterBook check_file(Inputs& inputs, const std::string& file, FaultLog& faults);

    /// Changes the parameters that a table `[parameters]` of a region or a study lists: `rel.gain =
    /// 0.15` for the value alone, or a table with any keys of the definition. The value must stay
    /// within the bounds.
    void change(const Field& table);

    /// Tells of sources that cite what the evidence does not have, of shares that do not sum to 1
    /// and of lengths out of order. Call it after the last change, on a complete book.
    void check_together(FaultLog& faults) const;

    /// The row of an id, or null.
    const ParameterRow* find(std::string_view id) const;
    std::span<const ParameterRow> rows() const { return rows_; }
    std::span<const EvidenceRow> evidence() const { return evidence_; }

    /// The numbers for the engine. Slots without a parameter stay 0 for the caller to fill.
    Parameters parameters() const;

    /// Parameters that draws may move, in the order of the ids.
    std::vector<DrawableParameter> drawable(std::span<const std::string_view> ids) const;

private:
    void define(const Field& field);
    void change_row(const Field& field);
    void read_root(Inputs& inputs, const Value& root, FaultLog& faults);
    void read_parts(Inputs& inputs, TableReader& root, FaultLog& faults);
    void check_complete(const Position& at, FaultLog& faults) const;
    void check_shares(const ShareGroup& group, FaultLog& faults) const;
    void check_citations(FaultLog& faults) const;
    ParameterRow* row_to_change(std::string_view id);

    std::vector<ParameterRow> rows_;
    std::vector<EvidenceRow> evidence_;
    std::size_t changes_ = 0;
};

} // namespace tsunagi
