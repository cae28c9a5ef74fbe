#include "build/format_reads.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

void add_formats(const std::vector<const plugin::Declaration*>& formats,
                 const plugin::Search& search, Digests& digests, Reads& reads) {
  const auto tree = [&](const fs::path& folder) {
    if (!folder.empty()) {
      reads.add_tree(folder.string(), digests);
    }
  };
  for (const plugin::Declaration* const format : formats) {
    tree(format->folder);
    tree(format->common);
    for (const plugin::Layer& base : format->bases) {
      tree(base.folder);
      tree(base.common);
    }
    for (const auto& [kind, file] : format->templates) {
      reads.add_file(file.string(), digests);
      reads.add_folder(file.parent_path().string(), digests);
    }
  }
  for (const auto* const roots : {&search.plugin_roots, &search.template_roots}) {
    for (const fs::path& root : *roots) {
      reads.add_folder(root.string(), digests);
    }
  }
}

}  // namespace rapporteur::build
