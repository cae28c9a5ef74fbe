#include "base/workbook_draft.hpp"

#include "base/wire.hpp"

namespace rapporteur {
namespace {

void write(wire::Writer& out, const std::vector<std::string>& list) {
  out.integer(static_cast<std::int64_t>(list.size()));
  for (const std::string& item : list) {
    out.string(item);
  }
}

std::vector<std::string> read_list(wire::Reader& in) {
  std::vector<std::string> list;
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    list.push_back(in.string());
  }
  return list;
}

void write(wire::Writer& out, const DraftColumn& column) {
  out.string(column.header);
  out.byte(static_cast<std::uint8_t>(column.format));
  out.integer(column.decimals);
  out.integer(column.width);
  write(out, column.choices);
  out.string(column.choices_from);
}

DraftColumn read_column(wire::Reader& in) {
  DraftColumn column;
  column.header = in.string();
  column.format = static_cast<DraftFormat>(in.byte());
  column.decimals = static_cast<int>(in.integer());
  column.width = static_cast<int>(in.integer());
  column.choices = read_list(in);
  column.choices_from = in.string();
  return column;
}

void write(wire::Writer& out, const DraftSheet& sheet) {
  out.string(sheet.name);
  out.boolean(sheet.is_visible);
  write(out, sheet.titles);
  out.integer(static_cast<std::int64_t>(sheet.notes.size()));
  for (const auto& note : sheet.notes) {
    write(out, note);
  }
  out.integer(static_cast<std::int64_t>(sheet.columns.size()));
  for (const DraftColumn& column : sheet.columns) {
    write(out, column);
  }
  out.integer(static_cast<std::int64_t>(sheet.rows.size()));
  for (const auto& row : sheet.rows) {
    out.integer(static_cast<std::int64_t>(row.size()));
    for (const SheetCell& cell : row) {
      out.byte(static_cast<std::uint8_t>(cell.kind));
      out.string(cell.text);
    }
  }
}

DraftSheet read_sheet(wire::Reader& in) {
  DraftSheet sheet;
  sheet.name = in.string();
  sheet.is_visible = in.boolean();
  sheet.titles = read_list(in);
  const std::size_t notes = in.count();
  for (std::size_t i = 0; i < notes && in.ok(); ++i) {
    sheet.notes.push_back(read_list(in));
  }
  const std::size_t columns = in.count();
  for (std::size_t i = 0; i < columns && in.ok(); ++i) {
    sheet.columns.push_back(read_column(in));
  }
  const std::size_t rows = in.count();
  for (std::size_t i = 0; i < rows && in.ok(); ++i) {
    const std::size_t cells = in.count();
    auto& row = sheet.rows.emplace_back();
    for (std::size_t k = 0; k < cells && in.ok(); ++k) {
      const auto kind = static_cast<SheetCellKind>(in.byte());
      row.push_back({kind, in.string()});
    }
  }
  return sheet;
}

}  // namespace

std::string encode(const WorkbookDraft& draft) {
  wire::Writer out;
  out.string(draft.title);
  out.string(draft.language);
  out.integer(static_cast<std::int64_t>(draft.sheets.size()));
  for (const DraftSheet& sheet : draft.sheets) {
    write(out, sheet);
  }
  return out.take();
}

std::optional<WorkbookDraft> decode_draft(std::string_view bytes) {
  wire::Reader in(bytes);
  WorkbookDraft draft;
  draft.title = in.string();
  draft.language = in.string();
  const std::size_t sheets = in.count();
  for (std::size_t i = 0; i < sheets && in.ok(); ++i) {
    draft.sheets.push_back(read_sheet(in));
  }
  return in.ok() && in.at_end() ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace rapporteur
