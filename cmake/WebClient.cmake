# Builds the web client (server/web) with npm and esbuild, and makes it a Qt resource of the target:
#   nova_embed_web(target)
# Without Node.js and npm the programs are built without a web page, and say so.
function(nova_embed_web target)
  find_program(NOVA_NODE node)
  find_program(NOVA_NPM npm)
  if(NOT NOVA_NODE OR NOT NOVA_NPM)
    message(WARNING "Node.js and npm were not found: the web UI is left out (install them, or say -DNOVA_WEB=OFF).")
    return()
  endif()
  set(source "${PROJECT_SOURCE_DIR}/server/web")
  set(out "${CMAKE_BINARY_DIR}/web")
  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${source}/src/*" "${source}/static/*")

  add_custom_command(
    OUTPUT "${out}/npm.stamp"
    COMMAND "${NOVA_NPM}" ci --no-audit --no-fund --loglevel=error
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${out}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${out}/npm.stamp"
    WORKING_DIRECTORY "${source}"
    DEPENDS "${source}/package.json" "${source}/package-lock.json"
    COMMENT "Installing the web client's packages")
  add_custom_command(
    OUTPUT "${out}/files/manifest.json" "${out}/web.qrc"
    COMMAND "${CMAKE_COMMAND}" -E rm -rf "${out}/files"
    COMMAND "${NOVA_NODE}" build.mjs --out "${out}/files"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${out}/files" "-DQRC=${out}/web.qrc" -P "${PROJECT_SOURCE_DIR}/cmake/WriteQrc.cmake"
    WORKING_DIRECTORY "${source}"
    DEPENDS "${out}/npm.stamp" ${inputs} "${source}/build.mjs" "${source}/icons.mjs" "${source}/tokens.mjs" "${source}/tsconfig.json"
            "${PROJECT_SOURCE_DIR}/design/tokens.json" "${PROJECT_SOURCE_DIR}/cmake/WriteQrc.cmake"
    COMMENT "Building the web client")
  # Not compressed: the bytes are sent as they are, so they may as well be used where they lie.
  add_custom_command(
    OUTPUT "${out}/qrc_web.cpp"
    COMMAND Qt6::rcc --no-compress --name nova_web "${out}/web.qrc" -o "${out}/qrc_web.cpp"
    DEPENDS "${out}/web.qrc" "${out}/files/manifest.json"
    COMMENT "Embedding the web client")
  target_sources(${target} PRIVATE "${out}/qrc_web.cpp")
  set_source_files_properties("${out}/qrc_web.cpp" PROPERTIES SKIP_AUTOMOC ON)
  target_compile_definitions(${target} PRIVATE NOVA_HAS_WEB)
endfunction()
