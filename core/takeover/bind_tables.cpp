// Tables: rows that repeat, totals, rows by category, tables of the writer's own.
#include <algorithm>

#include "base/text.hpp"
#include "takeover/binder.hpp"
#include "takeover/table_choice.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

// Figures of these columns stand as they are; words that repeat from row to row become one cell.
bool is_merged(std::string_view field) {
  return field == "result" || field == "level" || field == "group";
}

std::string list_name(const TableEntry& entry, std::string_view level) {
  return std::string(entry.name) + (level.empty() ? "" : "_" + std::string(level));
}

/// A column that names a currency prints that of the plan in each cell: under "EUR" dollars would
/// else pass for euros. Other columns have no room for it.
std::string currency_of(const ColumnMatch& field, const RowCell& cell) {
  return field.is_money && names_currency(cell.label) ? " | money currency" : "";
}

}  // namespace

UsedTable& Binder::used(const TableEntry& entry) {
  std::vector<UsedTable>& tables = out_.needs.tables;
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const UsedTable& table) { return table.entry == &entry; });
  if (found != tables.end()) {
    return *found;
  }
  tables.push_back({&entry, {}, {}, {}, {}});
  return tables.back();
}

// Fields by grid column; each field goes to the column that it fits best, the others have none.
std::vector<ColumnMatch> Binder::fields_of(const FormTable& table) const {
  std::vector<ColumnMatch> fields(table.columns.size());
  for (const std::size_t i : asked_columns(table)) {
    fields[i] = field_of(*table.entry, table.columns, i).value_or(ColumnMatch{});
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t j = 0; j < fields.size() && !fields[i].field.empty(); ++j) {
      const bool is_same = i != j && fields[i].field == fields[j].field;
      const bool is_one_cell = is_same && table.columns[i] == table.columns[j];
      const bool is_better =
          fields[j].score > fields[i].score || (fields[j].score == fields[i].score && j < i);
      if (is_same && !is_one_cell && is_better) {
        fields[i] = {};
      }
    }
  }
  return fields;
}

void Binder::cell(const RowCell& cell, const Tag& tag) {
  out_.edits.push_back({cell.spot, tag.text, false});
  out_.bound.push_back({tag.to, cell.label, tag.text, tag.name, true, cell.place,
                        cell.spot.paragraph.offset_debug()});
}

void Binder::number(const TableRow& row) {
  if (row.number.paragraph) {
    out_.edits.push_back({row.number, "{{row.index}}", false});
  }
}

// A column that the plan has nothing for: its texts stand in a slot, by the code of the row.
std::string Binder::own_field(const FormTable& table, const RowCell& cell) {
  UsedTable& of = used(*table.entry);
  std::string field = "own-" + slug(cell.label);
  const auto found = std::find_if(of.own.begin(), of.own.end(),
                                  [&](const auto& own) { return own.first == field; });
  if (found == of.own.end()) {
    const std::string slot = unique(std::string(table.entry->name) + " " + cell.label, "");
    of.own.emplace_back(field, slot);
  }
  return field;
}

// "Outcome 1" before rows of all outcomes: the number of one result would stand before each.
void Binder::name_result(const TableRow& row, bool is_asked) {
  const bool has_number = row.label.find_first_of("0123456789") != std::string::npos;
  if (is_asked && has_number && row.label_spot.paragraph) {
    out_.edits.push_back({row.label_spot, "{{row.result | merge}}", false, false});
  }
}

void Binder::repeated_row(const FormTable& table, const TableRow& row) {
  const std::vector<ColumnMatch> fields = fields_of(table);
  const std::string_view level = row.kind == RowKind::level ? chain_level(row.label) : "";
  const bool by_level =
      !level.empty() && (table.entry->name == "indicators" || table.entry->name == "activities");
  UsedTable& of = used(*table.entry);
  if (by_level) {
    of.levels.emplace(level);
  }
  bool has_result = false;
  for (const RowCell& one : row.cells) {
    const std::string& field = fields[one.column].field;
    has_result = has_result || field == "result";
    if (field.empty()) {
      const std::string own = own_field(table, one);
      const UsedTable& now = used(*table.entry);
      const auto slot = std::find_if(now.own.begin(), now.own.end(),
                                     [&](const auto& pair) { return pair.first == own; });
      cell(one, {BoundTo::text, "{{row." + own + "}}", slot->second});
    } else {
      const bool merge = is_merged(field) && row.cells.size() > 1;
      cell(one,
           {BoundTo::plan,
            "{{row." + field + (merge ? " | merge" : currency_of(fields[one.column], one)) + "}}",
            {}});
    }
  }
  number(row);
  name_result(row, by_level && table.entry->name == "indicators" && !has_result);
  out_.rows.push_back({row.row, row.first, row.last,
                       list_name(*table.entry, by_level ? level : std::string_view()), row.copies});
}

void Binder::total_row(const FormTable& table, const TableRow& row) {
  const std::vector<ColumnMatch> fields = fields_of(table);
  for (const RowCell& one : row.cells) {
    const ColumnMatch& field = fields[one.column];
    const bool is_rate = field.field == "rate";
    if (field.is_money || is_rate) {
      used(*table.entry).sums.insert(field.field);
      cell(one, {BoundTo::plan,
                 "{{totals." + std::string(table.entry->name) + "_" + field.field +
                     currency_of(field, one) + "}}",
                 {}});
    } else {
      cell(one, own_text(row.label + " " + one.label, table.label, true));
    }
  }
}

void Binder::known_row(const FormTable& table, const TableRow& row) {
  if (row.kind == RowKind::total) {
    total_row(table, row);
    return;
  }
  if (row.kind != RowKind::labelled) {
    repeated_row(table, row);
    return;
  }
  const std::vector<ColumnMatch> fields = fields_of(table);
  const bool by_category = table.entry->name == "budget";
  std::string key;
  for (const RowCell& one : row.cells) {
    const ColumnMatch& field = fields[one.column];
    if (!by_category || (!field.is_money && field.field != "rate")) {
      cell(one, own_text(row.label + " " + one.label, table.label, true));
      continue;
    }
    if (key.empty()) {
      key = unique(row.label, table.label);
      used(*table.entry).kinds.emplace_back(key, row.label);
    }
    cell(
        one,
        {BoundTo::plan, "{{costs." + key + "." + field.field + currency_of(field, one) + "}}", {}});
  }
}

void Binder::known_table(const FormTable& table) {
  for (const TableRow& row : table.rows) {
    known_row(table, row);
  }
}

void Binder::own_table(const FormTable& table) {
  const auto labelled = [](const TableRow& row) { return row.kind != RowKind::record; };
  OwnTable own;
  own.label = table.label.empty() ? table.place.heading : table.label;
  own.slot = unique(own.label.empty() ? table.columns.front() : own.label, table.place.heading);
  own.columns = table.columns;
  const bool is_grid = std::any_of(table.rows.begin(), table.rows.end(), labelled);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    const std::string path = is_grid ? "own." + own.slot + ".r" + std::to_string(i + 1) : "row";
    for (const RowCell& one : row.cells) {
      cell(one,
           {BoundTo::text, "{{" + path + ".c" + std::to_string(one.column + 1) + "}}", own.slot});
    }
    if (is_grid) {
      own.rows.push_back(row.label);
      out_.rows.push_back({row.row, {}, {}, "", {}});
    } else {
      number(row);
      out_.rows.push_back({row.row, row.first, row.last, "own." + own.slot, row.copies});
    }
  }
  out_.needs.own.push_back(std::move(own));
}

void Binder::table(const FormTable& table) {
  if (table.entry == nullptr) {
    own_table(table);
  } else {
    known_table(table);
  }
}

Binding bind(const Form& form) {
  Binding out;
  Binder binder(out);
  for (const Answer& answer : form.answers) {
    binder.answer(answer);
  }
  for (const FormTable& table : form.tables) {
    binder.table(table);
  }
  for (const Left& left : form.left) {
    out.bound.push_back({BoundTo::left, {}, left.reason, {}, true, left.place});
  }
  out.needs.has_instructions = !form.instructions.empty();
  return out;
}

}  // namespace rapporteur::takeover
