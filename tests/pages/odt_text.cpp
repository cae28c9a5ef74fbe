#include "odt_text.hpp"

#include <algorithm>
#include <string_view>

#include "odt_looks.hpp"
#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr const char* paragraph_properties = "style:paragraph-properties";

/// What surrounds a paragraph.
struct Around {
  Kind kind = Kind::body;
  std::optional<CellPlace> cell;
  std::string background = "#ffffff";
  std::string break_style;  ///< table style whose break falls on the first paragraph
};

class Reader {
 public:
  explicit Reader(const Styles& styles) : styles_(styles), looks_(styles) {}

  void walk(const pugi::xml_node& node, Around& around) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "text:p" || name == "text:h") {
        take(child, around);
      } else if (name == "table:table") {
        table(child, around);
      } else if (name != "text:tracked-changes" && name != "office:annotation" &&
                 name != "text:table-of-content-source" && name != "text:sequence-decls") {
        walk(child, around);
      }
    }
  }

  void take(const pugi::xml_node& node, Around& around) {
    Paragraph paragraph;
    const std::string style = node.attribute("text:style-name").value();
    paragraph.kind = around.kind;
    if (around.kind == Kind::body && std::string_view(node.name()) == "text:h") {
      paragraph.kind = Kind::heading;
    }
    paragraph.style = styles_.named("paragraph", style);
    paragraph.cell = around.cell;
    breaks(style, around, paragraph);
    paragraph.keep_with_next =
        styles_.property("paragraph", style, paragraph_properties, "fo:keep-with-next") == "always";
    const Look look = looks_.paragraph(style, around.background);
    // Notes are laid out at the foot, whatever the paragraph that calls them.
    std::vector<pugi::xml_node> boxes;
    runs(node, look, paragraph, boxes);
    text_.paragraphs.push_back(std::move(paragraph));
    finish(text_.paragraphs.back());
    for (const pugi::xml_node& box : boxes) {
      Around inside = around;
      inside.kind = Kind::frame;
      walk(box, inside);
    }
  }

  void runs(const pugi::xml_node& node, const Look& look, Paragraph& paragraph,
            std::vector<pugi::xml_node>& boxes) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add(child.value(), look, paragraph);
      } else if (name == "text:s" || name == "text:tab" || name == "text:line-break") {
        add(" ", look, paragraph);
      } else if (name == "text:note") {
        note(child, look, paragraph);
      } else if (name == "draw:text-box") {
        boxes.push_back(child);
      } else if (name != "text:number" && name != "office:annotation" && name != "svg:title" &&
                 name != "svg:desc") {
        runs(child, looks_.span(child, look), paragraph, boxes);
      }
    }
  }

  std::vector<Paragraph>& notes() { return notes_; }
  OdtText& text() { return text_; }

  static void finish(Paragraph& paragraph) {
    for (std::size_t run = 0; run < paragraph.runs.size(); ++run) {
      paragraph.text += folded(paragraph.runs[run].text);
      paragraph.run_of.resize(paragraph.text.size(), run);
    }
  }

 private:
  static void add(const char* text, const Look& look, Paragraph& paragraph) {
    paragraph.runs.push_back(
        {text, look.size, look.colour, look.background, look.raised, look.style});
  }

  void note(const pugi::xml_node& node, const Look& look, Paragraph& caller) {
    const std::string mark = node.child("text:note-citation").text().get();
    Look raised = look;
    raised.raised = true;
    add(mark.c_str(), raised, caller);
    bool first = true;
    for (const pugi::xml_node line : node.child("text:note-body").children()) {
      Paragraph paragraph;
      const std::string style = line.attribute("text:style-name").value();
      paragraph.kind = Kind::note;
      paragraph.style = styles_.named("paragraph", style);
      const Look plain = looks_.paragraph(style, "#ffffff");
      if (first) {
        Look number = plain;
        number.raised = true;
        add(mark.c_str(), number, paragraph);
        first = false;
      }
      std::vector<pugi::xml_node> boxes;
      runs(line, plain, paragraph, boxes);
      notes_.push_back(std::move(paragraph));
      finish(notes_.back());
    }
  }

  /// Breaks before this paragraph: its own, or those of the table that it begins.
  void breaks(const std::string& style, Around& around, Paragraph& paragraph) const {
    const auto look_at = [&](std::string_view family, const std::string& name,
                             const char* properties) {
      const std::string master = styles_.attribute(family, name, "style:master-page-name");
      if (!master.empty()) {
        paragraph.page_style = master;
      }
      paragraph.new_page = paragraph.new_page || !master.empty() ||
                           styles_.property(family, name, properties, "fo:break-before") == "page";
      const std::string number = styles_.property(family, name, properties, "style:page-number");
      paragraph.page_number =
          number.empty() || number == "auto" ? paragraph.page_number : std::stoi(number);
    };
    if (!around.break_style.empty()) {
      look_at("table", around.break_style, "style:table-properties");
      around.break_style.clear();
    }
    if (around.kind == Kind::body) {
      look_at("paragraph", style, paragraph_properties);
    }
  }

  void columns(const pugi::xml_node& node, Table& table) const {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "table:table-column") {
        const double width =
            points(styles_.property("table-column", child.attribute("table:style-name").value(),
                                    "style:table-column-properties", "style:column-width"));
        const int times = child.attribute("table:number-columns-repeated").as_int(1);
        table.columns.insert(table.columns.end(), static_cast<std::size_t>(times), width);
      } else if (name == "table:table-columns" || name == "table:table-header-columns" ||
                 name == "table:table-column-group") {
        columns(child, table);
      }
    }
  }

  void table(const pugi::xml_node& node, Around& around) {
    Around inside = around;
    inside.break_style = node.attribute("table:style-name").value();
    inside.cell = CellPlace{text_.tables.size()};
    if (const std::string own = styles_.property("table", inside.break_style,
                                                 "style:table-properties", "fo:background-color");
        solid(own)) {
      inside.background = own;
    }
    Table table;
    table.name = node.attribute("table:name").value();
    table.style = inside.break_style;
    table.nested = around.cell.has_value();
    const auto own = [&](const char* name) {
      return styles_.property("table", table.style, "style:table-properties", name);
    };
    table.align = own("table:align");
    table.margin_left = points(own("fo:margin-left"));
    table.margin_right = points(own("fo:margin-right"));
    columns(node, table);
    const std::size_t index = text_.tables.size();
    text_.tables.push_back(std::move(table));
    rows(node, index, inside);
  }

  void rows(const pugi::xml_node& node, std::size_t index, Around& around) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "table:table-row") {
        row(child, index, around);
      } else if (name == "table:table-header-rows") {
        around.cell->header = true;
        rows(child, index, around);
        around.cell->header = false;
        text_.tables[index].header_rows = text_.tables[index].rows;
      } else if (name.starts_with("table:table-row")) {  // groups of rows
        rows(child, index, around);
      }
    }
  }

  void row(const pugi::xml_node& node, std::size_t index, Around& around) {
    const std::string style = node.attribute("table:style-name").value();
    const int number = text_.tables[index].rows;
    text_.tables[index].fixed_rows.push_back(points(
        styles_.property("table-row", style, "style:table-row-properties", "style:row-height")));
    text_.tables[index].rows += node.attribute("table:number-rows-repeated").as_int(1);
    text_.tables[index].fixed_rows.resize(static_cast<std::size_t>(text_.tables[index].rows),
                                          text_.tables[index].fixed_rows.back());
    int column = 0;
    for (const pugi::xml_node cell : node.children()) {
      const int times = cell.attribute("table:number-columns-repeated").as_int(1);
      if (std::string_view(cell.name()) == "table:table-cell") {
        Around inside = around;
        inside.kind = Kind::cell;
        inside.cell->row = number;
        inside.cell->column = column;
        inside.cell->rows = cell.attribute("table:number-rows-spanned").as_int(1);
        inside.cell->columns = cell.attribute("table:number-columns-spanned").as_int(1);
        const std::string own =
            styles_.property("table-cell", cell.attribute("table:style-name").value(),
                             "style:table-cell-properties", "fo:background-color");
        inside.background = solid(own) ? own : row_background(style, around.background);
        if (inside.cell->rows > 1 || inside.cell->columns > 1) {
          text_.tables[index].spans.push_back(
              {number, column, inside.cell->rows, inside.cell->columns});
        }
        walk(cell, inside);
        around.break_style = inside.break_style;
      }
      column += times;
    }
  }

  [[nodiscard]] std::string row_background(const std::string& style,
                                           const std::string& behind) const {
    const std::string own =
        styles_.property("table-row", style, "style:table-row-properties", "fo:background-color");
    return solid(own) ? own : behind;
  }

  const Styles& styles_;
  Looks looks_;
  OdtText text_;
  std::vector<Paragraph> notes_;
};

}  // namespace

OdtText read_text(const Styles& styles) {
  Reader reader(styles);
  Around around;
  reader.walk(styles.content().child("office:body").child("office:text"), around);
  OdtText text = std::move(reader.text());
  text.paragraphs.insert(text.paragraphs.end(), reader.notes().begin(), reader.notes().end());
  return text;
}

Paragraph read_band(const Styles& styles, const pugi::xml_node& paragraph,
                    const std::string& page_background) {
  Reader reader(styles);
  const Look look =
      Looks(styles).paragraph(paragraph.attribute("text:style-name").value(),
                              solid(page_background) ? page_background : std::string("#ffffff"));
  Paragraph band;
  std::vector<pugi::xml_node> boxes;
  reader.runs(paragraph, look, band, boxes);
  Reader::finish(band);
  return band;
}

std::string text_of(const Paragraph& paragraph) {
  std::string text;
  for (const Run& run : paragraph.runs) {
    text += run.text;
  }
  return text;
}

}  // namespace rapporteur::pages
