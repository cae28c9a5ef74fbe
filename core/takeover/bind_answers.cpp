// Single answers.
#include <algorithm>

#include "base/text.hpp"
#include "takeover/binder.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

std::string in_braces(const std::string& path) {
  return "{{" + path + "}}";
}

bool is_in_body(const Answer& answer) {
  return answer.place.part == "body" || answer.place.part == "text box";
}

std::string underscored(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace

// A label that was used already gets its heading before it, then a number behind it.
std::string Binder::unique(const std::string& label, const std::string& heading,
                           std::size_t words) {
  std::string plain = slug(label.empty() ? heading : label, words);
  if (names_.insert(plain).second) {
    return plain;
  }
  std::string base = plain;
  if (!heading.empty() && slug(heading) != plain) {
    base = slug(heading) + "-" + plain;
    if (names_.insert(base).second) {
      return base;
    }
  }
  for (int number = 2;; ++number) {
    std::string name = base + "-" + std::to_string(number);
    if (names_.insert(name).second) {
      return name;
    }
  }
}

// Headings in a text begin below the one that the text stands under.
std::string Binder::path_of(const std::string& slot, bool is_line, int level) {
  constexpr int deepest = 4;
  constexpr int in_cells = 3;
  const int under = level == 0 ? in_cells : std::min(level, deepest);
  return is_line ? in_braces("lines." + slot)
                 : in_braces("texts." + slot + " | under" + std::to_string(under));
}

Binder::Tag Binder::own_text(const std::string& label, const std::string& heading, bool is_line,
                             int level) {
  const std::string name = unique(label, heading);
  out_.needs.slots.push_back({name, {}, label, is_line});
  return {BoundTo::text, path_of(name, is_line, level), name};
}

Binder::Tag Binder::text_tag(const Answer& answer) {
  const bool is_line = !answer.is_alone || !is_in_body(answer);
  const TextEntry* entry = answer.is_personal ? nullptr : find_text(answer.label);
  if (entry == nullptr || !texts_.insert(std::string(entry->slots)).second) {
    return own_text(answer.label, answer.heading, is_line, answer.level);
  }
  std::vector<std::string> slots = split(entry->slots, '|');
  const std::string name = slots.front();
  if (!names_.insert(name).second) {
    return own_text(answer.label, answer.heading, is_line, answer.level);
  }
  slots.erase(slots.begin());
  out_.needs.slots.push_back({name, slots, answer.label, is_line});
  return {BoundTo::text, path_of(name, is_line, answer.level), name};
}

Binder::Tag Binder::box(const Answer& answer) {
  const bool has_question =
      !answer.question.empty() && clean_label(answer.question) != answer.label;
  const std::string label =
      has_question ? slug(answer.question, 3) + " " + slug(answer.label, 3) : answer.label;
  const std::string name = underscored(unique(label, answer.heading, 7));
  const std::string shown =
      answer.question.empty() ? answer.label : answer.question + " – " + answer.label;
  out_.needs.ticks.push_back({name, shown});
  return {BoundTo::option, in_braces("boxes." + name), name};
}

Binder::Tag Binder::tag_of(const Answer& answer) {
  if (answer.is_box) {
    return box(answer);
  }
  if (answer.is_narrative && find_text(answer.label) != nullptr) {
    return text_tag(answer);
  }
  const std::string_view chain = chain_level(answer.label);
  if (!chain.empty() && chain != "activity" && !answer.is_narrative) {
    out_.needs.chains.emplace(chain);
    return {BoundTo::plan, in_braces("chain." + std::string(chain)), {}};
  }
  const bool is_of_person = answer.is_personal && is_ambiguous(answer.label);
  const ValueEntry* value =
      is_of_person || answer.is_narrative ? nullptr : find_value(answer.label);
  if (value == nullptr) {
    return text_tag(answer);
  }
  std::vector<const ValueEntry*>& values = out_.needs.values;
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(value);
  }
  // With its currency: a form that says EUR would else turn dollars into euros.
  return {BoundTo::plan,
          in_braces(std::string(value->name) + (value->is_money ? " | money currency" : "")),
          {}};
}

void Binder::answer(const Answer& answer) {
  const Tag tag = tag_of(answer);
  // A blank stays between a label and what is appended to it.
  const bool is_appended =
      !answer.is_new_paragraph && answer.spot.start == answer.spot.end && !answer.is_alone;
  out_.edits.push_back({answer.spot, (is_appended || answer.needs_space ? " " : "") + tag.text,
                        answer.is_new_paragraph});
  out_.bound.push_back({tag.to, answer.label, tag.text, tag.name, answer.is_cell, answer.place,
                        answer.spot.paragraph.offset_debug()});
}

}  // namespace rapporteur::takeover
