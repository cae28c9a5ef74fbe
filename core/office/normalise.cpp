// ODT and DOCX: parts in a fixed order with fixed times, and in the parts that tell about the
// making (meta.xml, settings.xml, docProps) nothing of clock, machine or chance.
//
// Found by comparing what several offices stored of one input: content and styles never differ; the
// dates of meta.xml and core.xml, the editing time and the random Rsid of settings.xml always do.
#include "office/normalise.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <pugixml.hpp>
#include <sstream>

#include "base/files.hpp"
#include "base/long_table.hpp"
#include "office/note_references.hpp"
#include "office/package.hpp"
#include "office/references.hpp"
#include "office/style_names.hpp"
#include "office/table_parts.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

namespace {

std::string iso_time(Stamp stamp) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(stamp.epoch)));
}

/// Parses a part, changes it, writes it back without reformatting. False when it is no XML.
bool change_xml(Part& part, const std::function<void(pugi::xml_document&)>& change) {
  pugi::xml_document document;
  const auto flags = pugi::parse_full | pugi::parse_ws_pcdata;
  if (!document.load_buffer(part.bytes.data(), part.bytes.size(), flags)) {
    return false;
  }
  change(document);
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  part.bytes = out.str();
  return true;
}

void remove_children(pugi::xml_node parent, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    while (parent.remove_child(name)) {
    }
  }
}

void set_text(pugi::xml_node parent, const char* name, const std::string& text) {
  if (auto child = parent.child(name)) {
    child.text().set(text.c_str());
  }
}

void change_meta(pugi::xml_document& document, Stamp stamp) {
  auto meta = document.document_element().child("office:meta");
  set_text(meta, "meta:creation-date", iso_time(stamp));
  set_text(meta, "dc:date", iso_time(stamp));
  set_text(meta, "meta:editing-duration", "PT0S");
  set_text(meta, "meta:editing-cycles", "1");
  remove_children(meta, {"meta:template", "meta:print-date", "meta:printed-by"});
}

// The Rsid is a random number; a printer is the machine's.
void change_settings(pugi::xml_document& document) {
  for (const auto& set : document.document_element().first_child().children()) {
    for (auto item = set.first_child(); item;) {
      const auto next = item.next_sibling();
      const std::string_view name = item.attribute("config:name").value();
      if (name == "Rsid" || name == "RsidRoot") {
        pugi::xml_node(set).remove_child(item);
      } else if (name == "PrinterName" || name == "PrinterSetup") {
        item.text().set("");
      }
      item = next;
    }
  }
}

// Folders in the manifest stand for nothing in the package.
void change_manifest(pugi::xml_document& document) {
  auto root = document.document_element();
  std::vector<std::pair<std::string, pugi::xml_node>> entries;
  for (auto child = root.first_child(); child;) {
    const auto next = child.next_sibling();
    const std::string path = child.attribute("manifest:full-path").value();
    const bool folder = path.size() > 1 && path.ends_with('/') &&
                        std::string_view(child.attribute("manifest:media-type").value()) ==
                            "application/vnd.sun.xml.ui.configuration";
    if (child.type() != pugi::node_element || folder) {
      root.remove_child(child);
    } else {
      entries.emplace_back(path, child);
    }
    child = next;
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [path, entry] : entries) {
    root.append_move(entry);
  }
}

void change_core(pugi::xml_document& document, Stamp stamp) {
  auto root = document.document_element();
  set_text(root, "dcterms:created", iso_time(stamp));
  set_text(root, "dcterms:modified", iso_time(stamp));
  set_text(root, "cp:revision", "1");
  remove_children(root, {"cp:lastPrinted"});
}

// Writer puts a section's properties before the style of the paragraph that ends it; the schema
// (and Word) want them behind everything but a tracked change.
void order_sections(pugi::xml_document& document) {
  for (const auto& found : document.select_nodes("//w:pPr[w:sectPr]")) {
    auto properties = found.node();
    auto section = properties.child("w:sectPr");
    const auto change = properties.child("w:pPrChange");
    if (change) {
      properties.insert_move_before(section, change);
    } else {
      properties.append_move(section);
    }
  }
}

void change_document(pugi::xml_document& document) {
  order_sections(document);
  join_table_parts(document);
  mend_note_references(document);
}

// A document drawn as ODT names no default paragraph style; without one Word takes its own.
void name_default_style(pugi::xml_document& document) {
  auto styles = document.document_element();
  if (!styles.find_child_by_attribute("w:style", "w:default", "1")) {
    if (auto normal = styles.find_child_by_attribute("w:style", "w:styleId", "Normal")) {
      normal.append_attribute("w:default") = "1";
    }
  }
}

void change_app(pugi::xml_document& document) {
  auto root = document.document_element();
  set_text(root, "TotalTime", "0");
  set_text(root, "Template", "");
}

// What a reader looks for first comes first; the rest by name.
int rank(std::string_view name) {
  if (name == "mimetype" || name == "[Content_Types].xml") {
    return 0;
  }
  return name == "_rels/.rels" || name == "META-INF/manifest.xml" ? 1 : 2;
}

bool change_package(const fs::path& file, Stamp stamp, std::string_view first,
                    const std::function<bool(Part&)>& change) {
  const auto bytes = read_file(file);
  auto parts = bytes ? unpack(*bytes) : std::nullopt;
  if (!parts) {
    return false;
  }
  std::sort(parts->begin(), parts->end(), [](const Part& a, const Part& b) {
    const auto key = [](const Part& part) { return std::pair(rank(part.name), part.name); };
    return key(a) < key(b);
  });
  if (parts->front().name != first || !std::all_of(parts->begin(), parts->end(), change)) {
    return false;
  }
  return write_file(file, pack(*parts, stamp.epoch));
}

}  // namespace

bool told_unless(bool done, const fs::path& file, Diagnostics& diagnostics) {
  if (!done) {
    const std::string name = file.filename().string();
    diagnostics.add(
        {.id = "office-store",
         .origin = {.file = name},
         .args = {{"job", name}, {"reason", std::string("the stored file cannot be read back")}}});
  }
  return done;
}

Stamp stamp_from_environment() {
  Stamp stamp;
  if (const char* text = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view digits(text);
    std::int64_t epoch = 0;
    const auto end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, epoch);
    constexpr std::int64_t year_10000 = 253'402'300'800;
    if (error == std::errc{} && at == end && epoch >= 0 && epoch < year_10000) {
      stamp.epoch = epoch;
    }
  }
  return stamp;
}

bool normalise_odt(const fs::path& file, Stamp stamp, Diagnostics& diagnostics) {
  SteadyNumbers numbers;
  const bool done = change_package(file, stamp, "mimetype", [stamp, &numbers](Part& part) {
    if (part.name == "meta.xml") {
      return change_xml(part, [stamp](auto& xml) { change_meta(xml, stamp); });
    }
    if (part.name == "settings.xml") {
      return change_xml(part, change_settings);
    }
    if (part.name == "META-INF/manifest.xml") {
      return change_xml(part, change_manifest);
    }
    if (part.name == "content.xml" && part.bytes.find(long_table::bookmark) != std::string::npos &&
        !change_xml(part, unmark_table_parts)) {
      return false;
    }
    if (part.name == "content.xml" || part.name == "styles.xml") {
      part.bytes = with_steady_styles(with_steady_references(part.bytes, numbers));
    }
    return true;
  });
  return told_unless(done, file, diagnostics);
}

bool normalise_docx(const fs::path& file, Stamp stamp, Diagnostics& diagnostics) {
  SteadyNumbers numbers;
  const bool done =
      change_package(file, stamp, "[Content_Types].xml", [stamp, &numbers](Part& part) {
        if (part.name == "docProps/core.xml") {
          return change_xml(part, [stamp](auto& xml) { change_core(xml, stamp); });
        }
        if (part.name == "docProps/app.xml") {
          return change_xml(part, change_app);
        }
        if (part.name == "word/document.xml" && !change_xml(part, change_document)) {
          return false;
        }
        if (part.name == "word/styles.xml" && !change_xml(part, name_default_style)) {
          return false;
        }
        if (part.name.starts_with("word/") && part.name.ends_with(".xml")) {
          part.bytes = with_steady_references(part.bytes, numbers);
        }
        return true;
      });
  return told_unless(done, file, diagnostics);
}

bool normalise_xlsx(const fs::path& file, Stamp stamp, Diagnostics& diagnostics) {
  const bool done = change_package(file, stamp, "[Content_Types].xml", [stamp](Part& part) {
    if (part.name == "docProps/core.xml") {
      return change_xml(part, [stamp](auto& xml) { change_core(xml, stamp); });
    }
    return part.name != "docProps/app.xml" || change_xml(part, change_app);
  });
  return told_unless(done, file, diagnostics);
}

}  // namespace rapporteur::office
