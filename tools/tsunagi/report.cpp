#include "outputs/report/report.hpp"

#include "outputs/store/results_directory.hpp"
#include "outputs/tables/analysis.hpp"
#include "outputs/tables/analysis_json.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace tsunagi::program {

namespace {

// Whole or not at all: an old page stays until the new one lies complete beside it.
void write_page(const std::filesystem::path& file, const std::string& page) {
    auto part = file;
    part += ".part";
    std::ofstream stream{part, std::ios::binary};
    stream << page;
    stream.close();
    if (stream.fail()) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw IoError{"store.cannot_write", {{"path", file.string()}, {"reason", ""}}};
    }
    std::filesystem::rename(part, file);
}

} // namespace

Status report(const Session& session, const ReportOptions& options) {
    const auto results = ResultsDirectory::open(options.directory).read();
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    const auto page = report_page(
        analysis_json(analyse(results)), english, japanese, {.first = session.words.language()});
    const std::filesystem::path output =
        options.output.empty() ? std::filesystem::path{options.directory} / "report.html"
                               : std::filesystem::path{options.output};
    write_page(output, page);
    tell(session, "cli.page_written", {{"file", output.string()}});
    return Status::done;
}

} // namespace tsunagi::program
