# Writes the source file that carries the page's templates, style sheet and script.
#
#   cmake -DOUTPUT=FILE -DTEMPLATES=FILE;... -DSTYLE=FILE -DSCRIPT=FILE -P embed.cmake
set(literals "")
function(append_literal file variable)
    file(READ "${file}" text)
    set(literals "${literals}constexpr auto ${variable} = R\"tsunagi-asset(${text})tsunagi-asset\"sv;\n"
        PARENT_SCOPE)
endfunction()

append_literal("${STYLE}" style)
append_literal("${SCRIPT}" script)
set(rows "")
foreach(template IN LISTS TEMPLATES)
    get_filename_component(name "${template}" NAME_WE)
    append_literal("${template}" "template_${name}")
    string(APPEND rows "    {\"${name}\", template_${name}},\n")
endforeach()

file(
    WRITE "${OUTPUT}"
    "#include \"outputs/report/detail/assets.hpp\"

#include <array>

namespace tsunagi {

namespace {

using namespace std::string_view_literals;

${literals}
constexpr auto templates = std::to_array<PageTemplate>({
${rows}});

} // namespace

PageAssets page_assets() {
    return {.style = style, .script = script};
}

std::string_view page_template(std::string_view name) {
    for (const PageTemplate& part : templates) {
        if (part.name == name) {
            return part.text;
        }
    }
    return {};
}

} // namespace tsunagi
")
