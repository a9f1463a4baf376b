#include "scenarios/reader/fault_log.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tsunagi {

namespace {

/// The faults of one file, each once, in the order in which they were found.
using FileFaults = std::vector<Fault>;

/// Files in the order of their first fault. A value may be read twice, and its fault is told once.
std::vector<FileFaults> by_file(const std::vector<Fault>& faults) {
    std::vector<FileFaults> files;
    std::map<std::string, std::size_t> rows;
    std::set<Fault> seen;
    for (const auto& fault : faults) {
        const auto row = rows.emplace(fault.at.file, files.size()).first->second;
        if (row == files.size()) {
            files.emplace_back();
        }
        if (seen.insert(fault).second) {
            files[row].push_back(fault);
        }
    }
    return files;
}

} // namespace

std::vector<Fault> FaultLog::sorted() const {
    std::vector<Fault> told;
    for (auto& own : by_file(faults_)) {
        std::stable_sort(own.begin(), own.end(), [](const Fault& one, const Fault& other) {
            return one.at < other.at;
        });
        if (own.size() > most_faults_per_file) {
            const auto untold = own.size() - most_faults_per_file;
            own.resize(most_faults_per_file);
            own.push_back({.id = "fault.more",
                           .arguments = {{"count", std::to_string(untold)}},
                           .at = {own.front().at.file, 0, 0}});
        }
        told.insert(told.end(), own.begin(), own.end());
    }
    return told;
}

} // namespace tsunagi
