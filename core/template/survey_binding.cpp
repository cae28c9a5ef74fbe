#include "template/survey_binding.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/runner.hpp"
#include "template/table_layout.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::size_t most_values = 2000;  // of one tag: enough to know its types
constexpr std::size_t longest_example = 60;

std::string type_of(const view::Value& value) {
  constexpr std::array<const char*, 13> names{
      "missing", "boolean",  "number", "decimal", "percent",   "money",  "date",
      "text",    "markdown", "list",   "group",   "indicator", "picture"};
  return is_table(value) ? "table" : names.at(value.data.index());
}

/// What a name stands for at one place: all values that it can have, and where the view has them.
struct Meaning {
  std::vector<const view::Value*> values;
  std::string path;
};

/// A name that a block binds.
struct Bound {
  std::string alias;
  Meaning items;
};

class Binder {
 public:
  Binder(const Document& document, const SurveyView& input, Diagnostics& diagnostics)
      : document_(document), input_(input), diagnostics_(diagnostics) {}

  // Twice: what {{#cols}} binds is known in every row of its table, those above it included.
  Bindings run() {
    for (const bool tells : {false, true}) {
      tells_ = tells;
      result_ = {};
      result_.tags.resize(document_.tags.size());
      for (const Story& story : document_.stories) {
        open_.clear();
        for (const int number : story) {
          visit(static_cast<std::size_t>(number));
        }
      }
    }
    return std::move(result_);
  }

 private:
  struct Block {
    TagKind kind;
    std::optional<Bound> bound;
    std::string language;
  };

  void visit(std::size_t number) {
    const Tag& tag = document_.tags[number];
    table_ = {tag.origin.part, tag.origin.table};
    SurveyTag& told = result_.tags[number];
    told.text = tag.text;
    told.origin = tag.origin;
    switch (tag.kind) {
      case TagKind::end:
        told.binding = "end";
        close(tag.closes);
        return;
      case TagKind::else_:
        told.binding = "else";
        return;
      case TagKind::look:
      case TagKind::cell:
        told.binding = tag.kind == TagKind::look ? "look" : "cell";
        return;
      case TagKind::limit:
        told.binding = "limit";
        return;
      case TagKind::lang:
        told.binding = "language";
        open_.push_back({tag.kind, {}, tag.path_text});
        return;
      default:
        break;
    }
    if (tag.is_term) {
      term(tag, told);
      return;
    }
    look_up(tag, told);
  }

  // Blocks that were never closed end with the one around them.
  void close(TagKind kind) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].kind == kind) {
        open_.resize(i);
        return;
      }
    }
  }

  [[nodiscard]] std::string language() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!open_[i].language.empty()) {
        return open_[i].language;
      }
    }
    return input_.language;
  }

  void term(const Tag& tag, SurveyTag& told) {
    told.binding = "term";
    told.path = tag.path_text;
    told.type = "text";
    result_.used_terms.insert(tag.path_text);
    const auto text = input_.terms.in(language()).get(tag.path_text);
    if (!text) {
      told.binding = "unknown";
      return;  // told by Runner::check_tags
    }
    told.example = shortened(*text, longest_example);
  }

  void look_up(const Tag& tag, SurveyTag& told) {
    std::optional<Meaning> meaning = resolve(tag.path, told.binding);
    if (!meaning) {
      told.binding = "unknown";
      Arguments arguments = unknown_arguments(document_, lost_);
      arguments.insert(arguments.begin(), {"tag", tag.text});
      if (tells_) {
        diagnostics_.add({.id = "template-unknown-field",
                          .origin = tag.origin,
                          .args = std::move(arguments),
                          .suggestion = nearest(lost_.unknown, lost_.candidates)});
      }
      meaning.emplace();
    }
    told.path = meaning->path;
    describe(tag, *meaning, told);
    if (opens(tag.kind)) {
      open_block(tag, *meaning);
    }
  }

  void open_block(const Tag& tag, const Meaning& lists) {
    Block block{tag.kind, {}, {}};
    if (!tag.alias.empty()) {
      block.bound = Bound{tag.alias, {{}, lists.path + "[]"}};
      for (const view::Value* value : lists.values) {
        if (const auto* list = std::get_if<view::List>(&value->data)) {
          add_all(*list, block.bound->items.values);
        }
      }
    }
    if (tag.kind == TagKind::cols && block.bound && !tells_) {
      columns_.emplace_back(table_, *block.bound);
    }
    open_.push_back(std::move(block));
  }

  static void add_all(const view::List& list, std::vector<const view::Value*>& values) {
    for (const view::Value& item : list) {
      if (values.size() < most_values) {
        values.push_back(&item);
      }
    }
  }

  // Types, and how the first value that is there is printed.
  void describe(const Tag& tag, const Meaning& meaning, SurveyTag& told) const {
    std::set<std::string> types;
    for (const view::Value* value : meaning.values) {
      if (!std::holds_alternative<Missing>(value->data)) {
        types.insert(type_of(*value));
      }
    }
    for (const std::string& type : types) {
      told.type += (told.type.empty() ? "" : ", ") + type;
    }
    if (told.type.empty() && told.binding != "unknown") {
      told.type = meaning.values.empty() ? "" : "missing";
      told.binding = meaning.values.empty() ? "unseen" : told.binding;
    }
    std::string unknown;
    const auto format = locale::parse_format(tag.format, input_.formats, unknown);
    for (const view::Value* value : meaning.values) {
      if (std::holds_alternative<Missing>(value->data) || !told.example.empty()) {
        continue;
      }
      told.example = shortened(example(*value, format), longest_example);
    }
  }

  [[nodiscard]] std::string example(const view::Value& value,
                                    const std::optional<locale::Format>& format) const {
    if (const auto* list = std::get_if<view::List>(&value.data)) {
      return std::to_string(list->size());
    }
    if (const auto* text = std::get_if<view::Markdown>(&value.data)) {
      return text->source.substr(0, text->source.find('\n'));
    }
    if (const auto* image = std::get_if<view::Image>(&value.data)) {
      return image->path;
    }
    return format ? locale::format_value(value, *format, language()).value_or("") : "";
  }

  /// Nothing when the name exists nowhere; then lost_ says which.
  std::optional<Meaning> resolve(const Steps& steps, std::string& binding) {
    const Bound* bound = nullptr;
    std::optional<Meaning> at = first(steps.front().name, bound);
    binding = bound != nullptr ? "item" : "value";
    if (!at) {
      return std::nullopt;
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
      const Step& step = steps[i];
      if (step.name.empty()) {
        if (!step.index.empty()) {
          std::string ignored;
          if (!resolve(step.index, ignored)) {
            return std::nullopt;
          }
        }
        at = indexed(*at);
        continue;
      }
      if (i == 1 && bound != nullptr && is_loop_name(step.name) && !has_member(*at, step.name)) {
        binding = "loop";
        static const view::Value number{.data = std::int64_t{1}};
        static const view::Value flag{.data = true};
        const bool is_flag = step.name == "first" || step.name == "last";
        return Meaning{{is_flag ? &flag : &number}, at->path + "." + step.name};
      }
      at = member(*at, step.name);
      if (!at) {
        return std::nullopt;
      }
    }
    result_.used.insert(at->path);
    return at;
  }

  std::optional<Meaning> first(const std::string& name, const Bound*& bound) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].bound && open_[i].bound->alias == name) {
        bound = &*open_[i].bound;
        return bound->items;
      }
    }
    for (const auto& [table, column] : columns_) {
      if (table == table_ && column.alias == name) {
        bound = &column;
        return column.items;
      }
    }
    if (const view::Value* value = input_.view.find(name)) {
      result_.used.insert(name);
      return Meaning{{value}, name};
    }
    lost_ = {.unknown = name};
    collect_names(input_.view, lost_.candidates);
    for (const Block& block : open_) {
      if (block.bound) {
        lost_.candidates.push_back(block.bound->alias);
      }
    }
    return std::nullopt;
  }

  static void collect_names(const view::Value& value, std::vector<std::string>& names) {
    if (const auto* map = std::get_if<view::Map>(&value.data)) {
      for (const auto& member : *map) {
        names.push_back(member.first);
      }
    }
  }

  static bool is_loop_name(const std::string& name) {
    return name == "first" || name == "last" || name == "index" || name == "count";
  }
  static bool has_member(const Meaning& at, const std::string& name) {
    return std::any_of(at.values.begin(), at.values.end(),
                       [&](const view::Value* value) { return value->find(name) != nullptr; });
  }

  std::optional<Meaning> member(const Meaning& at, const std::string& name) {
    Meaning next{{}, at.path + "." + name};
    bool all_missing = true;
    lost_ = {.unknown = name};
    for (const view::Value* value : at.values) {
      all_missing = all_missing && std::holds_alternative<Missing>(value->data);
      if (const view::Value* found = value->find(name)) {
        next.values.push_back(found);
      } else if (lost_.candidates.empty()) {
        collect_names(*value, lost_.candidates);
      }
    }
    result_.used.insert(next.path);
    if (next.values.empty() && !at.values.empty() && !all_missing) {
      return std::nullopt;
    }
    return next;
  }

  static Meaning indexed(const Meaning& at) {
    Meaning next{{}, at.path + "[]"};
    for (const view::Value* value : at.values) {
      if (const auto* list = std::get_if<view::List>(&value->data)) {
        add_all(*list, next.values);
      } else if (const auto* map = std::get_if<view::Map>(&value->data)) {
        for (const auto& member : *map) {
          next.values.push_back(&member.second);
        }
      }
    }
    return next;
  }

  const Document& document_;
  const SurveyView& input_;
  Diagnostics& diagnostics_;
  std::vector<Block> open_;
  using Table = std::pair<std::string, int>;  // part and number
  Table table_;
  std::vector<std::pair<Table, Bound>> columns_;
  bool tells_ = false;
  Bindings result_;
  Found lost_;
};

// "axes[].title": whether it, or something within it, is printed.
bool is_used(const std::string& path, const std::set<std::string>& used) {
  const auto begins = [&](const std::string& start) {
    const auto found = used.lower_bound(start);
    return found != used.end() && found->starts_with(start);
  };
  return used.contains(path) || begins(path + ".") || begins(path + "[");
}

void collect(const view::Value& value, const std::string& path, const std::set<std::string>& used,
             std::set<std::string>& unused) {
  if (is_table(value) || (used.contains(path) && used.contains(path + "[]"))) {
    return;  // printed as a whole, or by names that values give
  }
  if (const auto* list = std::get_if<view::List>(&value.data)) {
    for (std::size_t i = 0; i < list->size() && i < most_values; ++i) {
      collect((*list)[i], path + "[]", used, unused);
    }
  } else if (const auto* map = std::get_if<view::Map>(&value.data)) {
    for (const auto& [name, member] : *map) {
      const std::string inner = path.empty() ? name : path + "." + name;
      if (is_used(inner, used)) {
        collect(member, inner, used, unused);
      } else {
        unused.insert(inner);
      }
    }
  }
}

}  // namespace

Bindings bind_tags(const Document& document, const SurveyView& view, Diagnostics& diagnostics) {
  return Binder(document, view, diagnostics).run();
}

std::vector<std::string> unused_paths(const view::Value& view, const std::set<std::string>& used) {
  std::set<std::string> unused;
  collect(view, "", used, unused);
  return {unused.begin(), unused.end()};
}

}  // namespace rapporteur::template_
