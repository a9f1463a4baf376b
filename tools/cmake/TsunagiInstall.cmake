# What `cmake --install` leaves behind: libraries and headers that find_package(tsunagi) finds, the scenarios and READMEs
# that come with the program, and the licence. The program itself and its catalogues are installed by their own folders.
include(CMakePackageConfigHelpers)

set(tsunagi_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tsunagi)
set(tsunagi_data_dir ${CMAKE_INSTALL_DATADIR}/tsunagi)

install(TARGETS tsunagi_options EXPORT tsunagi_targets)
set_target_properties(tsunagi_options PROPERTIES EXPORT_NAME options)
install(
    EXPORT tsunagi_targets
    NAMESPACE tsunagi::
    DESTINATION ${tsunagi_package_dir}
    FILE tsunagi-targets.cmake)

# The static libraries carry their private dependencies to whoever links them, so the package has to find them again:
# fmt::fmt comes from the package fmt, and so on. HDF5 alone is asked for by component.
set(tsunagi_dependencies)
foreach(folder IN LISTS TSUNAGI_LADDER)
    tsunagi_target_of("${folder}" target)
    if(NOT TARGET ${target})
        continue()
    endif()
    get_filename_component(parent ${folder} DIRECTORY)
    install(
        DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tsunagi/${parent}
        FILES_MATCHING
        PATTERN "*.hpp")
    get_target_property(linked ${target} INTERFACE_LINK_LIBRARIES)
    foreach(item IN LISTS linked)
        if(item MATCHES "([A-Za-z0-9_]+)::")
            list(APPEND tsunagi_dependencies ${CMAKE_MATCH_1})
        endif()
    endforeach()
endforeach()
list(TRANSFORM tsunagi_dependencies REPLACE "^(hdf5|HDF5)$" "HDF5 COMPONENTS C")
list(REMOVE_DUPLICATES tsunagi_dependencies)
list(TRANSFORM tsunagi_dependencies REPLACE "(.+)" "find_dependency(\\1)")
list(JOIN tsunagi_dependencies "\n" TSUNAGI_FIND_DEPENDENCIES)

configure_file(${PROJECT_SOURCE_DIR}/tools/cmake/tsunagi-config.cmake.in tsunagi-config.cmake @ONLY)
write_basic_package_version_file(tsunagi-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tsunagi-config.cmake ${PROJECT_BINARY_DIR}/tsunagi-config-version.cmake
        DESTINATION ${tsunagi_package_dir})
install(
    DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios
    DESTINATION ${tsunagi_data_dir}
    COMPONENT program
    FILES_MATCHING
    PATTERN "*.toml"
    PATTERN "*.csv"
    PATTERN detail EXCLUDE
    PATTERN reader EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Where they stand in the repository, so that their links to each other hold.
foreach(
    page
    README.md
    README.ja.md
    engine/README.md
    scenarios/README.md
    outputs/README.md
    outputs/FORMAT.md
    outputs/report/picture-en.png
    outputs/report/picture-ja.png
    tools/README.md
    tools/bench/README.md
    tests/README.md)
    get_filename_component(folder ${page} DIRECTORY)
    install(FILES ${PROJECT_SOURCE_DIR}/${page} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder} COMPONENT program)
endforeach()
# Pages link to parameters too, which are installed with the scenarios.
cmake_path(SET parameters ${CMAKE_INSTALL_FULL_DATADIR}/tsunagi/scenarios/parameters)
cmake_path(RELATIVE_PATH parameters BASE_DIRECTORY ${CMAKE_INSTALL_FULL_DOCDIR}/scenarios)
file(CREATE_LINK ${parameters} ${PROJECT_BINARY_DIR}/parameters SYMBOLIC)
install(FILES ${PROJECT_BINARY_DIR}/parameters DESTINATION ${CMAKE_INSTALL_DOCDIR}/scenarios COMPONENT program)
