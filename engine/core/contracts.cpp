#include "engine/core/contracts.hpp"

namespace tsunagi {

void violate([[maybe_unused]] const char* rule,
             [[maybe_unused]] const char* file,
             [[maybe_unused]] int line) {
#ifdef __cpp_exceptions
    throw ContractViolation{std::string{file} + ":" + std::to_string(line) + ": " + rule};
#else
    __builtin_trap();
#endif
}

} // namespace tsunagi
