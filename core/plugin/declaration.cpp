#include "plugin/declaration.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapporteur::plugin {
namespace {

using view::List;
using view::Map;
using view::Value;

/// The interface this engine speaks.
constexpr std::int64_t api_version = 0;

bool is_identifier(std::string_view text, std::string_view extra) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  extra.find(c) != std::string_view::npos;
         });
}

class Reader {
 public:
  Reader(std::filesystem::path folder, std::string_view source, Diagnostics& diagnostics)
      : folder_(std::move(folder)), source_(source), diagnostics_(diagnostics) {}

  Declaration read(const Value& root, const Search& search) {
    Declaration out;
    out.folder = folder_;
    if (!std::holds_alternative<Map>(root.data)) {
      fault("table", "", "");
      return out;
    }
    only(root, "",
         {"id", "version", "api", "name", "languages", "templates", "fonts", "options", "tables",
          "formats", "limits", "view"});
    out.id = text(root, "id", "", true);
    if (!out.id.empty() && out.id != folder_.filename().string()) {
      fault("id", "id", folder_.filename().string());
    }
    out.version = text(root, "version", "", true);
    out.api = api(root);
    out.name = local_text(root, "name", "");
    out.languages = texts(root, "languages", "");
    if (out.languages.empty()) {
      fault("required", "languages", "");
    }
    read_templates(root, search, out);
    out.fonts = texts(root, "fonts", "");
    out.tables = texts(root, "tables", "");
    read_tables(out);
    read_options(root, out);
    read_formats(root, out);
    read_limits(root, out);
    if (const std::string view = text(root, "view", "", false); !view.empty()) {
      out.view_module = view;
    }
    return out;
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  int api(const Value& root) {
    const Value* value = root.find("api");
    const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->data);
    if (number == nullptr) {
      fault(value == nullptr ? "required" : "integer", "api", "");
    } else if (*number != api_version) {
      fault("api", "api", std::to_string(*number));
    }
    return static_cast<int>(api_version);
  }

  void read_templates(const Value& root, const Search& search, Declaration& out) {
    const Value* templates = root.find("templates");
    const auto* map = templates == nullptr ? nullptr : std::get_if<Map>(&templates->data);
    if (map == nullptr || map->empty()) {
      fault(templates == nullptr ? "required" : "map", "templates", "");
      return;
    }
    only(*templates, "templates", {"odt", "docx"});
    for (const auto& member : *map) {
      const std::string name = text(*templates, member.first, "templates", true);
      const std::filesystem::path path(name);
      const bool inside =
          path.is_relative() &&
          std::none_of(path.begin(), path.end(), [](const auto& p) { return p == ".."; });
      if (!inside) {
        fault("path", "templates." + member.first, name);
        continue;
      }
      for (const std::filesystem::path& folder : search.template_roots) {
        const std::filesystem::path candidate = folder / out.id / path;
        std::error_code ignored;
        if (!out.templates.contains(member.first) || std::filesystem::exists(candidate, ignored)) {
          out.templates[member.first] = candidate;
        }
        if (std::filesystem::exists(candidate, ignored)) {
          break;
        }
      }
    }
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
      option.default_value = default_of(value);
      if (!accepts(option, option.default_value)) {
        fault("default", path + ".default", option.default_value);
      }
      out.options.push_back(std::move(option));
    }
  }

  static std::string default_of(const Value& option) {
    const Value* value = option.find("default");
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
      only(value, path, {"pages", "words", "characters"});
      Limit& limit = out.limits[name];
      limit.pages = range(value, "pages", path);
      limit.words = range(value, "words", path);
      limit.characters = range(value, "characters", path);
    }
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
    diagnostic.origin = place_of(path);
    diagnostic.args = {{"what", std::string(what)}, {"field", path}, {"value", value}};
    diagnostic.suggestion = std::move(suggestion);
    diagnostics_.add(std::move(diagnostic));
  }

  // A value tree has no lines: each name of the path is looked for behind the one before it.
  [[nodiscard]] Origin place_of(const std::string& path) const {
    Origin origin;
    origin.file = (folder_ / "plugin.lua").string();
    std::size_t at = 0;
    for (const std::string& name : split(path, '.')) {
      const std::size_t found = name.empty() ? std::string::npos : find_word(name, at);
      if (found == std::string::npos) {
        break;
      }
      at = found;
    }
    const std::string_view before = source_.substr(0, at);
    origin.row = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t line = before.rfind('\n');
    const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
    origin.column = static_cast<int>(at - start) + 1;
    if (at > 0) {
      const std::string text(source_.substr(start, source_.find('\n', start) - start));
      origin.text = first_invalid_utf8(text) == std::string::npos ? trimmed(text) : "";
    }
    return origin;
  }

  [[nodiscard]] std::size_t find_word(std::string_view name, std::size_t from) const {
    const auto part_of_word = [this](std::size_t at) {
      return at < source_.size() &&
             (std::isalnum(static_cast<unsigned char>(source_[at])) != 0 || source_[at] == '_');
    };
    for (std::size_t at = source_.find(name, from); at != std::string_view::npos;
         at = source_.find(name, at + 1)) {
      const std::size_t behind = source_.find_first_not_of(" \t\"']", at + name.size());
      const bool is_key = behind != std::string_view::npos && source_[behind] == '=';
      if (is_key && !part_of_word(at + name.size()) && (at == 0 || !part_of_word(at - 1))) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  std::filesystem::path folder_;
  std::string_view source_;
  Diagnostics& diagnostics_;
  bool ok_ = true;
  std::vector<std::string> meant_;
};

}  // namespace

std::optional<Declaration> read_declaration(const view::Value& value,
                                            const std::filesystem::path& folder,
                                            std::string_view source, const Search& search,
                                            Diagnostics& diagnostics) {
  Reader reader(folder, source, diagnostics);
  Declaration declaration = reader.read(value, search);
  return reader.ok() ? std::optional(std::move(declaration)) : std::nullopt;
}

}  // namespace rapporteur::plugin
