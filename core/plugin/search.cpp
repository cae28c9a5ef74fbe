// Where the formats of a plan stand.
#include "plugin/format.hpp"

namespace rapporteur::plugin {

namespace fs = std::filesystem;

Search with_plan(Search search, const fs::path& plan) {
  std::error_code error;
  const fs::path at = fs::absolute(plan, error).lexically_normal();
  const fs::path folder = at.has_filename() ? at : at.parent_path();  // "plan/" is "plan"
  for (const fs::path& root : {folder / "formats", folder.parent_path() / "formats"}) {
    if (fs::is_directory(root, error)) {
      // As near to what was typed as can be: messages name files below it.
      search.plugin_roots.push_back(plan.is_absolute() ? root : fs::proximate(root, error));
    }
  }
  return search;
}

}  // namespace rapporteur::plugin
