#include "support.hpp"

#include <fmt/format.h>

#include "base/messages.hpp"
#include "base/text.hpp"

namespace rapporteur::template_::test {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string runs(Markup markup, std::string_view text, bool scattered) {
  std::vector<std::string> pieces;
  if (scattered) {
    for (const char byte : text) {  // ASCII only in scattered lines
      pieces.emplace_back(1, byte);
    }
  } else {
    pieces.emplace_back(text);
  }
  std::string out;
  int number = 0;
  for (const std::string& piece : pieces) {
    ++number;
    if (markup == Markup::odf) {
      out += scattered ? fmt::format("<text:span text:style-name=\"T{}\">{}</text:span>",
                                     number % 2, piece == " " ? "<text:s/>" : escaped(piece))
                       : escaped(piece);
    } else {
      out += fmt::format(
          "<w:r w:rsidR=\"00{:06X}\"><w:rPr><w:sz w:val=\"20\"/></w:rPr>"
          "<w:t xml:space=\"preserve\">{}</w:t></w:r>",
          number, escaped(piece));
      out += scattered ? "<w:proofErr w:type=\"spellStart\"/>" : "";
    }
  }
  return out;
}

std::string paragraph(Markup markup, std::string_view line) {
  const bool is_heading = line.starts_with("# ");
  const bool scattered = line.starts_with("~ ");
  const std::string content =
      runs(markup, is_heading || scattered ? line.substr(2) : line, scattered);
  if (markup == Markup::odf) {
    const std::string name = is_heading ? "text:h" : "text:p";
    return "<" + name + ">" + content + "</" + name + ">";
  }
  return "<w:p w14:paraId=\"1A2B3C4D\">" +
         std::string(is_heading ? "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" : "") + content +
         "</w:p>";
}

std::vector<std::string> paragraphs_of(std::string_view cell) {
  std::vector<std::string> out;
  for (std::size_t at = cell.find("¶"); at != std::string_view::npos; at = cell.find("¶")) {
    out.push_back(trimmed(cell.substr(0, at)));
    cell.remove_prefix(at + std::string_view("¶").size());
  }
  out.push_back(trimmed(cell));
  return out;
}

std::string cell(Markup markup, std::string content) {
  int span = 1;
  if (const std::size_t at = content.rfind('<'); at != std::string::npos) {
    span = std::stoi(content.substr(at + 1));
    content = trimmed(content.substr(0, at));
  }
  const bool covered = content == "^";
  std::string inner;
  for (const std::string& line : paragraphs_of(covered ? "" : content)) {
    inner += paragraph(markup, line);
  }
  if (markup == Markup::ooxml) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/>" +
           (span > 1 ? fmt::format("<w:gridSpan w:val=\"{}\"/>", span) : std::string()) +
           (covered ? "<w:vMerge/>" : "") + "</w:tcPr>" + inner + "</w:tc>";
  }
  if (covered) {
    return "<table:covered-table-cell/>";
  }
  std::string out =
      "<table:table-cell" +
      (span > 1 ? fmt::format(" table:number-columns-spanned=\"{}\"", span) : std::string()) + ">" +
      inner + "</table:table-cell>";
  for (int i = 1; i < span; ++i) {
    out += "<table:covered-table-cell/>";
  }
  return out;
}

std::vector<std::string> cells_of(std::string_view line) {
  // A single bar inside {{…}} is a format's.
  std::vector<std::string> out(1);
  int depth = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    depth += line[i] == '{' ? 1 : line[i] == '}' ? -1 : 0;
    if (line[i] == '|' && depth == 0) {
      out.emplace_back();
    } else {
      out.back() += line[i];
    }
  }
  out.pop_back();
  for (std::string& one : out) {
    one = trimmed(one);
  }
  return out;
}

std::string table(Markup markup, const std::vector<std::string>& lines) {
  std::string rows;
  std::size_t columns = 0;
  for (const std::string& line : lines) {
    std::string cells;
    std::size_t count = 0;
    for (const std::string& content : cells_of(line)) {
      cells += cell(markup, content);
      const std::size_t at = content.rfind('<');
      count += at == std::string::npos ? 1 : std::stoul(content.substr(at + 1));
    }
    columns = std::max(columns, count);
    rows += markup == Markup::odf ? "<table:table-row>" + cells + "</table:table-row>"
                                  : "<w:tr>" + cells + "</w:tr>";
  }
  if (markup == Markup::odf) {
    return fmt::format(
               "<table:table><table:table-column table:style-name=\"C\" "
               "table:number-columns-repeated=\"{}\"/>",
               columns) +
           rows + "</table:table>";
  }
  std::string grid;
  for (std::size_t i = 0; i < columns; ++i) {
    grid += "<w:gridCol w:w=\"1000\"/>";
  }
  return "<w:tbl><w:tblPr/><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
}

class Back {
 public:
  Back(Markup markup, const std::vector<Fill>& fills) : markup_(markup), fills_(fills) {}

  std::string container(pugi::xml_node parent, std::string_view separator) {
    std::vector<std::string> lines;
    collect(parent, lines);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      (out += i == 0 ? "" : separator) += lines[i];
    }
    return out;
  }

 private:
  void collect(pugi::xml_node parent, std::vector<std::string>& lines) {
    for (const pugi::xml_node node : parent.children()) {
      const Role role = role_of(markup_, node.name());
      if (role == Role::paragraph) {
        lines.push_back(line(node));
      } else if (role == Role::table) {
        lines.push_back(rows(node));
      } else if (role != Role::properties && role != Role::opaque && role != Role::covered) {
        collect(node, lines);
      }
    }
  }

  std::string line(pugi::xml_node node) {
    std::string out;
    gather(node, out);
    for (const Fill& fill : fills_) {
      if (const std::size_t at = out.find(fill.token); at != std::string::npos) {
        std::string put;
        for (const Block& block : fill.blocks) {
          put += put.empty() ? "" : " // ";
          for (const Run& run : block.runs) {
            put += run.text + (run.note.empty() ? "" : "[note: " + run.note.front().text + "]");
          }
        }
        out.replace(at, fill.token.size(), put);
      }
    }
    return out;
  }

  void gather(pugi::xml_node parent, std::string& out) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (node.type() == pugi::node_pcdata) {
        out += node.value();
      } else if (name == "text:line-break" || name == "w:br") {
        out += '\n';
      } else if (name == "text:s") {
        out += ' ';
      } else {
        gather(node, out);
      }
    }
  }

  std::string rows(pugi::xml_node parent) {
    std::string out;
    for (const pugi::xml_node node : parent.children()) {
      const Role role = role_of(markup_, node.name());
      if (role == Role::rows) {
        out += (out.empty() ? "" : "\n") + rows(node);
      } else if (role == Role::row) {
        out += (out.empty() ? "|" : "\n|") + cells(node);
      }
    }
    return out;
  }

  std::string cells(pugi::xml_node row) {
    std::string out;
    int tail = 0;
    for (const pugi::xml_node node : row.children()) {
      const Role role = role_of(markup_, node.name());
      if (role == Role::covered && tail > 0) {
        --tail;
      } else if (role == Role::covered) {
        out += " ^ |";
      } else if (role == Role::cell) {
        const pugi::xml_node merge = node.child("w:tcPr").child("w:vMerge");
        const int span =
            markup_ == Markup::odf
                ? node.attribute("table:number-columns-spanned").as_int(1)
                : node.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
        tail = span - 1;
        const std::string inner = container(node, " ¶ ");
        out += merge && !merge.attribute("w:val") ? " ^" : inner.empty() ? "" : " " + inner;
        out += span > 1 ? fmt::format(" <{} |", span) : " |";
      }
    }
    return out;
  }

  Markup markup_;
  const std::vector<Fill>& fills_;
};

}  // namespace

std::string wrap(Markup markup, std::string_view body) {
  if (markup == Markup::odf) {
    return fmt::format(
        "<office:document-content><office:automatic-styles>"
        "<style:style style:name=\"C\" style:family=\"table-column\">"
        "<style:table-column-properties style:column-width=\"4cm\"/></style:style>"
        "</office:automatic-styles><office:body><office:text>{}</office:text></office:body>"
        "</office:document-content>",
        body);
  }
  return fmt::format("<w:document><w:body>{}</w:body></w:document>", body);
}

std::string draw(Markup markup, std::string_view drawing) {
  std::string body;
  std::vector<std::string> rows;
  for (const std::string& line : split(drawing, '\n')) {
    const std::string content = trimmed(line);
    if (content.starts_with('|')) {
      rows.push_back(content);
      continue;
    }
    if (!rows.empty()) {
      body += table(markup, rows);
      rows.clear();
    }
    body += paragraph(markup, content);
  }
  body += rows.empty() ? "" : table(markup, rows);
  return wrap(markup, body);
}

std::string read_back(Markup markup, const std::string& xml, const std::vector<Fill>& fills) {
  pugi::xml_document tree;
  if (!tree.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata)) {
    return "BROKEN XML: " + xml;
  }
  return Back(markup, fills).container(tree, "\n");
}

std::string told(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out += out.empty() ? "" : "\n";
    out += diagnostic.id;
    const Origin& origin = diagnostic.origin;
    if (origin.table > 0) {
      out += fmt::format(" table {} row {} column {}", origin.table, origin.row, origin.column);
    }
    out += origin.heading.empty() ? "" : " [" + origin.heading + "]";
    for (const auto& [name, value] : diagnostic.args) {
      if (name == "tag") {
        out += " " + std::get<std::string>(value);
      }
    }
    out += diagnostic.suggestion.empty() ? "" : " did you mean " + diagnostic.suggestion;
    static_cast<void>(render(diagnostic, "fr"));  // every id has its texts
  }
  return out;
}

std::string expand_raw(Markup markup, std::string_view xml, const view::Value& view,
                       Diagnostics& diagnostics) {
  const ExpandInput input{view, terms(), formats(), "en", "abc"};
  const auto expanded = expand_xml(markup, std::string(xml), input, diagnostics);
  return expanded ? expanded->xml : "";
}

std::string expand(Markup markup, std::string_view drawing, const view::Value& view) {
  Diagnostics diagnostics;
  const ExpandInput input{view, terms(), formats(), "en", "abc"};
  const auto expanded = expand_xml(markup, draw(markup, drawing), input, diagnostics);
  return expanded ? read_back(markup, expanded->xml, expanded->fills) : told(diagnostics);
}

view::Value text(std::string utf8, std::string language) {
  return {.data = view::Text{std::move(utf8), std::move(language)}};
}
view::Value money(std::int64_t francs) {
  return {.data = Money{francs, "XOF"}};
}
view::Value list(std::vector<view::Value> items) {
  return {.data = std::move(items)};
}
view::Value map(view::Map members) {
  return {.data = std::move(members)};
}

const locale::Catalogue& terms() {
  using Words = std::map<std::string, std::string, std::less<>>;
  static const locale::Catalogue catalogue = [] {
    locale::Catalogue english(Words{{"total", "Total"}, {"head.budget", "Budget (CFA francs)"}},
                              "en");
    english.add_language({Words{{"total", "Somme"}, {"head.budget", "Budget (francs CFA)"}}, "fr"});
    return english;
  }();
  return catalogue;
}
const locale::Formats& formats() {
  static const locale::Formats named{{"budget", {.kind = "money", .missing = "PM"}}};
  return named;
}

}  // namespace rapporteur::template_::test
