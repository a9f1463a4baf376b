#include "scenarios/studies/study.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fault_parts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace tsunagi;

namespace {

namespace fs = std::filesystem;

// From the folder of the test data.
const std::string catalogue = "../../scenarios/catalogue";

/// Files are named from the folder of the test data, as the expected messages have them.
class InTestData {
public:
    InTestData() { fs::current_path(TSUNAGI_TEST_DATA); }
    InTestData(const InTestData&) = delete;
    InTestData& operator=(const InTestData&) = delete;
    ~InTestData() { fs::current_path(before_); }

private:
    fs::path before_ = fs::current_path();
};

std::vector<std::string> inputs_in(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path().generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string told(const std::vector<Fault>& faults, const Messages& words) {
    std::string text;
    for (const auto& fault : faults) {
        text += fault_line(test::parts_of(fault), words) + "\n";
    }
    return text;
}

std::string expected(const std::string& file, Language language) {
    const auto path = fs::path{file}.replace_extension(std::string{code_of(language)} + ".txt");
    std::ifstream stream{path};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

} // namespace

TEST_CASE("every malformed file is told by its exact messages in both languages") {
    const InTestData here;
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    const auto files = inputs_in("bad_inputs");
    CHECK(files.size() >= 100);
    for (const auto& file : files) {
        INFO(file);
        const auto [faults, warnings] = check_any(file, catalogue);
        CHECK_FALSE(faults.empty());
        CHECK(warnings.empty());
        CHECK(told(faults, english) == expected(file, Language::en));
        CHECK(told(faults, japanese) == expected(file, Language::ja));
    }
}

TEST_CASE("every questionable file is told by its exact warning in both languages and is right") {
    const InTestData here;
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    const auto files = inputs_in("warned_inputs");
    CHECK(files.size() >= 3);
    for (const auto& file : files) {
        INFO(file);
        const auto [faults, warnings] = check_any(file, catalogue);
        CHECK(faults.empty());
        CHECK_FALSE(warnings.empty());
        CHECK(told(warnings, english) == expected(file, Language::en));
        CHECK(told(warnings, japanese) == expected(file, Language::ja));
    }
}

TEST_CASE("every fault and warning that the reader knows is among these files") {
    const InTestData here;
    std::set<std::string> seen;
    for (const auto& file : inputs_in("bad_inputs")) {
        for (const auto& fault : check_any(file, catalogue).faults) {
            seen.insert(fault.id);
        }
    }
    for (const auto& file : inputs_in("warned_inputs")) {
        for (const auto& warning : check_any(file, catalogue).warnings) {
            seen.insert(warning.id);
        }
    }
    // What the catalogue has under "fault." and "warning." but the three ways of naming the nearest
    // and the frame around them.
    std::ifstream messages{fs::path{TSUNAGI_TEST_DATA} / ".." / ".." / "outputs" / "messages" /
                           "en.po"};
    const std::string prefix = "msgid \"";
    for (std::string line; std::getline(messages, line);) {
        const bool is_asked_for =
            line.starts_with(prefix + "fault.") || line.starts_with(prefix + "warning.");
        if (is_asked_for && line.find("nearest") == std::string::npos) {
            const auto id = line.substr(prefix.size(), line.size() - prefix.size() - 1);
            INFO(id);
            CHECK(seen.count(id) == 1);
        }
    }
}
