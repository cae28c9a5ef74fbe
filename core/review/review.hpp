// What a reviewer did to a report, with the cell, the line or the word of the format that each
// remark touches.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "load/load.hpp"
#include "plugin/format.hpp"
#include "review/document.hpp"
#include "template/figures.hpp"

namespace rapporteur::review {

enum class Source {
  cell,      ///< a cell of a table
  text,      ///< lines of a text
  computed,  ///< worked out from cells
  words,     ///< a word of the format's catalogue
  format,    ///< made by the format's Lua
  drawn,     ///< text of the drawn template
  unknown    ///< nothing of the report is like it
};

struct Touch {
  Source source = Source::unknown;
  template_::PrintedFigure value;  ///< where it comes from; its files are named from the plan
  int last_row = 0;                ///< of several lines of a text
  std::string now;  ///< the paragraph as it would print today, where it prints otherwise now
};

struct Item {
  Remark remark;
  std::string on;  ///< the text that it is about
  int page = 0;
  std::vector<Touch> touches;  ///< one at least
};

struct Review {
  std::string document;
  std::string plan;
  std::string format;
  std::string language;
  std::string template_file;    ///< as people are told it
  std::vector<Item> items;      ///< in the order of the document
  std::int64_t formatting = 0;  ///< changes of looks, not listed
  bool plan_changed = false;    ///< the report of today prints other texts or figures
};

struct Request {
  std::filesystem::path document;
  std::filesystem::path plan;  ///< empty = found by the document's name
  std::string format;          ///< empty = by its name, or its properties
  std::string language;
  std::string template_kind;  ///< as for a build
  LoadOptions load;
  plugin::Search search;
};

/// Nothing after a fault: review-*, or one of the plan, of its format or its template.
[[nodiscard]] Result<Review> review(const Request& request, Diagnostics& diagnostics);

/// For people who read `language`: by file of the plan.
[[nodiscard]] std::string review_text(const Review& review, std::string_view language);
/// The same for machines: docs/report-writers.*.md tells the keys.
[[nodiscard]] json::Value review_json(const Review& review);

/// "comment", "insertion" …: stable names.
[[nodiscard]] std::string_view name_of(RemarkKind kind);
[[nodiscard]] std::string_view name_of(Source source);

}  // namespace rapporteur::review
