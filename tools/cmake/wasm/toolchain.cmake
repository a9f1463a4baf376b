# The engine as a WebAssembly module, by Debian's clang 19 with its own C and C++ libraries: the preset `wasm`. What
# comes out runs under WASI, for instance in Node.js (tests/golden/in_node.mjs).
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)

# clang looks into /usr/include for every target. So it is given a root that holds nothing of the machine itself.
set(tsunagi_wasm_root ${CMAKE_BINARY_DIR}/wasm-root)
file(MAKE_DIRECTORY ${tsunagi_wasm_root}/include ${tsunagi_wasm_root}/lib)
foreach(folder IN ITEMS include lib)
    file(CREATE_LINK /usr/${folder}/wasm32-wasi ${tsunagi_wasm_root}/${folder}/wasm32-wasi SYMBOLIC)
endforeach()
set(CMAKE_SYSROOT ${tsunagi_wasm_root})

foreach(language IN ITEMS C CXX)
    set(CMAKE_${language}_COMPILER_TARGET wasm32-wasi)
    set(CMAKE_EXECUTABLE_SUFFIX_${language} .wasm)
    # Exceptions would need a newer engine of the reader's browser; sizes have 32 bits there.
    set(CMAKE_${language}_FLAGS_INIT "-fno-exceptions -Werror=shorten-64-to-32")
endforeach()
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}) # FindBoost.cmake
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
# 64 KiB of stack are usual there, and overflow silently into what lies below unless that is nothing.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-Wl,-z,stack-size=1048576 -Wl,--stack-first")
