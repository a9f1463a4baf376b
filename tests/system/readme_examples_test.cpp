#include "scenarios/studies/study.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace tsunagi;

namespace {

namespace fs = std::filesystem;

/// A folder that looks like the top of a clone to the files put there.
class Clone {
public:
    Clone() {
        std::string pattern = (fs::temp_directory_path() / "tsunagi-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        fs::create_directory_symlink(fs::path{TSUNAGI_SOURCES} / "scenarios",
                                     folder_ / "scenarios");
        fs::current_path(folder_);
    }
    Clone(const Clone&) = delete;
    Clone& operator=(const Clone&) = delete;
    ~Clone() {
        fs::current_path(before_);
        fs::remove_all(folder_);
    }

private:
    fs::path before_ = fs::current_path();
    fs::path folder_;
};

// Writes every TOML block that follows the name of a file, `my-region.toml`, and returns the names.
std::vector<std::string> write_examples(const std::string& readme) {
    std::ifstream stream{fs::path{TSUNAGI_SOURCES} / readme};
    const std::string text{std::istreambuf_iterator<char>{stream},
                           std::istreambuf_iterator<char>{}};
    const std::string open = "\n```toml\n";
    std::vector<std::string> names;
    for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
        const auto dot = text.rfind(".toml`", at);
        const auto quote = text.rfind('`', dot);
        names.push_back(text.substr(quote + 1, dot + 5 - quote - 1));
        const auto start = at + open.size();
        std::ofstream{names.back()} << text.substr(start, text.find("```", start) - start);
    }
    return names;
}

} // namespace

TEST_CASE("the files that the front page shows are right as they stand") {
    for (const char* readme : {"README.md", "README.ja.md"}) {
        const Clone clone;
        const auto names = write_examples(readme);
        CHECK(names.size() == 3);
        for (const auto& name : names) {
            INFO(readme << ": " << name);
            const auto found = check_any(name, TSUNAGI_SOURCES "/scenarios/catalogue");
            CHECK(found.faults.empty());
            CHECK(found.warnings.empty());
        }
    }
}
