#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi {

/// What went wrong with files, as a message id of outputs/messages and the values its text names.
/// The base of the three errors below; what() is for logs only, users read the worded message.
class StoreError : public std::runtime_error {
public:
    using Arguments = std::vector<std::pair<std::string, std::string>>;

    StoreError(std::string message_id, Arguments arguments);

    const std::string& message_id() const { return message_id_; }
    /// What the message names in braces, and what stands for it.
    const Arguments& arguments() const { return arguments_; }

private:
    std::string message_id_;
    Arguments arguments_;
};

/// Cannot read or write: no permission, disk full, a directory that belongs to something else. Exit
/// status 3.
class IoError : public StoreError {
public:
    using StoreError::StoreError;
};

/// Results that are there and cannot be trusted: cut off, changed, or not of this study. Exit
/// status 4.
class DamagedResults : public StoreError {
public:
    using StoreError::StoreError;
};

/// Results that are not complete yet. Exit status 5.
class IncompleteResults : public StoreError {
public:
    using StoreError::StoreError;
};

} // namespace tsunagi
