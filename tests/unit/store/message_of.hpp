#pragma once

#include "outputs/store/errors.hpp"

#include <string>

namespace tsunagi::test {

/// Id of the message with which an action fails; empty if it does not.
template <class Action> std::string message_of(Action&& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.message_id();
    }
    return "";
}

} // namespace tsunagi::test
