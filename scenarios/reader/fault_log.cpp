#include "scenarios/reader/fault_log.hpp"

#include <algorithm>
#include <string>

namespace tsunagi {

namespace {

std::vector<std::string> files_in_order(const std::vector<Fault>& faults) {
    std::vector<std::string> files;
    for (const auto& fault : faults) {
        if (std::find(files.begin(), files.end(), fault.at.file) == files.end()) {
            files.push_back(fault.at.file);
        }
    }
    return files;
}

} // namespace

std::vector<Fault> FaultLog::sorted() const {
    std::vector<Fault> told;
    for (const auto& file : files_in_order(faults_)) {
        std::vector<Fault> own;
        for (const auto& fault : faults_) {
            // A value may be read twice, and its fault is told once.
            if (fault.at.file == file && std::find(own.begin(), own.end(), fault) == own.end()) {
                own.push_back(fault);
            }
        }
        std::stable_sort(own.begin(), own.end(), [](const Fault& one, const Fault& other) {
            return one.at < other.at;
        });
        if (own.size() > most_faults_per_file) {
            const auto untold = own.size() - most_faults_per_file;
            own.resize(most_faults_per_file);
            own.push_back({.id = "fault.more",
                           .arguments = {{"count", std::to_string(untold)}},
                           .at = {file, 0, 0}});
        }
        told.insert(told.end(), own.begin(), own.end());
    }
    return told;
}

} // namespace tsunagi
