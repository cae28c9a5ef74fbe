#include "documents.hpp"

#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>

namespace rapporteur::test {

namespace {

bool is_odt(const std::string& document) {
  return document.ends_with(".odt");
}

pugi::xml_document xml_of(const std::string& zip, const std::string& part) {
  pugi::xml_document xml;
  xml.load_string(part_of(zip, part).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  return xml;
}

pugi::xml_document body_of(const std::string& document) {
  return xml_of(document, is_odt(document) ? "content.xml" : "word/document.xml");
}

void append_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata) {
      // In OOXML white space between elements is no text; only w:t holds some.
      if (!std::string_view(node.name()).starts_with("w:") ||
          std::string_view(node.name()) == "w:t") {
        text += child.value();
      }
    } else if (name == "text:s") {
      text += ' ';
    } else if (name == "text:tab" || name == "w:tab") {
      text += '\t';
    } else if (name != "text:note" && name != "text:soft-page-break" && name != "w:instrText" &&
               name != "w:pPr") {
      append_text(child, text);
    }
  }
}

std::string cell_text(const pugi::xml_node& cell, const char* paragraph) {
  std::string text;
  for (const auto& found : cell.select_nodes((std::string(".//") + paragraph).c_str())) {
    const pugi::xpath_node_set notes = found.node().select_nodes("ancestor::text:note");
    if (!notes.empty() && std::string_view(cell.name()) == "table:table-cell") {
      continue;
    }
    if (!text.empty()) {
      text += '\n';
    }
    append_text(found.node(), text);
  }
  return text;
}

bool covered(const pugi::xml_node& cell) {
  const std::string_view name = cell.name();
  if (name == "table:covered-table-cell") {
    return true;
  }
  const auto merge = cell.child("w:tcPr").child("w:vMerge");
  return merge && std::string_view(merge.attribute("w:val").value()) != "restart";
}

Rows rows_of(const pugi::xml_node& table, bool odf) {
  Rows rows;
  for (const auto& row : table.select_nodes(odf ? ".//table:table-row" : "./w:tr")) {
    Row cells;
    for (const pugi::xml_node& cell : row.node().children()) {
      const std::string_view name = cell.name();
      if ((name == "table:table-cell" || name == "w:tc") && !covered(cell)) {
        cells.push_back(odf ? cell_text(cell, "text:p") : cell_text(cell, "w:p"));
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace

std::string part_of(const std::string& zip, const std::string& name) {
  std::ifstream stream(zip, std::ios::binary);
  const Poco::Zip::ZipArchive archive(stream);
  const auto header = archive.findHeader(name);
  if (header == archive.headerEnd()) {
    return {};
  }
  stream.clear();
  Poco::Zip::ZipInputStream part(stream, header->second);
  std::ostringstream text;
  text << part.rdbuf();
  return text.str();
}

std::vector<std::string> parts_of(const std::string& zip) {
  std::ifstream stream(zip, std::ios::binary);
  const Poco::Zip::ZipArchive archive(stream);
  std::vector<std::string> names;
  for (auto it = archive.headerBegin(); it != archive.headerEnd(); ++it) {
    names.push_back(it->first);
  }
  return names;
}

std::vector<Rows> tables_of(const std::string& document) {
  const auto xml = body_of(document);
  std::vector<Rows> tables;
  for (const auto& table : xml.select_nodes(is_odt(document) ? "//table:table" : "//w:tbl")) {
    tables.push_back(rows_of(table.node(), is_odt(document)));
  }
  return tables;
}

int repeated_rows(const std::string& document, std::size_t table) {
  const auto xml = body_of(document);
  const auto tables = xml.select_nodes(is_odt(document) ? "//table:table" : "//w:tbl");
  const auto rows = tables[table].node().select_nodes(
      is_odt(document) ? ".//table:table-header-rows/table:table-row"
                       : "./w:tr[w:trPr/w:tblHeader]");
  return static_cast<int>(rows.size());
}

std::vector<std::string> footnotes_of(const std::string& document) {
  std::vector<std::string> notes;
  const auto xml = is_odt(document) ? body_of(document) : xml_of(document, "word/footnotes.xml");
  for (const auto& note :
       xml.select_nodes(is_odt(document) ? "//text:note/text:note-body"
                                         : "//w:footnote[not(@w:type) or @w:type='normal']")) {
    // Writer sets a tab behind the number of a DOCX footnote; it is no text of ours.
    std::string text = cell_text(note.node(), is_odt(document) ? "text:p" : "w:p");
    notes.push_back(text.substr(std::min(text.size(), text.find_first_not_of('\t'))));
  }
  return notes;
}

std::string text_of(const std::string& document) {
  const auto xml = body_of(document);
  std::string text;
  for (const auto& paragraph : xml.select_nodes(
           is_odt(document) ? "//text:p[not(ancestor::text:note)] | //text:h" : "//w:p")) {
    append_text(paragraph.node(), text);
    text += '\n';
  }
  return text;
}

std::string run(const std::string& command, int* status) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), size);
  }
  const int code = ::pclose(pipe);
  if (status != nullptr) {
    *status = WIFEXITED(code) ? WEXITSTATUS(code) : -1;
  }
  return output;
}

std::vector<std::string> pages_of(const std::string& pdf) {
  std::vector<std::string> pages;
  std::istringstream text(plain_spaces(run("pdftotext -layout " + pdf + " -")));
  for (std::string page; std::getline(text, page, '\f');) {
    pages.push_back(page);
  }
  return pages;
}

std::string plain_spaces(std::string text) {
  for (const std::string space : {"\u00A0", "\u202F", "\u2009"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

std::string without_formats(const std::string& yaml) {
  const std::size_t start = yaml.find("\nformats:");
  if (start == std::string::npos) {
    return yaml;
  }
  std::size_t end = yaml.find('\n', start + 1);
  while (end + 1 < yaml.size() && (yaml[end + 1] == ' ' || yaml[end + 1] == '\n')) {
    end = std::min(yaml.find('\n', end + 1), yaml.size());
  }
  return yaml.substr(0, start) + yaml.substr(end);
}

}  // namespace rapporteur::test
