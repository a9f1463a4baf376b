# What every target of the project is compiled with. Results must not depend on the compiler's liberty to contract
# a*b+c (see engine/README.md, reproducibility), hence -ffp-contract=off on every target.
add_library(tsunagi_options INTERFACE)
add_library(tsunagi::options ALIAS tsunagi_options)
target_compile_features(tsunagi_options INTERFACE cxx_std_20)
target_include_directories(
    tsunagi_options INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                              $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/tsunagi>)
target_compile_options(tsunagi_options INTERFACE -ffp-contract=off)

# What users run names its sources as the repository does, so it is the same wherever it is built.
target_compile_options(
    tsunagi_options INTERFACE $<BUILD_INTERFACE:$<$<CONFIG:Release>:-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=>>)

# Warnings are ours alone: a program that links an installed tsunagi keeps its own.
set(TSUNAGI_WARNINGS
    -Wall
    -Wextra
    -Wpedantic
    -Wconversion
    -Wsign-conversion
    -Wshadow
    -Wold-style-cast
    -Wdouble-promotion
    -Wformat=2
    -Wnon-virtual-dtor
    -Werror)

option(TSUNAGI_KEY_AUDIT "Abort when one draw address is used twice in a run (debug builds)" OFF)
if(TSUNAGI_KEY_AUDIT)
    target_compile_definitions(tsunagi_options INTERFACE TSUNAGI_KEY_AUDIT)
endif()

option(TSUNAGI_SIMPLE_CALENDAR "Keep what is pending in a heap, the oracle of the calendar in use" OFF)
if(TSUNAGI_SIMPLE_CALENDAR)
    target_compile_definitions(tsunagi_options INTERFACE TSUNAGI_SIMPLE_CALENDAR)
endif()
option(TSUNAGI_TINY_BUFFERS "Let nothing have room to spare and rows come in another order (engine/core/append.hpp)" OFF)
if(TSUNAGI_TINY_BUFFERS)
    target_compile_definitions(tsunagi_options INTERFACE TSUNAGI_TINY_BUFFERS)
endif()
