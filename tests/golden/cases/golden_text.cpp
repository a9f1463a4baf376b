// Prints the golden cases:
//   golden_text [PART...]        all parts, or some, as they are kept
//   golden_text --facts CASE     every fact, number or event of a case, a line each
#include "tests/golden/cases/golden_case.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

using namespace tsunagi;

namespace {

void print(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        std::perror("standard output");
        std::exit(3);
    }
}

int print_steps(const std::vector<test::GoldenPart>& parts, const std::string& name) {
    for (const auto& part : parts) {
        for (const auto& one : part.cases) {
            if (one.name == name) {
                one.replay([](const std::string& step) { print(step + '\n'); });
                return 0;
            }
        }
    }
    std::fprintf(stderr, "no case is called '%s'\n", name.c_str());
    return 2;
}

int print_parts(const std::vector<test::GoldenPart>& parts, std::span<const std::string> names) {
    for (const auto& name : names) {
        const auto called = [&](const test::GoldenPart& part) { return part.name == name; };
        if (std::none_of(parts.begin(), parts.end(), called)) {
            std::fprintf(stderr, "no part is called '%s'\n", name.c_str());
            return 2;
        }
    }
    for (const auto& part : parts) {
        if (names.empty() || std::find(names.begin(), names.end(), part.name) != names.end()) {
            print(text_of(part));
        }
    }
    return 0;
}

} // namespace

int main(int count, char** texts) {
    const std::vector<std::string> arguments{texts + std::min(count, 1), texts + count};
    const auto parts = test::golden_parts();
    const int status = arguments.size() == 2 && arguments[0] == "--facts"
                           ? print_steps(parts, arguments[1])
                           : print_parts(parts, arguments);
    if (std::fflush(stdout) != 0) {
        std::perror("standard output");
        return 3;
    }
    return status;
}
