#include "plugin/manual.hpp"

#include "base/text.hpp"
#include "locale/format.hpp"
#include "plugin/api.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::string_view introduction = R"(# Writing a format: the Lua interface

<!-- Generated from the table in core/plugin/api_functions.cpp, api_plan.cpp and api_indicators.cpp
     by the test
     unit-plugin (RAPPORTEUR_ACCEPT=1 rewrites it). Do not edit. -->

A format is a folder `plugins/<id>/`. Types for editors that speak LuaLS stand in
[docs/lua/rapporteur.lua](lua/rapporteur.lua), those of every table of a plan included.

A format's folder holds:

| File | What it is |
|---|---|
| `plugin.lua` | returns the declaration: a table of constants |
| `view.lua` | returns `function(plan, context)`, which returns the view: a tree of tables and typed values |
| `terms.<language>.yaml` | the format's own words, one file a language; `{name}` in a text is an argument |

Its drawn templates stand in the same folder, or in `templates/<id>/`. Formatting happens in the template's slot
(`{{grand.total | budget}}`), not in Lua.

## The declaration

| Field | Type | What it says |
|---|---|---|
| `id` | string | the folder's name |
| `version` | string | the format's own version |
| `api` | integer | version of this interface: 1 |
| `extends` | string | id of a format whose declaration, view, words and templates it takes over where it has none of its own |
| `name` | table | `{ fr = …, en = … }` |
| `languages` | list | languages it can be built in |
| `templates` | table | `odt` and `docx`: files in the format's folder or in `templates/<id>/` |
| `fonts` | list | fonts that the templates use; a missing one is an error |
| `tables` | list | tables that the plan must have |
| `options` | table | name → `type` (choice, boolean, integer, text), `choices`, `default`, `help` by language |
| `limits` | table | section → `pages`, `words`, `characters`: the most, or `{ least, most }`; `document` is the whole. The template marks the heading of a section with `{{limit NAME}}`; what is measured in the finished document and lies outside is a finding. `when = { option = "value" }`: it holds for that choice of the plan only |
| `formats` | table | name → `words` of a slot format, and `missing`, `zero`, `group` marks |
| `view` | string | module that returns the function; `view` when left out |

Words of a slot format: )";

constexpr std::string_view promise = R"(

## What will not change

This is version 1 of the interface. As long as a format says `api = 1`:

- a function, field or class that stands here stays, under its name, and means what it means;
- a signature never changes: the same arguments in the same order, the same types, the same results. New
  optional arguments do not come; where there is more to say, a function takes a table of options, and such
  a table may grow. An option that is left out behaves as it did before it was there;
- new functions, fields, columns, tables and options of plugin.lua may come; each says since when. So a name
  of your own never hides one of the interface: yours are local, or keys of your own tables;
- an error stays an error or becomes a result; a result never becomes an error. Texts of messages may change;
- what may change is how a value is printed where CLDR or a style guide does, and the modules
  `common.…`: they are made with this interface, not part of it. Copy one into your format if it must stand still.

A format with a later version is refused with its line. Version 0, that of the trials, is taken with a
warning: all that it had is in version 1 with the same signatures.)";

constexpr std::string_view testing = R"(

## Looking around and testing

`rapporteur lua --plan PLAN --format ID` is a session with `plan`, `context` and `r`: a value is shown with
the file, row and column that it comes from, Tab completes fields, tables, columns and modules.
`rapporteur lua SCRIPT` runs a file.

`rapporteur test DIR` runs the tests in the format's folder:

| File | What it is |
|---|---|
| `tests/<name>/plan` | a plan folder, or a file with the path of one |
| `tests/<name>/test.yaml` | `language: fr`; `options: { name: value }`; `view: [name, …]`, the names of the view that count |
| `tests/<name>/expected.view` | the view as text |
| `tests/<name>/expected.text` | the document as text: headings, paragraphs, lists, tables with their rows, notes |
| `tests/<name>_test.lua` | functions `test_*(plan, context)`, global or in the table that the file returns |
| `tests/plan` | the plan of these functions; without one, `plan` is nil |

`--accept` writes what comes out into the expected files (both, when there is none): read them before you
keep them. No office is needed. [Shared modules](lua-modules.md), `common.testing` among them, have a
manual of their own.)";

constexpr std::string_view folders = R"(

## Where formats are found

| Folder | Whose formats |
|---|---|
| `--plugins DIR` | those of this one command |
| `$XDG_DATA_HOME/rapporteur/formats`, else `~/.local/share/rapporteur/formats` | your own, for all plans |
| `plugins/` of rapporteur | those that come with it |
| `formats/` in the plan's folder, then `formats/` beside that folder | those that travel with a plan |

They are searched in this order. Of two formats with one id the first is used, and a warning names both:
what comes with a plan never replaces a format that you have. All of them run in the same sandbox.
`rapporteur formats [PLAN]` tells where each comes from and what it extends. A build tells what is
wrong with the formats that it was asked for, and with those that they extend.

## Extending a format

`extends = "un-logframe"` in plugin.lua, beside `id`, `version` and `api`, is a whole format. What it
adds wins:

- `name`, `languages`, `fonts`, `tables`, `templates` and `view` replace those of the base whole;
- `options` are merged by name, and an option field by field: `{ totals = { default = "computed" } }`
  changes a default and nothing else;
- `formats` and `limits` are merged by name;
- words of `terms.<language>.yaml` win over those of the base, these over shared ones;
- without a view of its own it has that of the base. `require "base.view"` is the base's, to change
  what it returns: `local base = require "base.view"`, then `local view = base(plan, context)`.

A module sees those beside it: what the base requires is always the base's own. A base may extend another
one, whose modules are `base.base.<module>`. A base that is missing, cannot be used itself or extends the
format in turn is an error with its place.)";

constexpr std::string_view rules = R"(

## The view

A table with positions 1, 2, 3 … is a list, a table with names is a map (put in the order of its
names), an empty table is an empty list. Values are texts, whole numbers, booleans and the typed
values below. A fraction of Lua (`0.1`, `10 / 2`) is not exact and is refused; so are functions,
objects of the plan, tables that contain themselves and more than 64 levels.

The code runs in a sandbox: base functions, `string`, `table`, `math` and `utf8`, without files,
clock, chance or other processes. `require` reads modules of the format's own folder, and those that formats
share: `require "common.budget"` is `plugins/common/budget.lua`; words that formats share stand in
`plugins/common/terms.<language>.yaml`, a format's own words win. `pairs` walks
in a fixed order. `print` shows a line among the messages of the run. Time and memory are limited.

## Typed values

| Type | What it is | What it can do |
|---|---|---|
| `money` | whole minor units of a currency | `+`, `-`, `<`, `==` with money of the same currency |
| `decimal` | an exact number | `+`, `-`, `<`, `==` with decimals and integers |
| `percent` | a share: 39.2 is 39.2 % | `+`, `-`, `<`, `==` with percents |
| `date` | a day, a month or a year | `<`, `==`; fields `year`, `month`, `day` (nil when not known) |
| `text` | text that knows its language and place | `..` with texts, strings and integers; compare `tostring(text)` |
| `markdown` | rich text | |
| `list` | the items of a checklist | `#`, `[1]`, `ipairs` |
| `missing` | one of six kinds of missing | `r.is_missing(value)` |

`tostring(value)` is the printed form in the report's language.

## Functions

`local r = require "rapporteur"`
)";

// A '|' would end the cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '|' ? std::string(" or ") : std::string(1, c);
  }
  return out;
}

std::string signature(const ApiFunction& function) {
  std::string text = std::string(function.name) + "(";
  std::string closing;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const ApiParameter& parameter = function.parameters[i];
    if (parameter.optional) {
      text += i == 0 ? "[" : " [";
      closing += "]";
    }
    text += (i == 0 ? "" : ", ") + std::string(parameter.name);
  }
  return text + closing + ")";
}

void describe(std::string& out, const ApiFunction& function) {
  out += "\n### `r." + signature(function) + "`\n\n" + std::string(function.help) + "\n\n";
  for (const ApiParameter& parameter : function.parameters) {
    out += "- `" + std::string(parameter.name) + "` (" + cell(parameter.type) +
           (parameter.optional ? ", optional" : "") + "): " + std::string(parameter.help) + "\n";
  }
  out += "- returns " + cell(function.returns) + "\n";
  if (!function.errors.empty()) {
    out += "- errors: " + std::string(function.errors) + "\n";
  }
  out += "- since " + std::string(function.since) + "\n";
}

void describe(std::string& out, const ApiClass& type) {
  out += "\n### " + std::string(type.name) + "\n\n" + std::string(type.help) + "\n";
  if (type.get_named != nullptr) {
    out += "\nAny such name gives: " + cell(type.named_type) + ".\n";
  }
  if (!type.fields.empty()) {
    out += "\n| Field | Type | What it is | Since |\n|---|---|---|---|\n";
  }
  for (const ApiField& field : type.fields) {
    out += "| `" + std::string(field.name) + "` | " + cell(field.type) + " | " +
           std::string(field.help) + " | " + std::string(field.since) + " |\n";
  }
}

}  // namespace

std::string api_manual() {
  std::string out(introduction);
  for (const std::string& word : locale::format_words()) {
    out += (out.back() == ' ' ? "`" : ", `") + word + "`";
  }
  out += ".";
  out += promise;
  out += folders;
  out += testing;
  out += rules;
  for (const ApiFunction& function : api_functions()) {
    describe(out, function);
  }
  for (const ApiConstant& constant : api_constants()) {
    out += "\n### `r." + std::string(constant.name) + "`\n\n" + std::string(constant.help) +
           "\n\n- since " + std::string(constant.since) + "\n";
  }
  out +=
      "\n## What view(plan, context) is given\n\nAll of it is read-only. What the plan does not "
      "have is `missing`, never nil, so that a slot\nprints its mark; lists and maps are fresh "
      "copies, free to be sorted and filtered. An unknown field is an\nerror that names the "
      "nearest one.\n";
  for (const ApiClass& type : api_classes()) {
    describe(out, type);
  }
  return out;
}

}  // namespace rapporteur::plugin
