# Embeds core/messages/*.yaml (every diagnostic's text, French and English) into the library
# rapporteur_messages, so that a message can never be missing at run time.
file(GLOB message_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/messages/*.yaml)
set(messages_cpp ${CMAKE_BINARY_DIR}/generated/messages_data.cpp)
add_custom_command(
  OUTPUT ${messages_cpp}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${messages_cpp} "-DFILES=${message_files}"
          -P ${CMAKE_SOURCE_DIR}/cmake/EmbedMessages.cmake
  DEPENDS ${message_files} ${CMAKE_SOURCE_DIR}/cmake/EmbedMessages.cmake
  VERBATIM)
add_library(rapporteur_messages STATIC ${messages_cpp})
