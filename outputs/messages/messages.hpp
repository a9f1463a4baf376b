#pragma once

#include "outputs/messages/language.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tsunagi {

/// Folder of the compiled catalogues beside the running program: <folder of the
/// program>/../share/tsunagi/locale.
std::string locale_folder();

/// Every sentence the program and its pages say, in one language: a catalogue of GNU gettext whose
/// keys are message ids such as "fault.out_of_bounds". Several objects, of any languages, may be
/// used in turn; one thread at a time.
///
/// gettext finds catalogues by environment and locale, so making one sets the message locale of the
/// process to C.UTF-8 (any but "C" will do, and this one needs no language pack) and looking up
/// sets LANGUAGE.
class Messages {
public:
    using Arguments = std::vector<std::pair<std::string, std::string>>;

    /// @param folder  where <language>/LC_MESSAGES/tsunagi.mo lies
    explicit Messages(Language language, std::string folder = locale_folder());

    Language language() const { return language_; }

    /// The message with every {name} replaced by its argument.
    /// @return the id and its arguments where the catalogue lacks the id, so that nothing is hidden
    std::string text(const std::string& id, const Arguments& arguments = {}) const;

    /// Whether the catalogue has the id.
    bool has(const std::string& id) const;

private:
    const char* look_up(const std::string& id) const;

    Language language_;
    std::string folder_;
};

} // namespace tsunagi
