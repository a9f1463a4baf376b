#pragma once

#include "scenarios/studies/study.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::program {

/// Finds what options of the command line name in a study, and collects what they name in vain.
class RunFinder {
public:
    /// An option and what it was given.
    struct Option {
        const char* key;
        std::string text;
    };

    /// @param file   the study's, as faults tell it
    /// @param study  must outlive the finder
    RunFinder(std::string file, const Study& study) : file_{std::move(file)}, study_{study} {}

    /// Index into Experiment::scenarios.
    std::size_t scenario(const Option& option);
    /// Index into Experiment::readings; of the first where the name is empty.
    std::size_t reading(const std::string& name);
    std::int64_t replication(std::int64_t number);
    const std::vector<Fault>& faults() const { return faults_; }

private:
    Fault fault(const char* id, const Option& option) const;
    std::size_t find(const std::vector<std::string>& names, Fault fault);

    std::string file_;
    const Study& study_;
    std::vector<Fault> faults_;
};

} // namespace tsunagi::program
