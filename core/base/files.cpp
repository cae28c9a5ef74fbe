#include "base/files.hpp"

#include <Poco/DigestEngine.h>
#include <Poco/SHA2Engine.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace rapporteur {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path, std::size_t limit) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return std::nullopt;
  }
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > limit) {
    return std::nullopt;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    return std::nullopt;
  }
  return bytes;
}

bool write_file(const fs::path& path, std::string_view bytes) {
  std::string beside = path.string() + ".XXXXXX";
  const int file = ::mkstemp(beside.data());
  if (file < 0) {
    return false;
  }
  bool good = ::fchmod(file, 0644) == 0;
  while (good && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    good = written > 0;
    bytes.remove_prefix(good ? static_cast<std::size_t>(written) : 0);
  }
  good = ::close(file) == 0 && good;
  good = good && ::rename(beside.c_str(), path.c_str()) == 0;
  if (!good) {
    ::unlink(beside.c_str());
  }
  return good;
}

bool is_inside(const fs::path& inner, const fs::path& folder) {
  std::error_code error;
  const fs::path real_folder = fs::weakly_canonical(folder, error);
  const fs::path real_inner = fs::weakly_canonical(inner, error);
  if (error) {
    return false;
  }
  const fs::path relative = real_inner.lexically_relative(real_folder);
  return !relative.empty() && *relative.begin() != "..";
}

std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path near = fs::proximate(path, error);
  return (near.empty() || *near.begin() == ".." ? fs::absolute(path, error) : near).string();
}

std::string sha256(std::string_view bytes) {
  Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
  engine.update(bytes.data(), bytes.size());
  return Poco::DigestEngine::digestToHex(engine.digest());
}

TemporaryDirectory::TemporaryDirectory() {
  std::string name = (fs::temp_directory_path() / "rapporteur-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot make a temporary directory: " + name);
  }
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace rapporteur
