// Finds formats: each folder of the plugin roots that holds a plugin.lua.
#include <algorithm>

#include "base/files.hpp"
#include "plugin/declaration.hpp"
#include "plugin/reply.hpp"
#include "plugin/result.hpp"
#include "plugin/sandbox.hpp"

namespace rapporteur::plugin {
namespace {

namespace fs = std::filesystem;

constexpr const char* declaration_file = "plugin.lua";
/// A declaration is a table of constants: seconds are already far too long.
constexpr Limits declaration_limits{std::chrono::milliseconds{4'000}, std::chrono::seconds{2},
                                    std::size_t{64} << 20};

int run_declaration(lua_State* lua) {
  return guarded(lua, [lua] {
    require_module(lua, "plugin");
    Session& session = session_of(lua);
    session.taken = take_result(lua, session.file(declaration_file));
    return 1;
  });
}

Reply run(const fs::path& folder, const fs::path& common, LastPlace* last_place) {
  Session session;
  session.folder = folder;
  session.common = common;
  session.limits = declaration_limits;
  session.last_place = last_place;
  const State state = open_sandbox(session);
  Reply reply;
  if (run_protected(state.get(), run_declaration)) {
    reply.value = std::move(session.taken);
  }
  reply.diagnostics = std::move(session.diagnostics);
  return reply;
}

std::vector<fs::path> plugin_folders(const Search& search, Diagnostics& diagnostics) {
  std::vector<fs::path> folders;
  for (const fs::path& root : search.plugin_roots) {
    std::error_code error;
    for (fs::directory_iterator entry(root, error), end; !error && entry != end;
         entry.increment(error)) {
      if (fs::exists(entry->path() / declaration_file, error)) {
        folders.push_back(entry->path());
      }
      error.clear();
    }
    if (error) {
      Diagnostic diagnostic;
      diagnostic.id = "plugin-folder";
      diagnostic.origin.file = root.string();
      diagnostics.add(std::move(diagnostic));
    }
  }
  return folders;
}

// Beside the format first: a set of formats can bring its own.
fs::path common_folder(const fs::path& folder, const Search& search) {
  std::vector<fs::path> roots{folder.parent_path()};
  roots.insert(roots.end(), search.plugin_roots.begin(), search.plugin_roots.end());
  for (const fs::path& root : roots) {
    std::error_code error;
    if (fs::is_directory(root / "common", error)) {
      return root / "common";
    }
  }
  return {};
}

}  // namespace

std::vector<Declaration> list_formats(const Search& search, Diagnostics& diagnostics) {
  std::vector<Declaration> formats;
  for (const fs::path& folder : plugin_folders(search, diagnostics)) {
    Origin place;
    place.file = (folder / declaration_file).string();
    const fs::path common = common_folder(folder, search);
    const std::optional<view::Value> value =
        ask_child([&](LastPlace* last) { return run(folder, common, last); }, declaration_limits,
                  {folder, common}, diagnostics);
    if (!value) {
      continue;
    }
    const std::string source = read_file(place.file).value_or("");
    std::optional<Declaration> format =
        read_declaration(*value, folder, source, search, diagnostics);
    if (!format) {
      continue;
    }
    format->common = common;
    const auto twin = std::find_if(formats.begin(), formats.end(), [&](const Declaration& other) {
      return other.id == format->id;
    });
    if (twin != formats.end()) {
      Origin first;
      first.file = (twin->folder / declaration_file).string();
      diagnostics.add(
          {"plugin-duplicate", place, {{"format", format->id}}, {{"first", {}, first}}, {}, {}});
      continue;
    }
    formats.push_back(*std::move(format));
  }
  std::sort(formats.begin(), formats.end(),
            [](const Declaration& a, const Declaration& b) { return a.id < b.id; });
  return formats;
}

}  // namespace rapporteur::plugin
