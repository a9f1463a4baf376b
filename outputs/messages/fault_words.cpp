#include "outputs/messages/fault_words.hpp"

namespace tsunagi {

namespace {

std::string place(const FaultParts& fault) {
    return fault.line > 0
               ? fault.file + ":" + std::to_string(fault.line) + ":" + std::to_string(fault.column)
               : fault.file;
}

Messages::Arguments in_language(const Messages::Arguments& arguments, Language language) {
    const std::string suffix = "." + std::string{code_of(language)};
    Messages::Arguments own;
    for (const auto& [name, value] : arguments) {
        const bool is_own = name.ends_with(suffix);
        own.emplace_back(is_own ? name.substr(0, name.size() - suffix.size()) : name, value);
    }
    return own;
}

std::string nearest(const std::vector<std::string>& names, const Messages& words) {
    if (names.size() == 1) {
        return words.text("fault.nearest_one", {{"first", names[0]}});
    }
    if (names.size() == 2) {
        return words.text("fault.nearest_two", {{"first", names[0]}, {"second", names[1]}});
    }
    return words.text("fault.nearest_three",
                      {{"first", names[0]}, {"second", names[1]}, {"third", names[2]}});
}

} // namespace

std::string with_nearest(const std::string& rule,
                         const std::vector<std::string>& names,
                         const Messages& words) {
    return names.empty() ? rule
                         : words.text("fault.with_nearest",
                                      {{"rule", rule}, {"nearest", nearest(names, words)}});
}

std::string fault_line(const FaultParts& fault, const Messages& words) {
    std::string line = place(fault) + ": ";
    if (!fault.key.empty()) {
        line += fault.key + (fault.text.empty() ? ": " : " = ");
    }
    if (!fault.text.empty()) {
        line += fault.text + ": ";
    }
    const std::string rule = words.text(fault.id, in_language(fault.arguments, words.language()));
    return line + with_nearest(rule, fault.nearest, words);
}

} // namespace tsunagi
