#include "plugin/declaration.hpp"

#include <algorithm>
#include <array>

#include "base/files.hpp"
#include "base/text.hpp"
#include "plugin/field_place.hpp"

namespace rapporteur::plugin {
namespace {

using view::List;
using view::Map;
using view::Value;

bool is_identifier(std::string_view text, std::string_view extra) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  extra.find(c) != std::string_view::npos;
         });
}

class Reader {
 public:
  Reader(const DeclarationSource& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  Declaration read(const Value& root, const Search& search) {
    Declaration out;
    out.folder = folder_;
    out.common = source_.common;
    if (source_.base != nullptr) {
      out.bases = source_.base->bases;
      out.bases.insert(out.bases.begin(),
                       {source_.base->id, source_.base->folder, source_.base->common});
    }
    if (!std::holds_alternative<Map>(root.data)) {
      fault("table", "", "");
      return out;
    }
    only(root, "",
         {"id", "version", "api", "name", "languages", "templates", "fonts", "options", "tables",
          "formats", "limits", "view", "extends"});
    text(root, "extends", "", false);
    out.id = text(root, "id", "", true);
    if (!out.id.empty() && out.id != folder_.filename().string()) {
      fault("id", "id", folder_.filename().string());
    }
    out.version = text(root, "version", "", true);
    out.api = api(root);
    if (root.find("name") != nullptr || !source_.extends) {
      out.name = local_text(root, "name", "");
    }
    out.languages = texts(root, "languages", "");
    if (out.languages.empty() && !source_.extends) {
      fault("required", "languages", "");
    }
    read_templates(root, search, out);
    out.fonts = texts(root, "fonts", "");
    out.tables = texts(root, "tables", "");
    read_tables(out);
    read_options(root, out);
    read_formats(root, out);
    read_limits(root, out);
    read_view(root, out);
    return out;
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  // A format without a view of its own has that of its base.
  void read_view(const Value& root, Declaration& out) {
    std::error_code ignored;
    if (const std::string view = text(root, "view", "", false); !view.empty()) {
      out.view_module = view;
    } else if (source_.base != nullptr &&
               !std::filesystem::exists(folder_ / (out.view_module + ".lua"), ignored)) {
      out.view_module = "base." + source_.base->view_module;
    }
  }

  int api(const Value& root) {
    const Value* value = root.find("api");
    const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->data);
    if (number == nullptr) {
      fault(value == nullptr ? "required" : "integer", "api", "");
    } else if (*number > api_version || *number < oldest_api_version) {
      fault("api", "api", std::to_string(*number));
    } else if (*number < api_version) {
      diagnostics_.add({"plugin-api-old", place("api"), {{"api", *number}}, {}, {}, {}});
    }
    return static_cast<int>(number == nullptr ? api_version : *number);
  }

  // A format may come with a stranger's plan: a link that leads out of its folder is no template.
  void read_templates(const Value& root, const Search& search, Declaration& out) {
    const Value* templates = root.find("templates");
    const auto* map = templates == nullptr ? nullptr : std::get_if<Map>(&templates->data);
    if (templates == nullptr && source_.extends) {
      if (source_.base != nullptr) {
        out.templates = source_.base->templates;
      }
      return;
    }
    if (map == nullptr || map->empty()) {
      fault(templates == nullptr ? "required" : "map", "templates", "");
      return;
    }
    only(*templates, "templates", {"odt", "docx"});
    for (const auto& member : *map) {
      const std::string name = text(*templates, member.first, "templates", true);
      const std::filesystem::path path(name);
      const bool inside =
          path.is_relative() && is_inside(folder_ / path, folder_) &&
          std::none_of(path.begin(), path.end(), [](const auto& p) { return p == ".."; });
      if (!inside) {
        fault("path", "templates." + member.first, name);
        continue;
      }
      out.templates[member.first] = template_file(out.id, path, search);
    }
  }

  // In the format's own folder, else in templates/<id>/ of the first root that has it.
  [[nodiscard]] std::filesystem::path template_file(const std::string& id,
                                                    const std::filesystem::path& name,
                                                    const Search& search) const {
    std::vector<std::filesystem::path> folders{folder_};
    for (const std::filesystem::path& root : search.template_roots) {
      folders.push_back(root / id);
    }
    const auto found = std::find_if(folders.begin(), folders.end(), [&](const auto& folder) {
      std::error_code ignored;
      return std::filesystem::exists(folder / name, ignored);
    });
    return (found == folders.end() ? folder_ : *found) / name;
  }

  void read_tables(const Declaration& out) {
    std::vector<std::string> known;
    for (const TableSpec& table : schema()) {
      known.emplace_back(table.name);
    }
    for (const std::string& table : out.tables) {
      if (std::find(known.begin(), known.end(), table) == known.end()) {
        fault("table_name", "tables", table, nearest(table, known));
      }
    }
  }

  void read_options(const Value& root, Declaration& out) {
    for (const auto& [name, value] : members(root, "options")) {
      const std::string path = "options." + name;
      if (!is_identifier(name, "_")) {
        fault("name", path, name);
      }
      only(value, path, {"type", "choices", "default", "help"});
      Option option;
      option.name = name;
      option.type = text(value, "type", path, true);
      constexpr std::array<std::string_view, 4> types{"choice", "boolean", "integer", "text"};
      if (std::find(types.begin(), types.end(), option.type) == types.end()) {
        fault("option_type", path + ".type", option.type);
        continue;
      }
      option.choices = texts(value, "choices", path);
      option.help = local_text(value, "help", path);
      option.default_value = constant_of(value, "default");
      if (!accepts(option, option.default_value)) {
        fault("default", path + ".default", option.default_value);
      }
      out.options.push_back(std::move(option));
    }
  }

  /// A text, whole number or boolean as options are written; else empty.
  static std::string constant_of(const Value& map, const std::string& name) {
    const Value* value = map.find(name);
    if (value == nullptr) {
      return {};
    }
    if (const auto* flag = std::get_if<bool>(&value->data)) {
      return *flag ? "true" : "false";
    }
    if (const auto* number = std::get_if<std::int64_t>(&value->data)) {
      return std::to_string(*number);
    }
    const auto* text = std::get_if<view::Text>(&value->data);
    return text == nullptr ? std::string{} : text->utf8;
  }

  void read_formats(const Value& root, Declaration& out) {
    const std::vector<std::string> words = locale::format_words();
    for (const auto& [name, value] : members(root, "formats")) {
      const std::string path = "formats." + name;
      if (!is_identifier(name, "_") || std::find(words.begin(), words.end(), name) != words.end()) {
        fault("name", path, name);
      }
      only(value, path, {"words", "group", "zero", "missing"});
      std::string unknown;
      const auto format = locale::parse_format(text(value, "words", path, true), {}, unknown);
      if (!format) {
        fault("word", path + ".words", unknown, nearest(unknown, words));
        continue;
      }
      locale::Format result = *format;
      result.group = text(value, "group", path, false);
      result.zero = text(value, "zero", path, false);
      if (const std::string missing = text(value, "missing", path, false); !missing.empty()) {
        result.missing = missing;
      }
      out.formats.emplace(name, std::move(result));
    }
  }

  void read_limits(const Value& root, Declaration& out) {
    for (const auto& [name, value] : members(root, "limits")) {
      const std::string path = "limits." + name;
      if (!is_identifier(name, "_")) {
        fault("name", path, name);
      }
      only(value, path, {"pages", "words", "characters", "when"});
      Limit& limit = out.limits[name];
      limit.pages = range(value, "pages", path);
      limit.words = range(value, "words", path);
      limit.characters = range(value, "characters", path);
      limit.when = condition(value, path, out.options);
    }
  }

  // { form = "general" }: options with a value each that they take.
  std::map<std::string, std::string, std::less<>> condition(const Value& limit,
                                                            const std::string& path,
                                                            const std::vector<Option>& options) {
    std::map<std::string, std::string, std::less<>> wanted;
    const Value* when = limit.find("when");
    if (when == nullptr) {
      return wanted;
    }
    const std::string inside = join(path, "when");
    std::vector<std::string> names;
    names.reserve(options.size());
    for (const Option& option : options) {
      names.push_back(option.name);
    }
    only(*when, inside, names);
    for (const Option& option : options) {
      if (when->find(option.name) == nullptr) {
        continue;
      }
      const std::string value = constant_of(*when, option.name);
      if (!accepts(option, value)) {
        fault("option_value", join(inside, option.name), value);
      }
      wanted[option.name] = value;
    }
    return wanted;
  }

  // 4 = at most; { 10, 15 } = from, to.
  std::optional<Range> range(const Value& map, const std::string& name, const std::string& path) {
    const Value* value = map.find(name);
    if (value == nullptr) {
      return std::nullopt;
    }
    const auto number = [](const Value& one) {
      const auto* whole = std::get_if<std::int64_t>(&one.data);
      return whole == nullptr ? std::int64_t{0} : *whole;
    };
    Range result{0, number(*value)};
    const auto* list = std::get_if<List>(&value->data);
    if (list != nullptr && list->size() == 2) {
      result = {number(list->front()), number(list->back())};
    }
    if (result.most < 1 || result.least < 0 || result.least > result.most) {
      fault("range", join(path, name), "");
      return std::nullopt;
    }
    return result;
  }

  // --- pieces -------------------------------------------------------------------------------

  void only(const Value& value, const std::string& path, const std::vector<std::string>& known) {
    const auto* map = std::get_if<Map>(&value.data);
    if (map == nullptr) {
      fault("map", path, "");
      return;
    }
    for (const auto& member : *map) {
      if (std::find(known.begin(), known.end(), member.first) == known.end()) {
        fault("unknown", join(path, member.first), member.first, nearest(member.first, known));
      }
    }
  }

  std::string text(const Value& map, const std::string& name, const std::string& path,
                   bool required) {
    const Value* value = map.find(name);
    const auto* found = value == nullptr ? nullptr : std::get_if<view::Text>(&value->data);
    if (found != nullptr) {
      return found->utf8;
    }
    if (value != nullptr || required) {
      fault(value == nullptr ? "required" : "text", join(path, name), "");
    }
    return {};
  }

  std::vector<std::string> texts(const Value& map, const std::string& name,
                                 const std::string& path) {
    std::vector<std::string> result;
    const Value* value = map.find(name);
    if (value == nullptr) {
      return result;
    }
    const auto* list = std::get_if<List>(&value->data);
    if (list == nullptr) {
      fault("list", join(path, name), "");
      return result;
    }
    for (const Value& item : *list) {
      if (const auto* item_text = std::get_if<view::Text>(&item.data)) {
        result.push_back(item_text->utf8);
      } else {
        fault("list", join(path, name), "");
      }
    }
    return result;
  }

  LocalText local_text(const Value& map, const std::string& name, const std::string& path) {
    LocalText result;
    const Value* value = map.find(name);
    if (value == nullptr || !std::holds_alternative<Map>(value->data)) {
      fault(value == nullptr ? "required" : "by_language", join(path, name), "");
      return result;
    }
    for (const auto& member : std::get<Map>(value->data)) {
      result.by_language[member.first] = text(*value, member.first, join(path, name), true);
    }
    return result;
  }

  Map members(const Value& root, const std::string& name) {
    const Value* value = root.find(name);
    if (value == nullptr) {
      return {};
    }
    if (const auto* map = std::get_if<Map>(&value->data)) {
      return *map;
    }
    const auto* list = std::get_if<List>(&value->data);
    if (list == nullptr || !list->empty()) {  // an empty Lua table is an empty list
      fault("map", name, "");
    }
    return {};
  }

  /// The path of a name that stands beside the last one of `path`.
  static std::string beside(const std::string& path, const std::string& name) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? name : path.substr(0, dot + 1) + name;
  }

  static std::string join(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "." + name;
  }

  void fault(const char* what, const std::string& path, const std::string& value,
             std::string suggestion = {}) {
    ok_ = false;
    if (std::string_view(what) == "unknown" && !suggestion.empty()) {
      meant_.push_back(beside(path, suggestion));
    }
    if (std::string_view(what) == "required" &&
        std::find(meant_.begin(), meant_.end(), path) != meant_.end()) {
      return;  // it is there, misspelt, and told
    }
    Diagnostic diagnostic;
    diagnostic.id = "plugin-declaration";
    diagnostic.origin = place(path);
    diagnostic.args = {{"what", std::string(what)}, {"field", path}, {"value", value}};
    diagnostic.suggestion = std::move(suggestion);
    diagnostics_.add(std::move(diagnostic));
  }

  [[nodiscard]] Origin place(const std::string& path) const {
    return field_place((folder_ / "plugin.lua").string(), source_.text, path);
  }

  const DeclarationSource& source_;
  const std::filesystem::path& folder_ = source_.folder;
  Diagnostics& diagnostics_;
  bool ok_ = true;
  std::vector<std::string> meant_;
};

}  // namespace

std::optional<Declaration> read_declaration(const view::Value& value,
                                            const DeclarationSource& source, const Search& search,
                                            Diagnostics& diagnostics) {
  Reader reader(source, diagnostics);
  Declaration declaration = reader.read(value, search);
  return reader.ok() ? std::optional(std::move(declaration)) : std::nullopt;
}

}  // namespace rapporteur::plugin
