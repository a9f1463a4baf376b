# tsunagi_test(NAME [TOGETHER] [LABEL label] [USES FOLDER...] [LINKS TARGET...] SOURCES FILE...)
#
# One Catch2 program of one tests folder; every test case in it becomes a ctest case with the given label, or all are one
# ctest case: TOGETHER, for test cases that share what takes long to make.
find_package(Catch2 2.13 REQUIRED)
include(Catch)

if(NOT TARGET tsunagi_catch_main)
    add_library(tsunagi_catch_main STATIC ${PROJECT_SOURCE_DIR}/tests/support/catch_main.cpp)
    target_compile_options(tsunagi_catch_main PRIVATE -fno-sanitize=all)
    target_link_libraries(tsunagi_catch_main PUBLIC Catch2::Catch2 tsunagi::options)
endif()

function(tsunagi_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "TOGETHER" "LABEL" "USES;LINKS;SOURCES")
    add_executable(${name} ${arg_SOURCES})
    # What a test checks is compiled as everywhere; its own code need not be fast where speed is not the point.
    target_compile_options(${name} PRIVATE ${TSUNAGI_WARNINGS} $<$<CONFIG:Debug>:-O0>)
    target_compile_definitions(${name} PRIVATE TSUNAGI_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    foreach(used IN LISTS arg_USES)
        tsunagi_target_of("${used}" used_target)
        target_link_libraries(${name} PRIVATE ${used_target})
    endforeach()
    target_link_libraries(${name} PRIVATE tsunagi_catch_main ${arg_LINKS})
    # What a machine cannot test says so, and ctest counts it as skipped.
    set(properties LABELS ${arg_LABEL} TIMEOUT 600 SKIP_REGULAR_EXPRESSION "not tested: ")
    if(arg_TOGETHER)
        add_test(NAME "${arg_LABEL}: ${name}" COMMAND ${name})
        set_tests_properties("${arg_LABEL}: ${name}" PROPERTIES ${properties})
    else()
        # A name that ctest cannot hand on, such as one with a semicolon, fails instead of running nothing.
        catch_discover_tests(${name} TEST_PREFIX "${arg_LABEL}: " EXTRA_ARGS --warn NoTests PROPERTIES ${properties})
    endif()
endfunction()
