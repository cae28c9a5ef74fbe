// Finds formats: each folder of the plugin roots that holds a plugin.lua, completed by the formats
// that it extends.
#include <algorithm>
#include <map>

#include "base/files.hpp"
#include "base/text.hpp"
#include "plugin/declaration.hpp"
#include "plugin/field_place.hpp"
#include "plugin/inherit.hpp"
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

std::vector<fs::path> folders_of(const fs::path& root, std::vector<Found>& found) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    if (fs::exists(entry->path() / declaration_file, error)) {
      folders.push_back(entry->path().lexically_normal());
    }
    error.clear();
  }
  if (error) {
    Found& unreadable = found.emplace_back();
    unreadable.diagnostics.add({"plugin-folder", Origin{.file = root.string()}, {}, {}, {}, {}});
  }
  std::sort(folders.begin(), folders.end());
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

/// A format on its way: what plugin.lua returns, then completed.
struct Draft {
  Found found;
  fs::path folder;
  fs::path common;
  std::string source;                ///< of plugin.lua
  std::optional<view::Value> value;  ///< as returned, later with what the bases say
  enum class State { raw, open, done } state = State::raw;

  [[nodiscard]] Origin place(std::string_view field = {}) const {
    return field_place((folder / declaration_file).string(), source, field);
  }
};

class Finder {
 public:
  explicit Finder(const Search& search) : search_(search) {}

  std::vector<Found> find() {
    std::vector<Found> all;
    for (const fs::path& root : search_.plugin_roots) {
      for (const fs::path& folder : folders_of(root, all)) {
        add(folder, all);
      }
    }
    for (auto& [id, draft] : drafts_) {
      complete(draft);
    }
    for (auto& [id, draft] : drafts_) {
      all.push_back(std::move(draft.found));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Found& a, const Found& b) { return a.id < b.id; });
    return all;
  }

 private:
  void add(const fs::path& folder, std::vector<Found>& all) {
    Draft draft;
    draft.found.id = folder.filename().string();
    draft.folder = folder;
    if (const auto twin = drafts_.find(draft.found.id); twin != drafts_.end()) {
      std::error_code error;
      if (!fs::equivalent(folder, twin->second.folder, error)) {
        draft.found.diagnostics.add({"plugin-duplicate",
                                     draft.place(),
                                     {{"format", draft.found.id}},
                                     {{"first", {}, twin->second.place()}},
                                     {},
                                     {}});
        all.push_back(std::move(draft.found));
      }
      return;
    }
    draft.common = common_folder(folder, search_);
    draft.source = read_file(folder / declaration_file, std::size_t{1} << 20).value_or("");
    draft.value = ask_child([&](LastPlace* last) { return run(folder, draft.common, last); },
                            declaration_limits, {folder, draft.common}, draft.found.diagnostics);
    const view::Value* extends = draft.value ? draft.value->find("extends") : nullptr;
    const auto* name = extends == nullptr ? nullptr : std::get_if<view::Text>(&extends->data);
    draft.found.extends = name == nullptr ? std::string() : name->utf8;
    drafts_.emplace(draft.found.id, std::move(draft));
  }

  // Bases first: what a format inherits has been read, with its faults at its own lines.
  void complete(Draft& draft) {
    if (draft.state != Draft::State::raw || !draft.value) {
      return;
    }
    draft.state = Draft::State::open;
    const Declaration* base = nullptr;
    bool usable = true;
    if (!draft.found.extends.empty()) {
      Draft* other = base_of(draft);
      usable = other != nullptr;
      if (usable) {
        draft.value = inherit(*std::move(draft.value), *other->value);
        base = &*other->found.declaration;
      }
    }
    auto read = read_declaration(*draft.value,
                                 {.folder = draft.folder,
                                  .common = draft.common,
                                  .text = draft.source,
                                  .extends = !draft.found.extends.empty(),
                                  .base = base},
                                 search_, draft.found.diagnostics);
    if (usable) {
      draft.found.declaration = std::move(read);
    }
    draft.state = Draft::State::done;
  }

  /// The format that `draft` extends, read; nothing, with the fault, when it cannot be used.
  Draft* base_of(Draft& draft) {
    const auto found = drafts_.find(draft.found.extends);
    const bool is_open = found != drafts_.end() && found->second.state == Draft::State::open;
    if (found != drafts_.end() && !is_open) {
      complete(found->second);
      if (found->second.found.declaration) {
        return &found->second;
      }
    }
    std::vector<std::string> ids;
    for (const auto& [id, other] : drafts_) {
      if (id != draft.found.id) {
        ids.push_back(id);
      }
    }
    Diagnostic fault{"plugin-base",
                     draft.place("extends"),
                     {{"what", std::string(found == drafts_.end() ? "missing"
                                           : is_open              ? "cycle"
                                                                  : "broken")},
                      {"format", draft.found.id},
                      {"base", draft.found.extends}},
                     {},
                     {},
                     {}};
    if (found == drafts_.end()) {
      fault.suggestion = nearest(draft.found.extends, ids);
    } else if (found->first != draft.found.id) {
      fault.related.push_back({"base", {}, found->second.place("extends")});
    }
    draft.found.diagnostics.add(std::move(fault));
    return nullptr;
  }

  const Search& search_;
  std::map<std::string, Draft> drafts_;
};

}  // namespace

std::vector<Found> find_formats(const Search& search) {
  return Finder(search).find();
}

std::vector<Declaration> list_formats(const Search& search, Diagnostics& diagnostics) {
  std::vector<Declaration> formats;
  for (Found& found : find_formats(search)) {
    diagnostics.append(found.diagnostics);
    if (found.declaration) {
      formats.push_back(*std::move(found.declaration));
    }
  }
  return formats;
}

}  // namespace rapporteur::plugin
