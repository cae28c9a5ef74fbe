#include "build/fingerprint.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <bit>
#include <cstddef>

#include "base/files.hpp"
#include "base/hex.hpp"
#include "office/fonts.hpp"
#include "office/install.hpp"

namespace rapporteur::build {

namespace {

constexpr std::size_t aligned(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The id that the linker made from the contents of this program, when `note` is it.
std::string build_id_in(const char* note, const char* end) {
  while (note + sizeof(ElfW(Nhdr)) <= end) {
    const auto* const head = reinterpret_cast<const ElfW(Nhdr)*>(note);
    const char* const name = note + sizeof(*head);
    const char* const content = name + aligned(head->n_namesz);
    if (head->n_type == NT_GNU_BUILD_ID && content + head->n_descsz <= end) {
      return to_hex({content, head->n_descsz});
    }
    note = content + aligned(head->n_descsz);
  }
  return {};
}

/// Of the program itself, which is the first object that is told.
int find_build_id(dl_phdr_info* object, std::size_t /*size*/, void* found) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = object->dlpi_phdr[i];
    if (header.p_type == PT_NOTE) {
      const auto* const start = std::bit_cast<const char*>(object->dlpi_addr + header.p_vaddr);
      std::string id = build_id_in(start, start + header.p_memsz);
      if (!id.empty()) {
        *static_cast<std::string*>(found) = std::move(id);
        return 1;
      }
    }
  }
  return 1;
}

/// Without an id of the linker's: what the program file says.
std::string engine() {
  std::string id;
  dl_iterate_phdr(find_build_id, &id);
  return id.empty() ? sha256(read_file("/proc/self/exe").value_or("")) : id;
}

}  // namespace

Fingerprint fingerprint(const office::PoolOptions& pool) {
  std::string fonts;
  for (const std::string& font : office::all_fonts()) {
    fonts += font + "\n";
  }
  return {{"engine", engine()},
          {"component", sha256(read_file(pool.component).value_or(""))},
          {"office", office::office_build_id(pool.program)},
          {"icu", U_ICU_VERSION},
          {"fonts", sha256(fonts)}};
}

std::string digest_of(const Fingerprint& fingerprint) {
  std::string all;
  for (const auto& [name, value] : fingerprint) {
    all += fmt::format("{}={}\n", name, value);
  }
  return sha256(all);
}

std::string first_difference(const Fingerprint& now, const Fingerprint& then) {
  for (const auto& [name, value] : now) {
    const auto before = std::ranges::find(then, name, &Fingerprint::value_type::first);
    if (before == then.end() || before->second != value) {
      return name;
    }
  }
  return {};
}

}  // namespace rapporteur::build
