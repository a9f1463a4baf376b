# Boost's headers for WebAssembly: the machine's own, which know no processor, without the rest of its include folder.
find_path(tsunagi_boost_folder boost/version.hpp PATHS /usr/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Boost REQUIRED_VARS tsunagi_boost_folder)

set(tsunagi_boost_alone ${PROJECT_BINARY_DIR}/boost-alone)
file(MAKE_DIRECTORY ${tsunagi_boost_alone})
file(CREATE_LINK ${tsunagi_boost_folder}/boost ${tsunagi_boost_alone}/boost SYMBOLIC)
if(NOT TARGET Boost::headers)
    add_library(Boost::headers INTERFACE IMPORTED GLOBAL)
    target_include_directories(Boost::headers SYSTEM INTERFACE ${tsunagi_boost_alone})
    # This standard library has no std::unary_function any more, and the module has no threads.
    target_compile_definitions(Boost::headers INTERFACE BOOST_NO_CXX98_FUNCTION_BASE BOOST_DISABLE_THREADS)
    target_compile_options(Boost::headers INTERFACE "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/boost_alone.hpp")
endif()
