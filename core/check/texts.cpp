#include "check/texts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "check/parallel.hpp"

namespace rapporteur::check {
namespace {

constexpr std::array<std::string_view, 12> label_columns = {
    "title", "long_title", "name", "short",   "label", "unit",
    "group", "band",       "role", "meaning", "alt",   "caption"};
constexpr std::size_t longest_excerpt = 160;
/// A word takes about a hundred bytes of memory, whatever its length.
constexpr std::size_t most_bytes = 2'000'000;

class Collector {
 public:
  explicit Collector(const Plan& plan) : plan_(plan) {}

  Texts collect() {
    for (const std::string& language : plan_.languages) {
      for (const Narrative& narrative : plan_.narratives) {
        if (narrative.language == language) {
          for (Passage& block : blocks_of(narrative)) {
            add(std::move(block));
          }
        }
      }
    }
    for (const auto& [name, table] : plan_.tables) {
      for (const Record& record : table.records) {
        for (const Cell& cell : record.cells) {
          add_cell(table, record, cell);
        }
      }
    }
    add_setting(plan_.title);
    add_setting(plan_.kind);
    add_setting(plan_.issuer);
    for (const LocalText& reference : plan_.references) {
      add_setting(reference);
    }
    read();
    return std::move(texts_);
  }

 private:
  void add(Passage passage) {
    if (bytes_ + passage.text.size() > most_bytes) {
      if (!texts_.left_out) {
        texts_.left_out = Texts::place(passage, 0, std::min<std::size_t>(passage.text.size(), 200));
      }
      return;
    }
    bytes_ += passage.text.size();
    texts_.passages.push_back(std::move(passage));
  }

  /// Tokens and sentences of each, some hundred texts at a time; a text without any is left out.
  void read() {
    constexpr std::size_t portion = 256;
    std::vector<Passage>& passages = texts_.passages;
    in_parallel((passages.size() + portion - 1) / portion, [&](std::size_t part) {
      const std::size_t end = std::min(passages.size(), (part + 1) * portion);
      for (std::size_t i = part * portion; i < end; ++i) {
        Passage& passage = passages[i];
        passage.tokens = tokens_of(passage.text, passage.language);
        passage.sentences = sentences_of(passage.text, passage.tokens);
      }
    });
    std::erase_if(passages, [](const Passage& passage) { return passage.tokens.empty(); });
  }

  void add_cell(const Table& table, const Record& record, const Cell& cell) {
    const auto* const text = std::get_if<std::string>(&cell.value);
    if (text == nullptr || cell.column->type != ColumnType::text) {
      return;
    }
    Passage passage;
    passage.text = *text;
    if (cell.column->spread == Spread::by_language) {
      // A header without a language is in the plan's first one.
      passage.language = !cell.key.empty()         ? std::string_view(cell.key)
                         : plan_.languages.empty() ? std::string_view{}
                                                   : std::string_view(plan_.languages.front());
    }
    passage.table = &table;
    passage.record = &record;
    passage.cell = &cell;
    passage.is_label = cell.column->spread != Spread::by_language ||
                       std::ranges::find(label_columns, cell.column->name) != label_columns.end();
    add(std::move(passage));
  }

  void add_setting(const LocalText& text) {
    for (const auto& [language, words] : text.by_language) {
      Passage passage;
      passage.block = Block::setting;
      passage.text = words;
      passage.language = language;
      passage.is_label = true;
      passage.setting = &text.origin;
      add(std::move(passage));
    }
  }

  const Plan& plan_;
  Texts texts_;
  std::size_t bytes_ = 0;
};

}  // namespace

std::string Passage::file() const {
  return narrative != nullptr ? narrative->origin.file
         : record != nullptr  ? record->origin.file
         : setting != nullptr ? setting->file
                              : std::string{};
}

Origin Texts::place(const Passage& passage, std::size_t begin, std::size_t end) {
  const std::string_view excerpt = passage.between(begin, std::max(begin, end));
  Origin origin;
  if (passage.narrative != nullptr) {
    const std::string_view markdown = passage.narrative->markdown;
    const std::size_t at = passage.offset + begin;
    const std::size_t line = markdown.substr(0, at).rfind('\n');
    const std::size_t line_begin = line == std::string_view::npos ? 0 : line + 1;
    origin = passage.narrative->origin;
    origin.row = static_cast<int>(std::ranges::count(markdown.substr(0, at), '\n')) + 1;
    origin.column = static_cast<int>(code_points(markdown.substr(line_begin, at - line_begin))) + 1;
  } else if (passage.record != nullptr) {
    origin = passage.record->origin_of(*passage.cell);
  } else if (passage.setting != nullptr) {
    origin = *passage.setting;
  }
  origin.text = shortened(excerpt, longest_excerpt);
  std::ranges::replace(origin.text, '\n', ' ');
  return origin;
}

Origin Texts::place(const Passage& passage, const Span& tokens) {
  return place(passage, passage.tokens[tokens.begin].begin, passage.tokens[tokens.end - 1].end);
}

Texts collect_texts(const Plan& plan) {
  return Collector(plan).collect();
}

}  // namespace rapporteur::check
