#pragma once

#include <stdexcept>
#include <string>

namespace tsunagi {

/// A rule of the program itself is broken: a bug of ours, never a fault in the user's input.
class ContractViolation : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Reports a broken rule. The one place of the engine that throws; a build without exceptions stops
/// here at once.
/// @throws ContractViolation always; the message holds file, line and rule
[[noreturn]] void violate(const char* rule, const char* file, int line);

/// Checks a precondition in every build.
/// @param condition  what must hold
/// @param rule       the rule in words, for the message
/// @throws ContractViolation if condition is false
inline void expects(bool condition,
                    const char* rule,
                    const char* file = __builtin_FILE(),
                    int line = __builtin_LINE()) {
    if (!condition) [[unlikely]] {
        violate(rule, file, line);
    }
}

} // namespace tsunagi
