#include "base/explain.hpp"

#include <algorithm>
#include <regex>
#include <vector>

#include "base/icu_text.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"

namespace rapporteur {
namespace {

/// The argument by which a message takes several forms, and its values, "other" last.
struct Forms {
  std::string argument;
  std::vector<std::string> values;
};

// "{what, select, a {…} b {…} other {…}}": the words before the braces one level down.
Forms forms_of(const std::string& pattern) {
  Forms forms;
  std::smatch found;
  if (!std::regex_search(pattern, found, std::regex(R"(\{(\w+), select, )"))) {
    return forms;
  }
  forms.argument = found[1];
  int depth = 0;
  std::string word;
  for (auto at = static_cast<std::size_t>(found.position() + found.length());
       at < pattern.size() && depth >= 0; ++at) {
    if (pattern[at] == '{' && depth++ == 0) {
      forms.values.push_back(trimmed(word));
      word.clear();
    } else if (pattern[at] == '}') {
      --depth;
    } else if (depth == 0) {
      word += pattern[at];
    }
  }
  return forms;
}

// What is not given prints as its name between braces, but a number needs one, and what chooses a
// form needs a word: the first one.
Arguments stand_ins(const std::string& pattern) {
  static const std::regex choice(R"(\{(\w+), (plural|select),\s+(\w*))");
  Arguments args;
  for (std::sregex_iterator it(pattern.begin(), pattern.end(), choice), end; it != end; ++it) {
    if ((*it)[2] == "plural") {
      args.emplace_back((*it)[1], std::int64_t{2});
    } else {
      args.emplace_back((*it)[1], (*it)[3] == "none" ? std::string("…") : (*it)[3].str());
    }
  }
  return args;
}

void add_line(std::string& text, const std::string& line, const std::string& indent) {
  if (!line.empty()) {
    text += indent + line + "\n";
  }
}

}  // namespace

std::string explain_message(const std::string& id, std::string_view language) {
  const std::optional<MessageTexts> texts = texts_of(id, language);
  if (!texts) {
    return {};
  }
  std::string out = id + "\n";
  add_line(out, texts->help, "  ");
  Forms forms = forms_of(texts->message);
  if (forms.values.empty()) {
    forms = forms_of(texts->cause);
  }
  if (forms.values.empty()) {
    forms.values.emplace_back();
  }
  std::vector<std::string> told;
  for (const std::string& value : forms.values) {
    const auto say = [&](const std::string& pattern) {
      Arguments args = stand_ins(pattern);
      std::erase_if(args, [&](const auto& arg) { return arg.first == forms.argument; });
      if (!forms.argument.empty()) {
        args.emplace_back(forms.argument, value);
      }
      return format_pattern(pattern, args, language);
    };
    std::string form;
    add_line(form, say(texts->message), "\n  ");
    const std::string cause = say(texts->cause);
    add_line(form, cause.empty() ? "" : ui_text("cause", {}, language) + cause, "    ");
    const std::string remedy = say(texts->remedy);
    add_line(form, remedy.empty() ? "" : ui_text("remedy", {}, language) + remedy, "    ");
    if (std::find(told.begin(), told.end(), form) == told.end()) {
      told.push_back(form);
      out += form;
    }
  }
  if (!texts->example.empty()) {
    out += "\n" + ui_text("explain_example", {}, language) + "\n";
    for (const std::string& line : split(trimmed(texts->example), '\n')) {
      out += "    " + line + "\n";
    }
  }
  return out;
}

}  // namespace rapporteur
