// What Lua says in English, sorted into faults that the catalogue explains in two languages.
#include <algorithm>
#include <array>
#include <regex>

#include "base/text.hpp"
#include "plugin/lua_fault.hpp"

namespace rapporteur::plugin {
namespace {

/// A wording and the fault that it means. `names` are the arguments that its groups become.
struct Wording {
  const char* id;
  const char* what;  ///< argument `what`, chooses the text; may be empty
  const char* pattern;
  std::vector<const char*> names;
};

// The first that fits wins. Wordings of Lua 5.4 (lauxlib.c, ldebug.c, llex.c, lparser.c), then
// those of the interface (core/plugin/api*.cpp, lua_value.cpp, modules.cpp).
const std::vector<Wording>& wordings() {
  static const std::vector<Wording> all{
      {"plugin-recursion", "", R"re(.*stack overflow.*)re", {}},
      {"plugin-nil",
       "index",
       R"re(attempt to index an? (\w+) value(?: \((\w+) '(.*)'\))?)re",
       {"type", "kind", "name"}},
      {"plugin-nil",
       "call",
       R"re(attempt to call an? (\w+) value(?: \((\w+) '(.*)'\))?)re",
       {"type", "kind", "name"}},
      {"plugin-nil",
       "length",
       R"re(attempt to get length of an? (\w+) value(?: \((\w+) '(.*)'\))?)re",
       {"type", "kind", "name"}},
      {"plugin-nil",
       "join",
       R"re(attempt to concatenate an? (\w+) value(?: \((\w+) '(.*)'\))?)re",
       {"type", "kind", "name"}},
      {"plugin-nil",
       "reckon",
       R"re(attempt to perform (?:arithmetic|bitwise operation) on an? (\w+) value(?: \((\w+) '(.*)'\))?)re",
       {"type", "kind", "name"}},
      {"plugin-compare", "", R"re(attempt to compare two (\w+) values)re", {"type"}},
      {"plugin-compare", "", R"re(attempt to compare (\w+) with (\w+))re", {"type", "other"}},
      {"plugin-argument",
       "type",
       R"re(bad argument #(\d+) to '(.*)' \((.*) expected, got (.*)\))re",
       {"argument", "function", "expected", "got"}},
      {"plugin-argument",
       "other",
       R"re(bad argument #(\d+) to '(.*)' \((.*)\))re",
       {"argument", "function", "reason"}},
      {"plugin-argument",
       "type",
       R"re(bad argument '(\w+)' to (\w+): expected (.*), got (.*))re",
       {"argument", "function", "expected", "got"}},
      {"plugin-argument",
       "count",
       R"re(too many arguments to (\w+): it takes (\d+))re",
       {"function", "expected"}},
      {"plugin-unknown-name",
       "module",
       R"re(rapporteur has no function '(.*?)'(?:; did you mean '(.*)'\?)?)re",
       {"name", "suggestion"}},
      {"plugin-unknown-name",
       "object",
       R"re((?:an? )?([\w ]+) has no field '(.*?)'(?:; did you mean '(.*)'\?)?)re",
       {"object", "name", "suggestion"}},
      {"plugin-unknown-name",
       "term",
       R"re(terms\.(\w+)\.yaml has no text '(.*?)'(?:; did you mean '(.*)'\?)?)re",
       {"object", "name", "suggestion"}},
      {"plugin-module",
       "absent",
       R"re(module '(.*)' not found: there is no file (\S+) .*)re",
       {"name", "file"}},
      {"plugin-module", "name", R"re(module name '(.*)' is not allowed: .*)re", {"name"}},
      {"plugin-module", "itself", R"re(module '(.*)' requires itself.*)re", {"name"}},
      {"plugin-module",
       "view",
       R"re(this module must return the function view\(plan, context\))re",
       {}},
      {"plugin-value",
       "kinds",
       R"re(cannot (?:add|subtract|compare) (\w+) and (\w+)(?:: .*)?)re",
       {"type", "other"}},
      {"plugin-value", "kind", R"re(cannot (?:calculate with|negate) an? (\w+))re", {"type"}},
      {"plugin-value", "join", R"re(cannot join text and (\w+): .*)re", {"type"}},
      {"plugin-value",
       "currencies",
       R"re((?:.*: )?these amounts are in two currencies: (\w+) and (\w+))re",
       {"type", "other"}},
      {"plugin-value", "number", R"re(\w+: '(.*)' is no exact number: .*)re", {"type"}},
      {"plugin-value", "date", R"re(date: '(.*)' is no date: .*)re", {"type"}},
      {"plugin-value", "currency", R"re(\w+: '(.*)' is no currency code .*)re", {"type"}},
      {"plugin-refused", "write", R"re((.*) cannot be (?:written|changed)(?:: .*)?)re", {"name"}},
      {"plugin-refused", "write", R"re(cannot change a protected metatable)re", {}},
      {"plugin-refused", "plan", R"re(plugin\.lua only declares: .*)re", {}},
      {"plugin-refused", "finalizer", R"re(setmetatable: __gc is not allowed in a format)re", {}},
      {"plugin-refused", "address", R"re(string\.format: %p prints an address.*)re", {}},
      {"plugin-refused",
       "keys",
       R"re(pairs walks over numbers and strings only; a key is an? (\w+))re",
       {"name"}},
  };
  return all;
}

const std::vector<Wording>& syntax_wordings() {
  static const std::vector<Wording> all{
      {"plugin-syntax",
       "close",
       R"re('(.*)' expected \(to close '(.*)' at line (\d+)\) near (.*))re",
       {"token", "opener", "line", "near"}},
      {"plugin-syntax", "surplus", R"re(<eof> expected near (.*))re", {"near"}},
      {"plugin-syntax", "expected", R"re((.*) expected near (.*))re", {"token", "near"}},
      {"plugin-syntax",
       "unexpected",
       R"re((?:unexpected symbol|syntax error) near (.*))re",
       {"near"}},
      {"plugin-syntax", "text", R"re(unfinished (?:long )?string.* near (.*))re", {"near"}},
      {"plugin-syntax", "comment", R"re(unfinished long comment.* near (.*))re", {"near"}},
      {"plugin-syntax", "number", R"re(malformed number near (.*))re", {"near"}},
      {"plugin-syntax", "constant", R"re(attempt to assign to const variable '(.*)')re", {"near"}},
      {"plugin-syntax", "label", R"re(no visible label '(.*)' for .*)re", {"near"}},
      {"plugin-syntax", "bytecode", R"re(attempt to load a binary chunk.*)re", {}},
      {"plugin-syntax", "other", R"re([^]*)re", {}},
  };
  return all;
}

/// 'end' -> end; <eof> stays.
std::string bare(std::string token) {
  if (token.size() > 2 && token.front() == '\'' && token.back() == '\'') {
    token = token.substr(1, token.size() - 2);
  }
  return token;
}

/// What other Lua has and a format has not, on purpose.
constexpr std::array<std::string_view, 16> closed{
    "io",   "os",     "debug",  "package", "coroutine",      "load",   "loadstring", "loadfile",
    "next", "dofile", "rawset", "warn",    "collectgarbage", "random", "randomseed", "dump"};

bool fit(const Wording& wording, const std::string& message, Diagnostic& fault) {
  constexpr std::size_t longest = 60;
  std::smatch groups;
  if (!std::regex_match(message, groups, std::regex(wording.pattern))) {
    return false;
  }
  fault.id = wording.id;
  fault.args = {{"message", message}, {"what", std::string(wording.what)}};
  for (std::size_t i = 0; i < wording.names.size(); ++i) {
    std::string value = bare(groups[i + 1].str());
    for (std::size_t at = value.find(" or "); at != std::string::npos; at = value.find(" or ")) {
      value.replace(at, 4, ", ");
    }
    value = value == "no value" ? "nil" : value;
    if (std::string_view(wording.names[i]) == "suggestion") {
      fault.suggestion = value;
    } else {
      fault.args.emplace_back(wording.names[i], shortened(value, longest));
    }
  }
  return true;
}

std::string text_argument(const Diagnostic& fault, std::string_view name) {
  for (const auto& [key, value] : fault.args) {
    if (key == name) {
      const auto* text = std::get_if<std::string>(&value);
      return text == nullptr ? "" : *text;
    }
  }
  return {};
}

/// What every text of the fault may name; a pattern without it prints nothing there.
void complete(Diagnostic& fault) {
  constexpr std::array<std::string_view, 16> names{
      "type",   "kind",   "name", "other", "argument", "function", "expected", "got",
      "reason", "object", "file", "token", "opener",   "line",     "near",     "what"};
  for (const std::string_view name : names) {
    const bool is_there = std::any_of(fault.args.begin(), fault.args.end(),
                                      [&](const auto& one) { return one.first == name; });
    if (!is_there) {
      fault.args.emplace_back(name, std::string());
    }
  }
}

}  // namespace

void name_fault(const std::string& message, const std::vector<std::string>& known,
                Diagnostic& fault) {
  const bool is_syntax = fault.id == "plugin-syntax";
  fault.id = "plugin-error";
  fault.args = {{"message", message}};
  for (const Wording& wording : is_syntax ? syntax_wordings() : wordings()) {
    if (fit(wording, message, fault)) {
      break;
    }
  }
  const std::string name = text_argument(fault, "name");
  if (fault.id == "plugin-nil" && text_argument(fault, "type") == "nil" &&
      std::find(closed.begin(), closed.end(), name) != closed.end() &&
      text_argument(fault, "kind") != "local") {
    fault.id = "plugin-closed";
  }
  if (fault.id == "plugin-nil" && (name.empty() || name == "?")) {
    std::erase_if(fault.args, [](const auto& one) { return one.first == "name"; });
    fault.args.emplace_back("name", "none");
  }
  complete(fault);
  if (fault.id == "plugin-nil" && text_argument(fault, "type") == "nil" &&
      text_argument(fault, "kind") != "local" && name.size() > 2) {
    fault.suggestion = nearest(name, known);
  }
}

}  // namespace rapporteur::plugin
