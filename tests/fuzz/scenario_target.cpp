// Any bytes as an input file among those that come with the program: it is right, and then it can
// be shown, or every fault of it can be told in both languages.
#include "scenarios/reader/text.hpp"
#include "scenarios/studies/study.hpp"

#include "tests/fuzz/target.hpp"
#include "tests/support/fault_parts.hpp"
#include "tests/support/temporary_directory.hpp"

#include <fstream>

using namespace tsunagi;
using fuzz::demand;

namespace {

namespace fs = std::filesystem;

/// A folder in which an input names the files that come with the program as they name each other,
/// and as the wrong ones of tests/data do.
class Sandbox {
public:
    Sandbox() {
        const fs::path shipped{TSUNAGI_SCENARIOS};
        fs::create_directories(input().parent_path());
        fs::create_directory_symlink(shipped, folder_.path() / "scenarios");
        for (const auto* part : {"catalogue", "parameters", "policies", "regions", "studies"}) {
            fs::create_directory_symlink(shipped / part, folder_.path() / "tests/data" / part);
        }
    }

    fs::path input() const { return folder_.path() / "tests/data/bad_inputs/input.toml"; }
    fs::path catalogue() const { return folder_.path() / "scenarios/catalogue"; }

    void put(const std::string& bytes) const { std::ofstream{input(), std::ios::binary} << bytes; }

private:
    TemporaryDirectory folder_;
};

void check_wording(const Fault& fault, const Messages& words) {
    demand(words.has(fault.id), "every fault has a wording: " + fault.id);
    demand(!first_invalid_utf8(fault_line(test::parts_of(fault), words)),
           "a fault is told in UTF-8");
}

void check_wordings(const std::vector<Fault>& faults) {
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language};
        for (const auto& fault : faults) {
            check_wording(fault, words);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Sandbox sandbox;
    const auto input = sandbox.input().string();
    const auto catalogue = sandbox.catalogue().string();
    sandbox.put(fuzz::text_of(data, size));
    const auto found = check_any(input, catalogue);
    check_wordings(found.faults);
    check_wordings(found.warnings);
    if (found.faults.empty()) {
        demand(show(input, catalogue).value.has_value(), "what is right can be shown");
    }
    return 0;
}
