// Writes the results file of a made-up study and its report in both opening languages, for the test
// in a browser.
//
//   made_up_report FOLDER

#include "outputs/report/report.hpp"
#include "outputs/store/results_file.hpp"
#include "outputs/tables/analysis_json.hpp"

#include "tests/support/synthetic_study.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace tsunagi;

int main(int, char** arguments) {
    const std::filesystem::path folder{arguments[1]};
    const StudyResults made_up = synthetic::study();
    const auto bytes = results_bytes(made_up.study, made_up.runs);
    std::ofstream{folder / "results.h5", std::ios::binary}.write(
        reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));

    const auto analysis = analysis_json(analyse(read_results(folder / "results.h5")));
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    for (const Language first : {Language::en, Language::ja}) {
        const auto name = "report-" + std::string{code_of(first)} + ".html";
        std::ofstream{folder / name, std::ios::binary}
            << report_page(analysis, english, japanese, {.first = first});
    }
    return 0;
}
