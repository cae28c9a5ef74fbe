# Embeds core/cli/completion/* (a script a shell) into the library completion_scripts, for
# `rapporteur completion SHELL`.
file(GLOB completion_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/cli/completion/rapporteur.*)
set(completion_cpp ${CMAKE_BINARY_DIR}/generated/completion_scripts.cpp)
add_custom_command(
  OUTPUT ${completion_cpp}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${completion_cpp} -DNAMESPACE=rapporteur::cli
          -DNAME=completion_scripts "-DFILES=${completion_files}"
          -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  DEPENDS ${completion_files} ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  VERBATIM)
add_library(completion_scripts STATIC ${completion_cpp})
target_include_directories(completion_scripts PRIVATE ${CMAKE_SOURCE_DIR}/core)
