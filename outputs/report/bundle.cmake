# Fetches the chart library and bundles the charts into one script.
#
#   cmake -DMODE=AUTO|ON -DNODE=FILE -DNPM=FILE -DSOURCES=FOLDER -DWORK=FOLDER -DOUTPUT=FILE -P bundle.cmake
#
# In mode AUTO a failure (no network, as a rule) leaves an empty script: the page then has its tables and says so.
file(MAKE_DIRECTORY "${WORK}")
file(COPY "${SOURCES}/" DESTINATION "${WORK}")

function(run)
    execute_process(
        COMMAND ${ARGN}
        WORKING_DIRECTORY "${WORK}"
        RESULT_VARIABLE status
        OUTPUT_VARIABLE said
        ERROR_VARIABLE said)
    if(status EQUAL 0)
        return()
    endif()
    file(WRITE "${OUTPUT}" "")
    if(MODE STREQUAL "ON")
        file(REMOVE "${OUTPUT}")
        message(FATAL_ERROR "The charts could not be bundled:\n${said}")
    endif()
    message(
        WARNING "The charts could not be bundled, so the report will have tables only:\n${said}\n"
                "To try again, delete ${OUTPUT} and build.")
    set(failed YES PARENT_SCOPE)
endfunction()

set(installed "${WORK}/node_modules/package-lock.installed")
execute_process(
    COMMAND ${CMAKE_COMMAND} -E compare_files "${WORK}/package-lock.json" "${installed}"
    RESULT_VARIABLE lock_differs
    OUTPUT_QUIET ERROR_QUIET)
if(lock_differs)
    run("${NPM}" ci --ignore-scripts --no-audit --no-fund)
    if(failed)
        return()
    endif()
    file(COPY_FILE "${WORK}/package-lock.json" "${installed}")
endif()
run("${NODE}" build.mjs "${OUTPUT}")
