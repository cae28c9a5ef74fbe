#include "build/workshop.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>

namespace rapporteur::build {

namespace fs = std::filesystem;

Workshop::Workshop(const fs::path& out) {
  fs::create_directories(out, error_);
  std::string name = (out / ".rapporteur-XXXXXX").string();
  if (error_) {
    return;
  }
  if (::mkdtemp(name.data()) == nullptr) {
    error_ = {errno, std::generic_category()};
  } else {
    path_ = fs::absolute(name);
  }
}

Workshop::~Workshop() {
  std::error_code ignored;
  if (!path_.empty()) {
    fs::remove_all(path_, ignored);
  }
}

}  // namespace rapporteur::build
