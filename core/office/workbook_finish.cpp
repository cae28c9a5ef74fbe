#include "office/workbook_finish.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "base/files.hpp"
#include "office/package.hpp"

namespace rapporteur::office {
namespace {

constexpr std::int64_t any_time = 315532800;  // the normaliser sets the right one

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

/// Panes of a worksheet, each with its selection, as Excel writes them.
void freeze(pugi::xml_node view, int rows) {
  while (view.remove_child("selection")) {
  }
  const std::string first = "B" + std::to_string(rows + 1);
  pugi::xml_node pane = view.prepend_child("pane");
  set(pane, "xSplit", "1");
  set(pane, "ySplit", std::to_string(rows));
  set(pane, "topLeftCell", first);
  set(pane, "activePane", "bottomRight");
  set(pane, "state", "frozen");
  for (const char* const name : {"topRight", "bottomLeft"}) {
    set(view.append_child("selection"), "pane", name);
  }
  pugi::xml_node selection = view.append_child("selection");
  set(selection, "pane", "bottomRight");
  set(selection, "activeCell", first);
  set(selection, "sqref", first);
}

void remove_empty_cells(pugi::xml_node worksheet) {
  pugi::xml_node data = worksheet.child("sheetData");
  for (pugi::xml_node row = data.first_child(); row;) {
    const pugi::xml_node next_row = row.next_sibling();
    for (pugi::xml_node cell = row.first_child(); cell;) {
      const pugi::xml_node next_cell = cell.next_sibling();
      if (!cell.first_child()) {
        row.remove_child(cell);
      }
      cell = next_cell;
    }
    if (!row.first_child()) {
      data.remove_child(row);
    }
    row = next_row;
  }
  worksheet.remove_child("dimension");
}

void item(pugi::xml_node parent, const char* name, const char* type, int value) {
  pugi::xml_node node = parent.append_child("config:config-item");
  set(node, "config:name", name);
  set(node, "config:type", type);
  node.text().set(value);
}

/// The view that an office with a window would have stored in settings.xml.
void add_views(pugi::xml_node root, const WorkbookDraft& draft) {
  pugi::xml_node views =
      root.child("office:settings")
          .find_child_by_attribute("config:config-item-set", "config:name", "ooo:view-settings")
          .append_child("config:config-item-map-indexed");
  set(views, "config:name", "Views");
  pugi::xml_node view = views.append_child("config:config-item-map-entry");
  pugi::xml_node id = view.append_child("config:config-item");
  set(id, "config:name", "ViewId");
  set(id, "config:type", "string");
  id.text().set("view1");
  pugi::xml_node tables = view.append_child("config:config-item-map-named");
  set(tables, "config:name", "Tables");
  for (const DraftSheet& sheet : draft.sheets) {
    const int rows = frozen_rows(sheet);
    if (rows == 0) {
      continue;
    }
    pugi::xml_node table = tables.append_child("config:config-item-map-entry");
    set(table, "config:name", sheet.name);
    item(table, "CursorPositionX", "int", 1);
    item(table, "CursorPositionY", "int", rows);
    item(table, "HorizontalSplitMode", "short", 2);
    item(table, "VerticalSplitMode", "short", 2);
    item(table, "HorizontalSplitPosition", "int", 1);
    item(table, "VerticalSplitPosition", "int", rows);
    item(table, "ActiveSplitRange", "short", 3);
    item(table, "PositionLeft", "int", 0);
    item(table, "PositionRight", "int", 1);
    item(table, "PositionTop", "int", 0);
    item(table, "PositionBottom", "int", rows);
  }
}

/// The sheet of the draft that a part holds: Calc numbers worksheets in their order.
const DraftSheet* sheet_of(const std::string& part, const WorkbookDraft& draft) {
  for (std::size_t i = 0; i < draft.sheets.size(); ++i) {
    if (part == "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml") {
      return &draft.sheets[i];
    }
  }
  return nullptr;
}

bool finish(Part& part, const WorkbookDraft& draft, WorkbookKind kind) {
  const DraftSheet* const sheet = kind == WorkbookKind::xlsx ? sheet_of(part.name, draft) : nullptr;
  const bool is_settings = kind == WorkbookKind::ods && part.name == "settings.xml";
  if (sheet == nullptr && !is_settings) {
    return true;
  }
  pugi::xml_document document;
  if (!document.load_buffer(part.bytes.data(), part.bytes.size(),
                            pugi::parse_full | pugi::parse_ws_pcdata)) {
    return false;
  }
  pugi::xml_node root = document.document_element();
  if (is_settings) {
    add_views(root, draft);
  } else {
    remove_empty_cells(root);
    if (const int rows = frozen_rows(*sheet); rows > 0) {
      freeze(root.child("sheetViews").child("sheetView"), rows);
    }
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  part.bytes = std::move(out).str();
  return true;
}

}  // namespace

int frozen_rows(const DraftSheet& sheet) {
  const bool has_header = std::ranges::any_of(
      sheet.columns, [](const DraftColumn& column) { return !column.header.empty(); });
  return has_header ? static_cast<int>(sheet.titles.size() + sheet.notes.size()) + 1 : 0;
}

bool finish_workbook(const std::filesystem::path& file, const WorkbookDraft& draft,
                     WorkbookKind kind) {
  const auto bytes = read_file(file);
  auto parts = bytes ? unpack(*bytes) : std::nullopt;
  return parts &&
         std::ranges::all_of(*parts, [&](Part& part) { return finish(part, draft, kind); }) &&
         write_file(file, pack(*parts, any_time));
}

}  // namespace rapporteur::office
