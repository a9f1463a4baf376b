#include "outputs/store/errors.hpp"

namespace tsunagi {
namespace {

std::string log_line(const std::string& message_id, const StoreError::Arguments& arguments) {
    std::string line = message_id;
    for (const auto& [name, value] : arguments) {
        line.append("; ").append(name).append(" = ").append(value);
    }
    return line;
}

} // namespace

StoreError::StoreError(std::string message_id, Arguments arguments)
    : std::runtime_error{log_line(message_id, arguments)}, message_id_{std::move(message_id)},
      arguments_{std::move(arguments)} {}

} // namespace tsunagi
