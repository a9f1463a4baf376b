# The Debian package `tsunagi`: what the program needs at run time, without headers and libraries. tools/package makes it,
# and cpack does in a folder that is built. The same sources give the same bytes under the same SOURCE_DATE_EPOCH.
find_program(DPKG_PROGRAM dpkg)
if(NOT DPKG_PROGRAM)
    return()
endif()

set(CPACK_PACKAGE_CONTACT "tsunagi developers <developers@tsunagi.invalid>")
set(tsunagi_debian_dir ${PROJECT_SOURCE_DIR}/tools/debian)
set(tsunagi_debian_build_dir ${PROJECT_BINARY_DIR}/debian)
set(tsunagi_installed_scenarios /usr/${CMAKE_INSTALL_DATADIR}/tsunagi/scenarios)
set(tsunagi_installed_pages /usr/${CMAKE_INSTALL_DOCDIR})
string(TIMESTAMP tsunagi_debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)

# tsunagi_debian_page(TEMPLATE DESTINATION NAME): a page for the package alone, filled in and compressed as Debian asks.
function(tsunagi_debian_page template destination name)
    set(page ${tsunagi_debian_build_dir}/${destination}/${name})
    configure_file(${tsunagi_debian_dir}/${template} ${page} @ONLY)
    execute_process(COMMAND gzip --best --no-name --force --keep ${page} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${page}.gz DESTINATION ${destination} COMPONENT debian EXCLUDE_FROM_ALL)
endfunction()

tsunagi_debian_page(changelog.in ${CMAKE_INSTALL_DOCDIR} changelog)
tsunagi_debian_page(tsunagi.1.in ${CMAKE_INSTALL_DATADIR}/man/man1 tsunagi.1)
tsunagi_debian_page(tsunagi.ja.1.in ${CMAKE_INSTALL_DATADIR}/man/ja/man1 tsunagi.1)

# Debian has one text of the licence for all packages, and its own place for copyrights.
file(CREATE_LINK ../../common-licenses/Apache-2.0 ${tsunagi_debian_build_dir}/LICENSE SYMBOLIC)
install(
    FILES ${tsunagi_debian_dir}/copyright ${tsunagi_debian_build_dir}/LICENSE
    DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT debian
    EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "simulator of links between agencies that support people after probation")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    [[
Tsunagi asks what links between agencies are worth to people with drug
dependence in Japan: when probation ends, does anybody go on supporting them?
It simulates the people of a region, one by one, under each of the policies to
compare and under the same chance, and writes a page, in English and Japanese:
how many more are in support half a year after their supervision ends, what it
costs in staff hours, and what the answer hangs on. No answer is an estimate.

つなぎは、保護観察が終わったあとも薬物依存のある人が支援を受け続けられるか、
そこに機関どうしの連携がどれだけ働くかを、施策ごとに比べるためのシミュレー
ターです。地域の人を一人ずつ、どの施策でも同じ偶然のもとで追い、結果を日本
語と英語の1枚のページにまとめます。答えは仮定にもとづくもので、推定値では
ありません。]])
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
