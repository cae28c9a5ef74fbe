#include "takeover/plugin_files.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"

namespace rapporteur::takeover {
namespace {

std::string say(const Description& description, const char* key, const std::string& x = {}) {
  return ui_text(key, {{"x", x}}, description.wishes.languages.front());
}

// The comment of a catalogue key as Lua comment lines, "--" or "#" before each.
std::string comment(const Description& description, const char* key, const std::string& mark,
                    const std::string& x = {}) {
  std::string out;
  for (const std::string& line : split(trimmed(say(description, key, x)), '\n')) {
    (out += line.empty() ? mark : mark + " " + line) += "\n";
  }
  return out;
}

std::string form_name(const Description& description) {
  return std::filesystem::path(description.form).filename().string();
}

std::string options(const Needs& needs, const Description& description) {
  std::string out;
  const auto option = [&](const std::string& name, const std::string& fr, const std::string& en) {
    out += "    " + name + " = {\n      type = \"boolean\",\n      default = false,\n" +
           "      help = { fr = " + in_quotes(fr) + ", en = " + in_quotes(en) + " },\n    },\n";
  };
  if (needs.has_instructions) {
    option("guidance", ui_text("takeover_option_guidance", {}, "fr"),
           ui_text("takeover_option_guidance", {}, "en"));
  }
  for (const Tick& tick : needs.ticks) {
    option(tick.name, one_line(tick.label), one_line(tick.label));
  }
  return out.empty() ? ""
                     : "  options = {\n" + comment(description, "takeover_options", "    --") +
                           out + "  },\n";
}

bool is_own_column(const Needs& needs, const std::string& slot) {
  return std::any_of(needs.tables.begin(), needs.tables.end(), [&](const UsedTable& table) {
    return std::any_of(table.own.begin(), table.own.end(),
                       [&](const auto& column) { return column.second == slot; });
  });
}

std::string title_of(const std::string& id) {
  std::string title = id;
  std::replace(title.begin(), title.end(), '-', ' ');
  title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  return title;
}

std::string test_script(const Description& description) {
  std::string out = "#!/bin/sh\n" + comment(description, "takeover_test", "#");
  std::string languages;
  for (const std::string& language : description.wishes.languages) {
    languages += (languages.empty() ? "" : ",") + language;
  }
  return out + R"sh(set -eu
folder=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rapporteur new plan "$work/plan" --lang )sh" +
         languages + R"sh( >"$work/said"
rapporteur build "$work/plan" --format ")sh" +
         description.wishes.id + R"sh(" --plugins "$(dirname "$folder")" --to pdf --out "$work/out"
for language in $(printf '%s' ")sh" +
         languages + R"sh(" | tr ',' ' '); do
  test -s "$work/out/plan.)sh" +
         description.wishes.id + R"sh(.$language.pdf"
done
)sh";
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : one_line(text)) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out + "\"";
}

std::string one_line(std::string_view text) {
  std::string out = strip_unprintable(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return trimmed(out);
}

std::string key(std::string_view name) {
  const bool is_word = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  });
  constexpr std::string_view reserved[] = {"and",  "break", "do",     "else",   "end",   "false",
                                           "for",  "if",    "in",     "not",    "nil",   "or",
                                           "then", "true",  "repeat", "return", "until", "while"};
  const bool is_reserved =
      std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
  return is_word && !is_reserved ? std::string(name) : "[\"" + std::string(name) + "\"]";
}

std::string plugin_lua(const Description& description) {
  const Wishes& wishes = description.wishes;
  std::string languages;
  for (const std::string& language : wishes.languages) {
    languages += (languages.empty() ? "" : ", ") + in_quotes(language);
  }
  const std::string kind = description.template_name.ends_with(".odt") ? "odt" : "docx";
  std::string out = comment(description, "takeover_plugin", "--", form_name(description));
  out += "\nreturn {\n" + comment(description, "takeover_plugin_id", "  --");
  out += "  id = " + in_quotes(wishes.id) +
         ",\n  version = \"1.0.0\",\n  api = " + std::to_string(wishes.api) + ",\n";
  const std::string title = in_quotes(title_of(wishes.id));
  out += "  name = { fr = " + title + ", en = " + title + " },\n";
  out += "  languages = { " + languages + " },\n";
  out += comment(description, "takeover_plugin_template", "  --");
  out += "  templates = { " + kind + " = " + in_quotes(description.template_name) + " },\n";
  out += comment(description, "takeover_plugin_fonts", "  --") + "  fonts = {},\n";
  out += comment(description, "takeover_plugin_tables", "  --") + "  tables = {},\n";
  out += options(description.needs, description);
  out += comment(description, "takeover_plugin_view", "  --") + "  view = \"view\",\n}\n";
  return out;
}

std::string slots_guide(const Description& description) {
  const std::string& language = description.wishes.languages.front();
  std::string out = "# " + say(description, "takeover_slots_title", description.wishes.id) +
                    "\n\n" + trimmed(say(description, "takeover_slots_intro")) + "\n";
  std::set<std::string> told;  // a table of the writer's own has one slot for all its cells
  for (const OwnTable& table : description.needs.own) {
    told.insert(table.slot);
  }
  const auto section = [&](BoundTo to, const char* title) {
    bool any = false;
    for (const Bound& one : description.bound) {
      const bool is_told = !told.insert(one.name).second;
      if (one.to != to || one.name.empty() || is_told) {
        continue;
      }
      out += any ? "" : "\n## " + say(description, title) + "\n\n";
      any = true;
      const std::string place = place_text(one.place, language);
      out += "- `" + one.name + "`: " + one_line(one.label) + " (" +
             place.substr(place.starts_with(", ") ? 2 : 0) + ")" +
             (is_own_column(description.needs, one.name)
                  ? " – " + one_line(say(description, "takeover_slots_column"))
                  : "") +
             "\n";
    }
  };
  section(BoundTo::text, "takeover_slots_texts");
  section(BoundTo::option, "takeover_slots_options");
  for (const OwnTable& table : description.needs.own) {
    out +=
        "\n## " + table.slot + "\n\n" + trimmed(say(description, "takeover_slots_table")) + "\n\n";
    std::string head = "|";
    std::string rule = "|";
    for (const std::string& column : table.columns) {
      head += " " + (column.empty() ? std::string("–") : one_line(column)) + " |";
      rule += "---|";
    }
    out += "```\n" + head + "\n" + rule + "\n";
    for (const std::string& row : table.rows) {
      out += "| " + one_line(row) + " |";
      for (std::size_t i = 1; i < table.columns.size(); ++i) {
        out += " |";
      }
      out += "\n";
    }
    out += "```\n";
  }
  return out;
}

std::vector<File> plugin_files(const Description& description) {
  std::vector<File> files{{"plugin.lua", plugin_lua(description)},
                          {"view.lua", view_lua(description)},
                          {"SLOTS.md", slots_guide(description)},
                          {"tests/builds.sh", test_script(description)}};
  for (const std::string& language : description.wishes.languages) {
    files.push_back({"terms." + language + ".yaml",
                     "# " + one_line(ui_text("takeover_terms", {}, language)) + "\n" +
                         "form_title: " + in_quotes(title_of(description.wishes.id)) + "\n"});
  }
  return files;
}

}  // namespace rapporteur::takeover
