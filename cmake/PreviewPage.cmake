# Embeds core/preview/assets/* (the page of `rapporteur preview`) into the library preview_page, so
# that the server hands out what it was built with and reads no file by a name that a browser sends.
file(GLOB page_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/preview/assets/*)
set(page_cpp ${CMAKE_BINARY_DIR}/generated/preview_page.cpp)
add_custom_command(
  OUTPUT ${page_cpp}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${page_cpp} -DNAMESPACE=rapporteur::preview -DNAME=page_files
          "-DFILES=${page_files}" -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  DEPENDS ${page_files} ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  VERBATIM)
add_library(preview_page STATIC ${page_cpp})
target_include_directories(preview_page PRIVATE ${CMAKE_SOURCE_DIR}/core)
