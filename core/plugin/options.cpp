// The options that a plan sets for a format, against what the format declares.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "plugin/format.hpp"

namespace rapporteur::plugin {
namespace {

bool is_integer(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string> accepted_values(const Option& option) {
  return option.type == "boolean" ? std::vector<std::string>{"true", "false"} : option.choices;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

}  // namespace

bool accepts(const Option& option, const std::string& value) {
  if (option.type == "integer") {
    return is_integer(value);
  }
  const std::vector<std::string> values = accepted_values(option);
  return option.type == "text" || std::find(values.begin(), values.end(), value) != values.end();
}

LimitsByName limits_under(const Declaration& format, const Context& context) {
  LimitsByName held = format.limits;
  std::erase_if(held, [&](const auto& entry) {
    return !std::ranges::all_of(entry.second.when, [&](const auto& wanted) {
      const auto option = context.options.find(wanted.first);
      return option != context.options.end() && option->second == wanted.second;
    });
  });
  return held;
}

Result<Context> make_context(const Declaration& format, const Plan& plan, std::string language,
                             Diagnostics& diagnostics) {
  Context context{std::move(language), {}};
  std::vector<std::string> names;
  for (const Option& option : format.options) {
    context.options[option.name] = option.default_value;
    names.push_back(option.name);
  }
  bool ok = true;
  const auto fault = [&](Diagnostic diagnostic) {
    diagnostics.add(std::move(diagnostic));
    ok = false;
  };
  if (std::find(format.languages.begin(), format.languages.end(), context.language) ==
      format.languages.end()) {
    fault({"format-language",
           plan.origin,
           {{"language", context.language},
            {"format", format.id},
            {"languages", joined(format.languages)}},
           {},
           {},
           {}});
  }
  for (const std::string& table : format.tables) {
    if (!plan.tables.contains(table)) {
      Origin place;
      place.file = plan.folder;
      fault({"format-table", place, {{"table", table}, {"format", format.id}}, {}, {}, {}});
    }
  }
  const auto given = plan.formats.find(format.id);
  if (given != plan.formats.end()) {
    for (const auto& [name, value] : given->second.values) {
      const auto option = std::find_if(format.options.begin(), format.options.end(),
                                       [&, &key = name](const Option& o) { return o.name == key; });
      if (option == format.options.end()) {
        fault({"option-unknown",
               value.origin,
               {{"option", name}, {"format", format.id}, {"options", joined(names)}},
               {},
               nearest(name, names),
               {}});
      } else if (!accepts(*option, value.value)) {
        const std::vector<std::string> values = accepted_values(*option);
        fault({"option-value",
               value.origin,
               {{"option", name},
                {"value", value.value},
                {"type", option->type},
                {"values", joined(values)}},
               {},
               nearest(value.value, values),
               {}});
      } else {
        context.options[name] = value.value;
      }
    }
  }
  return ok ? std::optional(std::move(context)) : std::nullopt;
}

}  // namespace rapporteur::plugin
