#include "engine/core/contracts.hpp"

namespace tsunagi {

void violate(const char* rule, const char* file, int line) {
    throw ContractViolation{std::string{file} + ":" + std::to_string(line) + ": " + rule};
}

} // namespace tsunagi
