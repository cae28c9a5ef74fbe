#include "exchange/guide.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "plan/plan_keys.hpp"
#include "plan/schema.hpp"

namespace rapporteur::exchange {
namespace {

/// Text that may stand in a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
  }
  return out;
}

class Guide {
 public:
  explicit Guide(std::string_view language) : language_(language), is_french_(language == "fr") {}

  std::string text() {
    out_ = "# " + say("guide_title") + "\n\n<!-- " + say("guide_generated") + " -->\n\n" +
           say("guide_folder") + "\n";
    heading("##", "plan.yaml");
    out_ += say("guide_yaml") + "\n";
    std::set<std::string_view> done;
    for (const PlanKey& key : plan_keys()) {
      if (done.insert(key.map).second) {
        add_keys(key.map);
      }
    }
    heading("##", say("guide_tables"));
    out_ += say("guide_conventions") + "\n\n";
    for (const TableSpec& table : schema()) {
      out_ += "- [`" + std::string(table.name) + "`](#" + std::string(table.name) + ") – " +
              help(table.help_en, table.help_fr) + "\n";
    }
    for (const TableSpec& table : schema()) {
      add_table(table);
    }
    heading("##", say("guide_narrative"));
    out_ += say("guide_narrative_text") + "\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, const Arguments& args = {}) const {
    return trimmed(ui_text(key, args, language_));
  }
  [[nodiscard]] std::string help(std::string_view en, std::string_view fr) const {
    return std::string(is_french_ ? fr : en);
  }

  void heading(const char* level, const std::string& text) {
    out_ += "\n" + std::string(level) + " " + text + "\n\n";
  }

  void table_head(const std::vector<const char*>& keys) {
    std::string rule = "|";
    out_ += "|";
    for (const char* const key : keys) {
      out_ += " " + say(key) + " |";
      rule += "---|";
    }
    out_ += "\n" + rule + "\n";
  }

  void row(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const std::string& text : cells) {
      out_ += " " + cell(text) + " |";
    }
    out_ += "\n";
  }

  void add_keys(std::string_view map) {
    if (map != "plan.yaml") {
      heading("###", say("guide_map", {{"x", std::string(map)}}));
    } else {
      out_ += "\n";
    }
    table_head({"guide_key", "guide_content", "guide_help"});
    for (const PlanKey& key : plan_keys()) {
      if (key.map == map) {
        row({"`" + std::string(key.name) + "`" + mark(key.required), type_text(key),
             help(key.help_en, key.help_fr)});
      }
    }
  }

  [[nodiscard]] static std::string mark(Required required) {
    return required == Required::yes ? " *" : "";
  }

  [[nodiscard]] std::string type_text(const PlanKey& key) const {
    static constexpr std::array<const char*, 12> names = {
        "text",   "name",       "language", "currency",        "date",   "integer", "period",
        "choice", "local_text", "map",      "choices_by_name", "options"};
    std::string text =
        say(std::string("guide_type_") + names.at(static_cast<std::size_t>(key.type)),
            {{"x", key.type == KeyType::map ? std::string(key.of) : choices_of(key.choices)}});
    return key.many == Many::yes ? say("guide_type_many", {{"x", text}}) : text;
  }

  /// `amount` (montant), `memo` (pm, pour_memoire)
  [[nodiscard]] static std::string choices_of(std::string_view choices) {
    std::string text;
    for (const std::string& choice : split(choices, '|')) {
      const std::vector<std::string> names = split(choice, '=');
      text += (text.empty() ? "`" : ", `") + names.front() + "`";
      for (std::size_t i = 1; i < names.size(); ++i) {
        text += (i == 1 ? " (" : ", ") + names[i];
      }
      text += names.size() > 1 ? ")" : "";
    }
    return text;
  }

  void add_table(const TableSpec& table) {
    heading("###", std::string(table.name));
    out_ += help(table.help_en, table.help_fr) + " " +
            say("guide_file", {{"x", std::string(table.name)}, {"names", names_of(table.alias)}}) +
            "\n\n";
    table_head({"guide_column", "guide_aliases", "guide_content", "guide_help"});
    for (const ColumnSpec& column : table.columns) {
      row({header_of(column) + mark(column.required), names_of(column.aliases), type_text(column),
           help(column.help_en, column.help_fr)});
    }
  }

  [[nodiscard]] static std::string names_of(std::string_view aliases) {
    std::string text;
    for (const std::string& alias : split(aliases, '|')) {
      text += alias.empty() ? "" : (text.empty() ? "`" : ", `") + alias + "`";
    }
    return text;
  }

  [[nodiscard]] std::string header_of(const ColumnSpec& column) const {
    const std::string name(column.name);
    switch (column.spread) {
      case Spread::single:
        break;
      case Spread::by_language:
        return "`" + name + ".fr`, `" + name + ".en`…";
      case Spread::by_period:
        return "`" + name + "." + say("guide_period") + "`";
    }
    return "`" + name + "`";
  }

  [[nodiscard]] std::string type_text(const ColumnSpec& column) const {
    static constexpr std::array<const char*, 15> names = {
        "id",   "reference", "code", "text",       "integer", "decimal", "money", "boolean",
        "date", "choice",    "list", "references", "period",  "value",   "path"};
    std::string targets;
    for (const std::string& target : split(column.target, '|')) {
      targets += (targets.empty() ? "`" : ", `") + target + "`";
    }
    return say(std::string("guide_type_") + names.at(static_cast<std::size_t>(column.type)),
               {{"x", column.type == ColumnType::choice ? choices_of(column.choices) : targets}});
  }

  std::string_view language_;
  bool is_french_;
  std::string out_;
};

}  // namespace

std::string plan_guide(std::string_view language) {
  return Guide(language).text();
}

}  // namespace rapporteur::exchange
