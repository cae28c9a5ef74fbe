// A file that is part of the binary (cmake/EmbedFiles.cmake).
#pragma once

#include <span>
#include <string_view>

namespace rapporteur {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

}  // namespace rapporteur
