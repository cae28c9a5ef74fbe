#include "template/table_layout.hpp"

#include <algorithm>

namespace rapporteur::template_ {
namespace {

const view::List* list_in(const view::Value& value, std::string_view name) {
  const view::Value* member = value.find(name);
  return member == nullptr ? nullptr : std::get_if<view::List>(&member->data);
}

std::string text_in(const view::Value& value, std::string_view name, const char* otherwise) {
  const view::Value* member = value.find(name);
  const auto* text = member == nullptr ? nullptr : std::get_if<view::Text>(&member->data);
  return text == nullptr ? otherwise : text->utf8;
}

bool is_band(std::string_view kind) {
  return kind.starts_with("band");
}
bool is_sum(std::string_view kind) {
  return kind.starts_with("subtotal") || kind.starts_with("total");
}

struct Column {
  std::string id;
  std::string width;
  std::string format;
  std::vector<const view::Value*> labels;  ///< from the top
};

class Layout {
 public:
  explicit Layout(const PrintCell& print) : print_(print) {}

  std::optional<LaidTable> run(const view::Value& value) {
    const view::List* columns = list_in(value, "columns");
    const view::List* rows = list_in(value, "rows");
    if (columns == nullptr || rows == nullptr) {
      return std::nullopt;
    }
    for (const view::Value& column : *columns) {
      add_column(column);
    }
    add_head();
    for (const view::Value& row : *rows) {
      add_row(row);
    }
    for (std::size_t i = 0; i + 1 < table_.rows.size(); ++i) {
      LaidRow& row = table_.rows[i];
      row.keep = row.keep || is_band(row.kind) ||
                 (is_sum(table_.rows[i + 1].kind) && !is_sum(row.kind)) ||
                 table_.rows[i + 1].kind.starts_with("total");
    }
    return std::move(table_);
  }

 private:
  void add_column(const view::Value& value) {
    Column column{text_in(value, "id", ""),
                  text_in(value, "class", "text"),
                  text_in(value, "format", ""),
                  {}};
    if (const view::List* labels = list_in(value, "label")) {
      for (const view::Value& label : *labels) {
        column.labels.push_back(&label);
      }
    } else if (const view::Value* label = value.find("label")) {
      column.labels.push_back(label);
    }
    const view::Value* weight = value.find("weight");
    const auto* number = weight == nullptr ? nullptr : std::get_if<std::int64_t>(&weight->data);
    table_.columns.push_back(
        {column.width, number == nullptr ? 1.0 : static_cast<double>(*number)});
    columns_.push_back(std::move(column));
  }

  // --- heads ---

  // Equal labels at this level and at all levels above, and both go deeper.
  [[nodiscard]] bool share_head(const Column& a, const Column& b, std::size_t level) const {
    if (a.labels.size() <= level + 1 || b.labels.size() <= level + 1) {
      return false;
    }
    for (std::size_t i = 0; i <= level; ++i) {
      if (a.labels[i]->data != b.labels[i]->data) {
        return false;
      }
    }
    return true;
  }

  void add_head() {
    std::size_t depth = 0;
    for (const Column& column : columns_) {
      depth = std::max(depth, column.labels.size());
    }
    for (std::size_t level = 0; level < depth; ++level) {
      LaidRow row{"head", true, std::vector<LaidCell>(columns_.size())};
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        head_cell(row, level, i, depth);
      }
      table_.head.push_back(std::move(row));
    }
  }

  void head_cell(LaidRow& row, std::size_t level, std::size_t i, std::size_t depth) {
    const Column& column = columns_[i];
    LaidCell& cell = row.cells[i];
    if (level >= column.labels.size()) {
      cell.is_covered = true;
      return;
    }
    if (i > 0 && share_head(columns_[i - 1], column, level)) {
      cell.is_covered = cell.is_left = true;
      return;
    }
    const bool is_leaf = level + 1 == column.labels.size();
    cell.look = is_leaf ? column.width : "group";
    cell.rows = is_leaf ? depth - level : 1;
    while (i + cell.columns < columns_.size() &&
           share_head(column, columns_[i + cell.columns], level)) {
      ++cell.columns;
    }
    cell.texts = texts(*column.labels[level], {"", column.id, cell.look});
  }

  // --- rows ---

  void add_row(const view::Value& value) {
    LaidRow row;
    row.kind = text_in(value, "kind", "body");
    const view::Value* keep = value.find("keep");
    row.keep = keep != nullptr && keep->data == view::Value{true, {}, {}}.data;
    row.cells.resize(columns_.size());
    const view::Value* label = value.find("label");
    const view::Value none{view::Map{}, {}, {}};
    const view::Value* cells = value.find("cells");
    cells = cells == nullptr ? &none : cells;
    std::size_t first = 0;
    if (label != nullptr) {
      first = 1;
      while (first < columns_.size() && cells->find(columns_[first].id) == nullptr) {
        ++first;
      }
      label_cell(row, *label, first);
    }
    for (std::size_t i = first; i < columns_.size(); ++i) {
      const view::Value* cell = cells->find(columns_[i].id);
      if (cell != nullptr && cell->find("above") != nullptr && go_on(i)) {
        row.cells[i].is_covered = true;
        row.cells[i].look = columns_[i].width;
      } else {
        fill(row.cells[i], cell, columns_[i]);
      }
    }
    table_.rows.push_back(std::move(row));
  }

  void label_cell(LaidRow& row, const view::Value& label, std::size_t columns) {
    row.cells.front().look = "text";
    row.cells.front().columns = columns;
    row.cells.front().texts = texts(label, {"", columns_.front().id, "text"});
    for (std::size_t i = 1; i < columns; ++i) {
      row.cells[i].is_covered = row.cells[i].is_left = true;
    }
  }

  // One more row for the cell that the column's last rows are parts of.
  bool go_on(std::size_t column) {
    for (auto row = table_.rows.rbegin(); row != table_.rows.rend(); ++row) {
      LaidCell& above = row->cells[column];
      if (above.is_left) {
        return false;
      }
      if (!above.is_covered) {
        above.rows += above.columns == 1 ? 1 : 0;
        return above.columns == 1;
      }
    }
    return false;
  }

  /// How the values of a cell are set.
  struct Setting {
    std::string format;
    std::string column;
    std::string look;
  };

  // What `{ value =, class =, format = }` holds, or the value as it is.
  static const view::Value& unwrapped(const view::Value& value, Setting& setting) {
    const view::Value* inner = value.find("value");
    if (inner == nullptr) {
      return value;
    }
    setting.look = text_in(value, "class", setting.look.c_str());
    setting.format = text_in(value, "format", setting.format.c_str());
    return *inner;
  }

  void fill(LaidCell& cell, const view::Value* value, const Column& column) {
    cell.look = column.width;
    if (value != nullptr) {
      Setting setting{column.format, column.id, column.width};
      const view::Value& inner = unwrapped(*value, setting);
      cell.look = setting.look;
      cell.texts = texts(inner, setting);
    }
  }

  std::vector<CellText> texts(const view::Value& value, Setting setting) {
    const view::Value& inner = unwrapped(value, setting);
    if (const auto* list = std::get_if<view::List>(&inner.data)) {
      std::vector<CellText> all;
      for (const view::Value& item : *list) {
        for (CellText& text : texts(item, setting)) {
          all.push_back(std::move(text));
        }
      }
      return all;
    }
    if (std::holds_alternative<view::Markdown>(inner.data)) {
      return {{&inner, "", setting.look}};
    }
    return {{&inner, print_(inner, setting.format, setting.column).value_or(""), setting.look}};
  }

  const PrintCell& print_;
  std::vector<Column> columns_;
  LaidTable table_;
};

}  // namespace

std::optional<LaidTable> lay_table(const view::Value& value, const PrintCell& print) {
  return Layout(print).run(value);
}

bool is_table(const view::Value& value) {
  return list_in(value, "columns") != nullptr && list_in(value, "rows") != nullptr;
}

}  // namespace rapporteur::template_
