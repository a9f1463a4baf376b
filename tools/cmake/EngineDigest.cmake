# cmake -D ROOT=... -D OUT=... -D VERSION=... -P EngineDigest.cmake
#
# Writes a header with the program's version and a digest of every source that numbers depend on: the engine, the reader
# of its inputs and the store of its results. So results made by other code are never taken for results of this one. The
# file is rewritten only when it changes.
set(patterns "")
foreach(folder IN ITEMS engine scenarios outputs/store)
    list(APPEND patterns ${ROOT}/${folder}/*.hpp ${ROOT}/${folder}/*.cpp)
endforeach()
file(GLOB_RECURSE sources ${patterns})
list(SORT sources)
set(all "")
foreach(source IN LISTS sources)
    file(SHA256 ${source} digest)
    file(RELATIVE_PATH name ${ROOT} ${source})
    string(APPEND all "${name} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
string(SUBSTRING ${digest} 0 12 short)
set(text
    "#pragma once\n\nnamespace tsunagi {\n\n/// Version of the program and digest of the sources that numbers depend on.\ninline constexpr const char* engine_version = \"${VERSION}+engine.${short}\";\n\n} // namespace tsunagi\n"
)
set(old "")
if(EXISTS ${OUT})
    file(READ ${OUT} old)
endif()
if(NOT old STREQUAL text)
    file(WRITE ${OUT} "${text}")
endif()
