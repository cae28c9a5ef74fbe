#include "build/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/files.hpp"
#include "build/layout.hpp"
#include "build/provenance.hpp"
#include "build/unwritable.hpp"
#include "office/pdf_links.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// Figures without a place come last.
bool stands_before(const TracedFigure& a, const TracedFigure& b) {
  if (a.places.empty() || b.places.empty()) {
    return b.places.empty() && !a.places.empty();
  }
  const FigurePlace& left = a.places.front();
  const FigurePlace& right = b.places.front();
  return std::tie(left.page, left.y, left.x) < std::tie(right.page, right.y, right.x);
}

/// Points with one decimal.
json::Value length(double points) {
  json::Value value = json::number(0);
  value.text = fmt::format("{:.1f}", points);
  return value;
}

json::Value place_json(const FigurePlace& place) {
  json::Value value = json::object();
  value.set("page", json::number(place.page));
  value.set("x", length(place.x));
  value.set("y", length(place.y));
  value.set("width", length(place.width));
  value.set("height", length(place.height));
  return value;
}

void set_sheet(json::Value& value, const std::string& sheet) {
  if (!sheet.empty()) {
    value.set("sheet", json::string(sheet));
  }
}

json::Value cell_json(const Origin& cell) {
  json::Value value = json::object();
  value.set("file", json::string(cell.file));
  set_sheet(value, cell.sheet);
  value.set("row", json::number(cell.row));
  value.set("column", json::number(cell.column));
  value.set("column_name", json::string(cell.column_name));
  value.set("text", json::string(cell.text));
  return value;
}

json::Value formula_json(const view::Formula& formula) {
  json::Value value = json::object();
  value.set("operation", json::string(formula.operation));
  value.set("cells", to_json(formula.cells));
  return value;
}

json::Value figure_json(const TracedFigure& traced, const std::string& format) {
  const template_::PrintedFigure& figure = traced.figure;
  json::Value value = json::object();
  value.set("printed", json::string(figure.printed));
  value.set("type", json::string(figure.kind));
  json::Value& places = value.set("places", json::array());
  for (const FigurePlace& place : traced.places) {
    places.push(place_json(place));
  }
  value.set("slot", json::string(figure.slot));
  if (!figure.origin.file.empty()) {
    value.set("cell", cell_json(figure.origin));
  }
  if (figure.formula) {
    value.set("formula", formula_json(*figure.formula));
  }
  if (figure.origin.file.empty() && !figure.formula) {
    value.set("plugin", json::string(format));
  }
  return value;
}

}  // namespace

json::Value to_json(const std::vector<view::Cells>& groups) {
  json::Value all = json::array();
  for (const view::Cells& group : groups) {
    json::Value cells = json::object();
    cells.set("file", json::string(group.file));
    set_sheet(cells, group.sheet);
    cells.set("column_name", json::string(group.column_name));
    json::Value& rows = cells.set("rows", json::array());
    for (const auto& [from, to] : group.rows) {
      json::Value range = json::array();
      range.push(json::number(from));
      range.push(json::number(to));
      rows.push(std::move(range));
    }
    all.push(std::move(cells));
  }
  return all;
}

Result<Trace> trace(const Target& target, office::Stamp stamp, const fs::path& workshop,
                    office::Pool& pool, Diagnostics& diagnostics) {
  Diagnostics again;  // what there is to say has been said of the document itself
  auto laid = lay_out(target,
                      {.stem = workshop / (target.name + ".trace"),
                       .kinds = {"pdf"},
                       .stamp = stamp,
                       .figure_marks = template_::FigureMarks::links},
                      pool, again);
  if (!laid) {
    diagnostics.append(again);
    return std::nullopt;
  }
  Trace trace{target.name, target.format->id, laid->outcome.pages, {}};
  for (template_::PrintedFigure& figure : laid->figures) {
    trace.figures.push_back({in_plan(std::move(figure), target.plan_folder), {}});
  }
  const auto pdf = read_file(laid->files.front());
  for (const office::PdfLink& link : office::read_links(pdf.value_or(""))) {
    const auto number = template_::figure_of_link(link.address);
    if (number && *number >= 1 && *number <= trace.figures.size()) {
      trace.figures[*number - 1].places.push_back(
          {link.page, link.x, link.y, link.width, link.height});
    }
  }
  std::error_code ignored;
  fs::remove(laid->files.front(), ignored);
  std::stable_sort(trace.figures.begin(), trace.figures.end(), stands_before);
  return trace;
}

json::Value to_json(const Trace& trace) {
  json::Value value = json::object();
  value.set("document", json::string(trace.document));
  value.set("format", json::string(trace.format));
  value.set("pages", json::number(trace.pages));
  json::Value& figures = value.set("figures", json::array());
  for (const TracedFigure& traced : trace.figures) {
    figures.push(figure_json(traced, trace.format));
  }
  return value;
}

Result<fs::path> write_trace(const Target& target, office::Stamp stamp, const fs::path& workshop,
                             int pages, office::Pool& pool, Diagnostics& diagnostics) {
  const auto traced = trace(target, stamp, workshop, pool, diagnostics);
  if (!traced) {
    return std::nullopt;
  }
  if (traced->pages != pages) {
    diagnostics.add({.id = "trace-pages",
                     .args = {{"document", target.name},
                              {"pages", std::int64_t{pages}},
                              {"traced", std::int64_t{traced->pages}}}});
  }
  fs::path file = workshop / (target.name + ".trace.json");
  constexpr int figures_deep = 2;
  if (!write_file(file, json::write(to_json(*traced), figures_deep))) {
    diagnostics.add(unwritable(file, {errno, std::generic_category()}));
    return std::nullopt;
  }
  return file;
}

}  // namespace rapporteur::build
