#pragma once

#include <compare>
#include <string>
#include <vector>

namespace tsunagi {

/// A place in an input file. Lines and columns count from 1, columns in characters; line 0 means
/// the file as a whole.
struct Position {
    std::string file;
    int line{};
    int column{};
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// A named value that the wording of a fault needs. A value that exists in both languages is two
/// arguments, "name.en" and "name.ja": each wording takes its own as {name}.
struct FaultArgument {
    std::string name;
    std::string value;
    friend auto operator<=>(const FaultArgument&, const FaultArgument&) = default;
};

/// One thing that is wrong with the user's input, as a value: outputs/messages words it in the
/// reader's language.
struct Fault {
    std::string id{}; ///< message id, such as "fault.out_of_bounds"
    std::vector<FaultArgument> arguments{};
    Position at{};
    std::string key{};  ///< dotted path of the key concerned; empty where there is none
    std::string text{}; ///< the value as typed; empty where there is none
    std::vector<std::string>
        nearest{}; ///< up to three known names close to the one typed, best first
    friend auto operator<=>(const Fault&, const Fault&) = default;
};

} // namespace tsunagi
