#include "base/report.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "base/json_object.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "base/workbook.hpp"

namespace rapporteur {

namespace {

constexpr std::size_t excerpt_columns = 72;

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::information:
      return "information";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

const char* name_of(Kind kind) {
  static constexpr std::array names{"finding", "plan", "usage", "template", "plugin", "office"};
  return names.at(static_cast<std::size_t>(kind));
}

bool in_document(const Origin& origin) {
  return !origin.part.empty();
}

std::string excerpt(const Origin& origin) {
  std::string line = origin.text;
  for (char& c : line) {
    c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return shortened(trimmed(strip_unprintable(line)), excerpt_columns);
}

/// As find, but a name is no part of a longer one, and one between quotation marks comes first.
std::size_t find_word(const std::string& text, const std::string& word, std::size_t from) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (const std::size_t quoted = text.find('"' + word + '"', from); quoted != std::string::npos) {
    return quoted + 1;
  }
  for (std::size_t at = text.find(word, from); at != std::string::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(word.front()) || !is_letter(text[at - 1]);
    const bool ends = end >= text.size() || !is_letter(word.back()) || !is_letter(text[end]);
    if (begins && ends) {
      return at;
    }
  }
  return std::string::npos;
}

/// Where in the excerpt the fault itself is: the tag of a template and the name in it, the name in
/// a line of Lua. All of it when nothing says more.
std::pair<std::size_t, std::size_t> marked(const Diagnostic& diagnostic, const std::string& shown) {
  std::size_t start = 0;
  std::size_t size = shown.size();
  if (!in_document(diagnostic.origin) && kind_of(diagnostic) != Kind::plugin) {
    return {start, size};
  }
  for (const std::string_view key : {"tag", "name", "word", "key", "value", "near"}) {
    for (const auto& [name, value] : diagnostic.args) {
      const auto* text = std::get_if<std::string>(&value);
      if (name != key || text == nullptr || text->empty()) {
        continue;
      }
      const std::size_t at = find_word(shown, *text, start);
      if (at != std::string::npos && at + text->size() <= start + size) {
        start = at;
        size = text->size();
      }
    }
  }
  return {start, size};
}

void append_sentence(std::string& text, std::string_view indent, std::string_view heading,
                     std::string_view sentence) {
  if (sentence.empty()) {
    return;
  }
  text.append(indent).append(heading);
  for (const char c : sentence) {
    text.push_back(c);
    if (c == '\n') {
      text.append(indent).append("  ");
    }
  }
  text.push_back('\n');
}

void set_place(Poco::JSON::Object& object, const Origin& origin) {
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) {
      object.set(key, value);
    }
  };
  const auto number = [&](const char* key, int value) {
    if (value != 0) {
      object.set(key, value);
    }
  };
  text("file", origin.file);
  text("sheet", origin.sheet);
  text("part", origin.part);
  text("heading", origin.heading);
  number("table", origin.table);
  number("row", origin.row);
  number("column", origin.column);
  if (!origin.sheet.empty()) {
    text("cell", cell_name(origin.row, origin.column));
  }
  text("column_name", origin.column_name);
  text("text", origin.text);
  number("page", origin.page);
}

/// How often each id was told, most often first.
std::vector<std::pair<std::string, int>> counts_by_id(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, int> by_id;
  for (const Diagnostic& diagnostic : diagnostics) {
    ++by_id[diagnostic.id];
  }
  std::vector<std::pair<std::string, int>> counts(by_id.begin(), by_id.end());
  std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<std::string, int>::second);
  return counts;
}

/// A cell as a spreadsheet names it, to be pasted into its name box: Budget!C14, 'Cadre
/// logique'!C14.
std::string cell_place(const Origin& origin) {
  const bool is_plain = std::ranges::all_of(origin.sheet, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  const std::string sheet = is_plain ? origin.sheet : "'" + origin.sheet + "'";
  return sheet + "!" + cell_name(origin.row, origin.column);
}

}  // namespace

std::string place_text(const Origin& origin, std::string_view language) {
  std::string place = origin.file;
  const auto with = [&](std::string_view key, const Argument& value) {
    place += ui_text(key, {{"x", value}}, language);
  };
  if (!origin.sheet.empty() && origin.row == 0 && origin.column == 0) {
    with("place_sheet", origin.sheet);
  } else if (!origin.sheet.empty()) {
    place += ", " + cell_place(origin);
  }
  if (in_document(origin)) {
    place += ", " + ui_text("part_" + folded(origin.part), {}, language);
    if (!origin.heading.empty()) {
      with("place_heading", shortened(origin.heading, 50));
    }
    if (origin.table != 0) {
      with("place_table", std::to_string(origin.table));
    }
    if (origin.row != 0) {
      with("place_row", std::to_string(origin.row));
    }
  } else if (origin.row != 0 && origin.sheet.empty()) {
    place += ":" + std::to_string(origin.row);
  }
  if (origin.column != 0 && origin.sheet.empty()) {
    with("place_column", std::to_string(origin.column));
  }
  if (!origin.column_name.empty()) {
    with("place_column_name", origin.column_name);
  }
  if (origin.page != 0) {
    with("place_page", std::to_string(origin.page));
  }
  return place;
}

std::string report_text(const Diagnostic& diagnostic, std::string_view language) {
  const Rendered rendered = render(diagnostic, language);
  std::string text = ui_text(name_of(severity_of(diagnostic)), {}, language);
  text += "[" + diagnostic.id + "]";
  if (const std::string place = place_text(diagnostic.origin, language); !place.empty()) {
    text += " " + place;
  }
  text += "\n";
  append_sentence(text, "  ", "", rendered.message);
  if (const std::string shown = excerpt(diagnostic.origin); !shown.empty()) {
    const auto [start, size] = marked(diagnostic, shown);
    text += "    | " + shown + "\n    | " +
            std::string(code_points(std::string_view(shown).substr(0, start)), ' ') +
            std::string(code_points(std::string_view(shown).substr(start, size)), '^') + "\n";
  }
  if (!diagnostic.suggestion.empty()) {
    append_sentence(text, "  ", "",
                    ui_text("suggestion", {{"name", diagnostic.suggestion}}, language));
  }
  append_sentence(text, "  ", ui_text("cause", {}, language), rendered.cause);
  append_sentence(text, "  ", ui_text("remedy", {}, language), rendered.remedy);
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    const std::string place = place_text(diagnostic.related[i].origin, language);
    append_sentence(text, "  ", "-> ", rendered.related[i] + (place.empty() ? "" : "\n" + place));
  }
  return text;
}

std::string report_text(const Diagnostics& diagnostics, std::string_view language) {
  std::string text;
  std::array<std::int64_t, 3> counts{};
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (const Diagnostic& diagnostic : sorted) {
    text += report_text(diagnostic, language) + "\n";
    ++counts.at(static_cast<std::size_t>(severity_of(diagnostic)));
  }
  if (!text.empty()) {
    text +=
        ui_text("counts", {{"errors", counts[2]}, {"warnings", counts[1]}, {"notes", counts[0]}},
                language) +
        "\n";
    const auto by_id = counts_by_id(sorted);
    for (std::size_t i = 0; by_id.size() > 1 && i < by_id.size(); ++i) {
      text += (i == 0 ? "  " : ", ") + by_id[i].first + " " + std::to_string(by_id[i].second);
    }
    text += by_id.size() > 1 ? "\n" : "";
  }
  return text;
}

std::string report_json(const Diagnostics& diagnostics, std::string_view language) {
  Poco::JSON::Array list;
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (const Diagnostic& diagnostic : sorted) {
    const Rendered rendered = render(diagnostic, language);
    auto object = new_object();
    object->set("id", diagnostic.id);
    object->set("severity", std::string(name_of(severity_of(diagnostic))));
    object->set("kind", std::string(name_of(kind_of(diagnostic))));
    object->set("message", rendered.message);
    if (!rendered.cause.empty()) {
      object->set("cause", rendered.cause);
    }
    if (!rendered.remedy.empty()) {
      object->set("remedy", rendered.remedy);
    }
    if (!diagnostic.suggestion.empty()) {
      object->set("suggestion", diagnostic.suggestion);
    }
    set_place(*object, diagnostic.origin);
    Poco::JSON::Array related;
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      auto item = new_object();
      item->set("message", rendered.related[i]);
      set_place(*item, diagnostic.related[i].origin);
      related.add(item);
    }
    object->set("related", related);
    list.add(object);
  }
  auto root = new_object();
  root->set("diagnostics", list);
  auto counts = new_object();
  for (const auto& [id, count] : counts_by_id(sorted)) {
    counts->set(id, count);
  }
  root->set("counts", counts);
  std::ostringstream out;
  root->stringify(out, 1);
  out << "\n";
  return out.str();
}

}  // namespace rapporteur
