#include "template/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "template/write.hpp"

namespace rapporteur::template_ {

namespace {
constexpr std::size_t sample_items = 64;
}

Arguments unknown_arguments(const Document& document, const Found& found) {
  constexpr std::size_t most_told = 12;
  std::vector<std::string> known = found.candidates;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::string list;
  for (std::size_t i = 0; i < known.size() && i < most_told; ++i) {
    list += (list.empty() ? "" : ", ") + known[i];
  }
  list += known.size() > most_told ? " …" : "";
  const bool is_alias =
      std::any_of(document.tags.begin(), document.tags.end(),
                  [&](const Tag& tag) { return !tag.alias.empty() && tag.alias == found.unknown; });
  return {{"name", found.unknown},
          {"what", is_alias        ? "alias"
                   : known.empty() ? "leaf"
                                   : "name"},
          {"known", list}};
}

struct Runner::Columns {
  pugi::xml_document tree;
  Program program;
};

Runner::Runner(const Document& document, const ExpandInput& input, Diagnostics& diagnostics)
    : document_(document),
      input_(input),
      diagnostics_(diagnostics),
      scope_(input.view),
      language_(input.language) {}
Runner::~Runner() = default;

void Runner::fault(int number, const char* id, Arguments args, std::string suggestion) {
  failed_ = true;
  if (!said_.emplace(number, id).second) {
    return;
  }
  args.insert(args.begin(), {"tag", tag(number).text});
  diagnostics_.add({.id = id,
                    .origin = tag(number).origin,
                    .args = std::move(args),
                    .suggestion = std::move(suggestion)});
}

void Runner::check_tags() {
  std::vector<std::string> names;
  if (const auto* root = std::get_if<view::Map>(&input_.view.data)) {
    for (const auto& [name, value] : *root) {
      names.push_back(name);
    }
  }
  for (const Tag& tag : document_.tags) {
    if (!tag.alias.empty()) {
      names.push_back(tag.alias);
    }
  }
  std::vector<std::string> words = locale::format_words();
  for (const auto& [name, format] : input_.formats) {
    words.push_back(name);
  }
  formats_.resize(document_.tags.size());
  const std::vector<std::string> languages = section_languages();
  for (std::size_t i = 0; i < document_.tags.size(); ++i) {
    const Tag& tag = document_.tags[i];
    const int number = static_cast<int>(i);
    if (tag.kind == TagKind::value && !tag.look.empty() && !document_.looks.contains(tag.look)) {
      std::vector<std::string> looks;
      for (const auto& [name, look] : document_.looks) {
        looks.push_back(name);
      }
      fault(number, "template-unknown-look", {{"look", tag.look}}, nearest(tag.look, looks));
    }
    if (tag.kind == TagKind::limit && std::find(input_.limits.begin(), input_.limits.end(),
                                                tag.path_text) == input_.limits.end()) {
      fault(number, "template-unknown-limit", {{"name", tag.path_text}},
            nearest(tag.path_text, input_.limits));
    }
    std::string unknown;
    formats_[i] = locale::parse_format(tag.format, input_.formats, unknown);
    if (!formats_[i]) {
      fault(number, "template-unknown-format", {{"word", unknown}}, nearest(unknown, words));
    }
    if (tag.is_term) {
      if (!input_.terms.get(tag.path_text) || !input_.terms.in(languages[i]).get(tag.path_text)) {
        fault(number, "template-unknown-term", {{"key", tag.path_text}},
              nearest(tag.path_text, input_.terms.keys()));
      }
    } else if (!tag.path.empty() &&
               std::find(names.begin(), names.end(), tag.path.front().name) == names.end()) {
      const std::string& name = tag.path.front().name;
      fault(number, "template-unknown-field",
            unknown_arguments(document_, {.unknown = name, .candidates = names}),
            nearest(name, names));
    }
  }
}

// For each tag the language of the section that it stands in; empty = the report's.
std::vector<std::string> Runner::section_languages() {
  std::vector<std::string> languages(document_.tags.size());
  for (std::size_t i = 0; i < document_.tags.size(); ++i) {
    const Tag& tag = document_.tags[i];
    if (tag.kind != TagKind::lang || tag.block < 0) {
      continue;
    }
    if (input_.terms.in(tag.path_text).language() != tag.path_text) {
      fault(static_cast<int>(i), "template-unknown-language", {{"language", tag.path_text}});
    }
    for (auto inner = i + 1; inner < static_cast<std::size_t>(tag.block); ++inner) {
      languages[inner] = tag.path_text;
    }
  }
  return languages;
}

const view::Value* Runner::look_up(int number) {
  Found found = scope_.find(tag(number).path);
  if (found.value == nullptr) {
    fault(number, "template-unknown-field", unknown_arguments(document_, found),
          nearest(found.unknown, found.candidates));
  }
  return found.value;
}

const view::List* Runner::list_of(int number) {
  const view::Value* value = look_up(number);
  if (value == nullptr || std::holds_alternative<Missing>(value->data)) {
    return nullptr;
  }
  const auto* list = std::get_if<view::List>(&value->data);
  if (list == nullptr) {
    fault(number, "template-not-a-list", {{"path", tag(number).path_text}});
  }
  return list;
}

std::string Runner::run(const Part& part) {
  out_ = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
         "\n";
  patches_.clear();
  merges_.clear();
  columns_.clear();
  languages_.clear();
  table_styles_.clear();
  new_styles_ = {};
  has_styles_ = false;
  run(compile(document_.markup, document_.tags, *part.xml, Repeats::no));
  for (auto& [op, merge] : merges_) {
    close_merge(merge);
  }
  return patched();
}

void Runner::run(const Program& program) {
  for (const Op& op : program) {
    switch (op.what) {
      case Do::text:
        out_ += op.text;
        break;
      case Do::value:
        value(op);
        break;
      case Do::each:
        each(op);
        break;
      case Do::if_:
        if (const view::Value* value = look_up(op.tag)) {
          run(is_true(*value) != tag(op.tag).negated ? op.body : op.other);
        }
        break;
      case Do::lang:
        in_language(op);
        break;
      case Do::rows:
        rows(op);
        break;
      case Do::row:
        ++row_;
        run(op.body);
        break;
      case Do::cell:
        cell(op);
        break;
      case Do::merge_cell:
        merge_cell(op);
        break;
      case Do::clone:
        clone(op);
        break;
      case Do::cols_table:
        columns_table(op);
        break;
      case Do::picture:
        picture(op);
        break;
      case Do::table:
        table(op);
        break;
      case Do::styles_end:
        styles_position_ = out_.size();
        has_styles_ = true;
        break;
    }
  }
}

void Runner::each(const Op& op) {
  const view::List* list = list_of(op.tag);
  if (list == nullptr || list->empty()) {
    run(op.other);
    return;
  }
  ++repeats_;
  scope_.push({tag(op.tag).alias, nullptr, 0, list->size()});
  const std::size_t start = out_.size();
  for (std::size_t i = 0; i < list->size(); ++i) {
    scope_.top().item = &(*list)[i];
    scope_.top().index = i;
    run(op.body);
    if (i + 1 == sample_items && list->size() > sample_items) {
      // A long list: make room once, by what its first items took.
      const std::size_t per_item = (out_.size() - start) / sample_items + 16;
      out_.reserve(start + per_item * (list->size() + sample_items));
    }
  }
  scope_.pop();
  --repeats_;
}

void Runner::in_language(const Op& op) {
  const std::string before = std::exchange(language_, tag(op.tag).path_text);
  run(op.body);
  language_ = before;
}

void Runner::clone(const Op& op) {
  const auto frame = std::find_if(frames_.rbegin(), frames_.rend(),
                                  [&](const Frame& candidate) { return candidate.tag == op.tag; });
  if (frame == frames_.rend()) {
    return;
  }
  ++repeats_;
  scope_.push({tag(op.tag).alias, &(*frame->list)[op.item], op.item, frame->list->size()});
  run(op.body);
  scope_.pop();
  --repeats_;
}

// A table is compiled once per combination of list lengths.
void Runner::columns_table(const Op& op) {
  std::vector<ColumnCount> counts;
  const std::size_t outer = frames_.size();
  std::string key = fmt::format("{}", op.table.hash_value());
  for (const int group : column_groups(document_.markup, op.table)) {
    static const view::List none;
    const view::List* list = list_of(group);
    frames_.push_back({group, list != nullptr ? list : &none});
    counts.push_back({group, frames_.back().list->size()});
    key += fmt::format(" {}", counts.back().count);
  }
  std::unique_ptr<Columns>& columns = columns_[key];
  if (!columns) {
    columns = std::make_unique<Columns>();
    const pugi::xml_node table = columns->tree.append_copy(op.table);
    clone_columns(document_.markup, table, counts, document_.tags,
                  op.table.root().first_child().child("office:automatic-styles"), new_styles_);
    columns->program = compile_table(document_.markup, document_.tags, table,
                                     op.item > 0 ? Repeats::yes : Repeats::no);
  }
  run(columns->program);
  frames_.resize(outer);
}

void Runner::rows(const Op& op) {
  const std::size_t start = out_.size();
  const std::size_t outer_table = table_;
  const std::size_t outer_row = row_;
  const bool is_table = op.item == 1;
  if (is_table) {
    table_ = ++tables_;
    row_ = 0;
  }
  const std::size_t before = row_;
  run(op.body);
  if (row_ == before) {
    out_.resize(start);
  }
  if (is_table) {
    table_ = outer_table;
    row_ = outer_row;
  }
}

void Runner::cell(const Op& op) {
  const std::size_t start = out_.size();
  run(op.body);
  if (out_.find('<', start) == std::string::npos) {
    ((out_ += '<') += names_of(document_.markup).paragraph) += "/>";
  }
}

void Runner::merge_cell(const Op& op) {
  const view::Value* value = look_up(op.tag);
  if (value == nullptr) {
    return;
  }
  const std::string printed = print(op.tag, *value).value_or("");
  Merge& merge = merges_[&op];
  if (merge.count > 0 && merge.table == table_ && merge.row + 1 == row_ &&
      merge.printed == printed && value->note.empty()) {
    out_ += op.covered;
    merge.row = row_;
    ++merge.count;
    return;
  }
  close_merge(merge);
  out_ += op.text;
  merge = {table_, row_, out_.size(), 1, printed};
  run(op.body);
}

void Runner::close_merge(Merge& merge) {
  if (merge.count < 2) {
    return;
  }
  patches_.emplace_back(merge.position,
                        document_.markup == Markup::odf
                            ? fmt::format(" table:number-rows-spanned=\"{}\"", merge.count)
                            : "<w:vMerge w:val=\"restart\"/>");
  merge.count = 0;
}

Result<Expanded> expand_xml(Markup markup, std::string xml, const ExpandInput& input,
                            Diagnostics& diagnostics) {
  Document document;
  document.markup = markup;
  if (!read_document(document, {{"part", "body", std::move(xml)}}, diagnostics)) {
    return std::nullopt;
  }
  Runner runner(document, input, diagnostics);
  runner.check_tags();
  Expanded expanded;
  expanded.xml = runner.run(document.parts.front());
  expanded.fills = runner.take_fills();
  return runner.failed() ? std::nullopt : std::optional(std::move(expanded));
}

std::string Runner::patched() {
  std::string styles = new_styles_.xml;
  for (const std::string& language : languages_) {
    styles += language_style_xml(language);
  }
  for (const auto& [name, style] : table_styles_) {
    styles += style;
  }
  if (has_styles_ && !styles.empty()) {
    patches_.emplace_back(styles_position_, std::move(styles));
  }
  if (patches_.empty()) {
    return std::move(out_);
  }
  std::stable_sort(patches_.begin(), patches_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string result;
  std::size_t at = 0;
  for (const auto& [position, text] : patches_) {
    result.append(out_, at, position - at);
    result += text;
    at = position;
  }
  result.append(out_, at);
  return result;
}

}  // namespace rapporteur::template_
