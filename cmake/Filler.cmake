# The component that works inside the office: lib/filler.uno.so, loaded by soffice. It shares the
# job's and the fills' codecs with the client and nothing else, so that it brings no second ICU or
# YAML into the office.
file(GLOB filler_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/office/filler/*.cpp)
add_library(filler MODULE ${filler_sources} ${CMAKE_SOURCE_DIR}/core/office/job.cpp
  ${CMAKE_SOURCE_DIR}/core/office/file_url.cpp ${CMAKE_SOURCE_DIR}/core/base/fill.cpp
  ${CMAKE_SOURCE_DIR}/core/office/workbook_job.cpp ${CMAKE_SOURCE_DIR}/core/office/cell_text.cpp
  ${CMAKE_SOURCE_DIR}/core/base/workbook.cpp ${CMAKE_SOURCE_DIR}/core/base/workbook_draft.cpp)
target_include_directories(filler PRIVATE ${CMAKE_SOURCE_DIR}/core)
target_link_libraries(filler PRIVATE uno)
set_target_properties(filler PROPERTIES
  PREFIX "" OUTPUT_NAME filler.uno CXX_VISIBILITY_PRESET hidden
  LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

# The office the binary was built against is the one it drives.
target_compile_definitions(office PRIVATE LO_PROGRAM="${LO_HOME}/program")
add_dependencies(office filler)
