#include "outputs/messages/messages.hpp"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

// Counter by which gettext learns that LANGUAGE has changed (GNU gettext manual, "Being a gettext
// consumer").
// NOLINTNEXTLINE(readability-identifier-naming,cppcoreguidelines-avoid-non-const-global-variables)
extern "C" int _nl_msg_cat_cntr; // NOLINT(bugprone-reserved-identifier): the name is gettext's

namespace tsunagi {

namespace {

constexpr const char* domain = "tsunagi";

// Braces that hold no argument's name stay as they are: messages show pieces of TOML.
std::string filled(std::string_view pattern, const Messages::Arguments& arguments) {
    std::string text;
    for (auto close = pattern.find('}'); close != std::string_view::npos;
         close = pattern.find('}')) {
        const auto open = pattern.rfind('{', close);
        const auto start = open == std::string_view::npos ? close : open;
        std::string_view piece = pattern.substr(start, close - start + 1);
        const auto known =
            std::find_if(arguments.begin(), arguments.end(), [&](const auto& argument) {
                return piece == "{" + argument.first + "}";
            });
        if (known != arguments.end()) {
            piece = known->second;
        }
        text += pattern.substr(0, start);
        text += piece;
        pattern.remove_prefix(close + 1);
    }
    return text + std::string{pattern};
}

} // namespace

std::string locale_folder() {
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return (program.parent_path().parent_path() / "share" / "tsunagi" / "locale").string();
}

Messages::Messages(Language language, std::string folder)
    : language_{language}, folder_{std::move(folder)} {
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    bind_textdomain_codeset(domain, "UTF-8");
}

const char* Messages::look_up(const std::string& id) const {
    const std::string code{code_of(language_)};
    const char* current = std::getenv("LANGUAGE");
    if (current == nullptr || code != current) {
        setenv("LANGUAGE", code.c_str(), 1);
        ++_nl_msg_cat_cntr;
    }
    const char* bound = bindtextdomain(domain, nullptr);
    if (bound == nullptr || folder_ != bound) {
        bindtextdomain(domain, folder_.c_str());
    }
    return dgettext(domain, id.c_str());
}

bool Messages::has(const std::string& id) const {
    return look_up(id) != id.c_str();
}

std::string Messages::text(const std::string& id, const Arguments& arguments) const {
    const char* pattern = look_up(id);
    if (pattern != id.c_str()) {
        return filled(pattern, arguments);
    }
    std::string bare = id;
    for (const auto& [name, value] : arguments) {
        bare.append(" ").append(name).append("=").append(value);
    }
    return bare;
}

} // namespace tsunagi
