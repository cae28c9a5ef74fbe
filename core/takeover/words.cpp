#include "takeover/words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "takeover/gaps.hpp"
#include "takeover/marks.hpp"

namespace rapporteur::takeover {
namespace {

constexpr std::array<std::string_view, 46> fillers{
    "the",  "of",   "a",    "an",   "and",   "or",   "in",  "for", "to",   "on",  "by",  "at",
    "with", "your", "this", "from", "votre", "de",   "la",  "le",  "les",  "du",  "des", "d",
    "l",    "un",   "une",  "et",   "ou",    "en",   "au",  "aux", "pour", "par", "sur", "dans",
    "el",   "los",  "las",  "del",  "y",     "para", "por", "con", "name", "nom"};

bool is_filler(std::string_view word) {
  return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

// "Pays ou région(s)" is "Pays ou région".
std::string without_plurals(std::string_view text) {
  std::string whole(text);
  for (const std::string_view plural : {"(s)", "(e)", "(es)", "(x)", "(ies)"}) {
    for (std::size_t at = whole.find(plural); at != std::string::npos; at = whole.find(plural)) {
      whole.erase(at, plural.size());
    }
  }
  return whole;
}

// Letters and digits of ASCII; all else parts words. folded() has taken the accents.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(without_plurals(text)) + "_") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::string singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("ies")) {
    return word.substr(0, word.size() - 3) + "y";
  }
  if (word.size() > 5 && word.ends_with("ores")) {
    return word.substr(0, word.size() - 2);
  }
  const bool has_end = word.size() > 3 && (word.ends_with("s") || word.ends_with("x")) &&
                       !word.ends_with("ss") && !word.ends_with("us");
  return has_end ? word.substr(0, word.size() - 1) : word;
}

// Beginnings of the words that instructions begin with.
constexpr std::array<std::string_view, 56> orders{
    "please",    "describe", "provide",    "explain", "list",     "indicate", "specify", "summari",
    "outline",   "give",     "include",    "state",   "attach",   "insert",   "enter",   "complete",
    "fill",      "tick",     "select",     "note",    "identify", "discuss",  "detail",  "report",
    "highlight", "compare",  "assess",     "present", "veuillez", "decri",    "fourni",  "expliqu",
    "indiqu",    "precis",   "resum",      "joind",   "joign",    "inser",    "saisi",   "cocher",
    "cochez",    "enumer",   "present",    "mention", "analys",   "preci",    "expos",   "rappel",
    "sirvase",   "describ",  "proporcion", "expliqu", "indiq",    "complet",  "adjunt",  "enumer"};

constexpr std::array<std::string_view, 34> inputs{
    "insert",  "enter",    "type",   "specif",    "complet", "fill",    "indicat",
    "click",   "select",   "choose", "to_be",     "tbd",     "tbc",     "add",
    "inser",   "indiqu",   "precis", "a_complet", "saisi",   "choisi",  "renseign",
    "cliqu",   "a_rempl",  "ajout",  "nom",       "name",    "date",    "inserte",
    "indique", "introduz", "fecha",  "describe",  "please",  "veuillez"};

// "Briefly outline …" begins with its second word.
bool begins_with_order(const std::vector<std::string>& words) {
  return std::any_of(orders.begin(), orders.end(), [&](std::string_view order) {
    return words[0].starts_with(order) || (words[0].ends_with("ly") && words[1].starts_with(order));
  });
}

std::string without_gaps(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Gap& gap : find_gaps(text)) {
    (out += text.substr(at, gap.start - at)) += ' ';
    at = gap.end;
  }
  return out += text.substr(at);
}

void erase_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) {
    text.replace(at, what.size(), 1, ' ');
  }
}

// "3.", "IV.2)", "a)" and bullets before a label.
std::string_view without_number(std::string_view text) {
  for (const std::string_view mark : {"•", "–", "-", "▪", "●", "*"}) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
    }
  }
  const std::size_t blank = text.find_first_of(" \t");
  if (blank == std::string_view::npos || blank > 7) {
    return text;
  }
  const std::string_view head = text.substr(0, blank);
  const bool is_number = head.find_first_not_of("0123456789.)(ivxIVX") == std::string_view::npos &&
                         (head.find_first_of("0123456789") != std::string_view::npos ||
                          head.ends_with('.') || head.ends_with(')'));
  const bool is_letter = head.size() == 2 && (head[1] == '.' || head[1] == ')');
  return is_number || is_letter ? text.substr(blank) : text;
}

}  // namespace

std::vector<std::string> tokens(std::string_view text) {
  std::vector<std::string> found;
  const std::vector<std::string> words = plain_words(text);
  for (const std::string& word : words) {
    if (!is_filler(word)) {
      found.push_back(singular(word));
    }
  }
  return found.empty() ? words : found;  // "Name" alone is a label
}

std::string clean_label(std::string_view text) {
  std::string label = without_gaps(text);
  for (const std::string_view noise : {"\uFFFC", "\t", "\n", "(*)", "☐", "☒"}) {
    erase_all(label, noise);
  }
  label = trimmed(without_number(trimmed(without_plurals(label))));
  if (label.starts_with('(') && label.find(')') == std::string::npos) {
    label.erase(0, 1);
  }
  if (label.starts_with(')')) {
    label = trimmed(label.substr(1));
  }
  while (!label.empty() && (label.back() == ':' || label.back() == '*' || label.back() == ' ' ||
                            label.back() == '.' || label.back() == ',')) {
    label.pop_back();
    label = trimmed(label);
  }
  std::string out;
  for (const char c : label) {  // blanks in a row are one
    if (c != ' ' || out.empty() || out.back() != ' ') {
      out += c;
    }
  }
  return out;
}

std::string slug(std::string_view label, std::size_t most_words) {
  const std::string shown = clean_label(label);
  // What explains a label in brackets is no part of its name.
  const std::size_t bracket = shown.find(" (");
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : plain_words(shown.substr(0, bracket))) {
    const bool is_short = is_filler(word) && word != "name" && word != "nom";
    if (is_short || count == most_words) {
      continue;
    }
    (name += name.empty() ? "" : "-") += word;
    ++count;
  }
  if (name.empty()) {
    return "field";
  }
  return name.front() >= 'a' ? name : std::string("n").append(name);  // letters come first
}

bool ends_with_colon(std::string_view text) {
  std::string plain = trimmed(text);
  while (!plain.empty() && (plain.back() == '*' || plain.back() == ' ')) {
    plain.pop_back();
    plain = trimmed(plain);
  }
  return plain.ends_with(':') || plain.ends_with("：");
}

bool asks_for_input(std::string_view inner) {
  const std::string plain = folded(inner);
  for (const std::string_view word : {"a_preciser", "a_completer", "a_remplir", "a_indiquer"}) {
    if (plain.find(word) != std::string::npos) {
      return true;
    }
  }
  return inner.find("…") != std::string_view::npos || inner.find("...") != std::string_view::npos ||
         std::any_of(inputs.begin(), inputs.end(),
                     [&](std::string_view word) { return plain.starts_with(word); });
}

bool is_prompt(std::string_view text) {
  const std::string label = clean_label(text);
  const std::vector<std::string> words = plain_words(label);
  if (words.size() < 2) {
    return false;
  }
  constexpr std::size_t shortest_order = 4;  // "List of annexes" and "Report title" are labels
  if (trimmed(text).ends_with('?') || text.find("? ") != std::string_view::npos ||
      (words.size() >= shortest_order && begins_with_order(words))) {
    return true;
  }
  // "(maximum 2 pages)", "[max. 500 words]"
  const std::string plain = folded(text);
  const bool has_unit =
      plain.find("page") != std::string::npos || plain.find("word") != std::string::npos ||
      plain.find("mot") != std::string::npos || plain.find("palabra") != std::string::npos ||
      plain.find("character") != std::string::npos;
  const bool has_limit =
      plain.find("max") != std::string::npos || plain.find("limit") != std::string::npos;
  return (has_limit && has_unit) || plain.find("please_") != std::string::npos ||
         plain.find("veuillez") != std::string::npos || plain.find("sirvase") != std::string::npos;
}

bool is_personal(std::string_view text) {
  constexpr std::array<std::string_view, 12> words{
      "signature", "signatory", "signataire", "contact",  "approval", "visa",
      "firma",     "focal",     "person",     "personne", "persona",  "signed"};
  const std::vector<std::string> found = tokens(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::find(found.begin(), found.end(), word) != found.end();
  });
}

bool names_currency(std::string_view label) {
  constexpr std::array<std::string_view, 3> signs{"€", "$", "£"};
  constexpr std::array<std::string_view, 14> words{"eur",  "usd", "xof",  "xaf",    "cfa",
                                                   "fcfa", "gbp", "euro", "dollar", "dolar",
                                                   "cad",  "chf", "sek",  "nok"};
  const std::vector<std::string> said = tokens(label);
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return label.find(sign) != label.npos; }) ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return std::find(said.begin(), said.end(), word) != said.end();
         });
}

bool is_reserved(std::string_view text) {
  const std::string plain = folded(text);
  constexpr std::array<std::string_view, 6> marks{
      "use_only", "reserve_a", "cadre_reserve", "official_use", "uso_exclusivo", "ne_pas_remplir"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return plain.find(mark) != std::string::npos; });
}

}  // namespace rapporteur::takeover
