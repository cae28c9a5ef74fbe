// The functions of the module `rapporteur`, as one table: names, types, help.
#include <vector>

#include "plugin/api.hpp"
#include "plugin/api_amounts.hpp"
#include "plugin/api_table.hpp"
#include "plugin/api_texts.hpp"

namespace rapporteur::plugin {
namespace {

const std::vector<ApiFunction>& table() {
  static const std::vector<ApiFunction> functions{
      {"t",
       {{"key", "string", "Key of terms.<language>.yaml; nested keys are joined by dots."},
        {"args", "map",
         "Values for the {names} of the text. Money, dates and numbers are printed as the report's "
         "language does.",
         true}},
       "string",
       "0.1.0",
       "The format's own words in the report's language.",
       "Unknown key; an argument that cannot be printed.",
       translate},
      {"with_language",
       {{"language", "string", "One of the format's languages."},
        {"work", "function", "Makes the section: a function without arguments."}},
       "any",
       "0.2.0",
       "Calls the function and returns what it returns. Inside it the plan's texts and t() are in "
       "that language: for a section whose language a donor fixes. The template prints it between "
       "{{#lang en}} and {{/lang}}, so that figures and dates follow.",
       "A language that the format does not have.",
       with_language},
      {"note",
       {{"value", "value", "What the slot prints."},
        {"text", "string|text", "The footnote, in the report's language."}},
       "value",
       "0.1.0",
       "The same value with a footnote set behind it. A second note is added to the first.",
       "A table or nil as value.",
       note},
      {"sum",
       {{"list", "list", "Amounts of money, or whole numbers, and missing values."}},
       "money|integer|missing, integer",
       "0.1.0",
       "The exact sum of the amounts present (missing when there is none), and how many are "
       "missing.",
       "Two currencies; money beside a plain number; an element that is none of them.",
       sum},
      {"percent",
       {{"part", "money|integer|missing", "The part."},
        {"whole", "money|integer|missing", "What is 100 %."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "percent|missing",
       "0.1.0",
       "Part of the whole, rounded half away from zero. Missing when one of them is; "
       "not_applicable when the whole is 0.",
       "Two currencies; money beside a plain number.",
       percent},
      {"shares",
       {{"list", "list", "Amounts of money, or whole numbers, and missing values."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "list of percent|missing",
       "0.1.0",
       "The share of each in the sum of all. They add up to exactly 100: each is cut, and what is "
       "left goes to the largest remainders. What is missing stays missing; all are "
       "not_applicable when the sum is 0.",
       "A negative element; two currencies; money beside a plain number.",
       shares},
      {"money",
       {{"amount", "string|integer", "In units of the currency: \"12.50\" or 12000000."},
        {"currency", "string", "ISO 4217: \"XOF\", \"USD\"."}},
       "money",
       "0.1.0",
       "An exact amount. Amounts of one currency can be added, subtracted and compared.",
       "More decimals than the currency has; an amount that is too large.",
       money},
      {"step",
       {{"scale", "string", "Id of the scale in plan.yaml."},
        {"value", "value",
         "What a table says: a label of the step in any language, or its digit."}},
       "text|value",
       "0.3.0",
       "The label of a step of a scale, in the report's language; the value itself when the plan "
       "has "
       "no such scale or step.",
       "A table or nil as value.",
       step},
      {"progress",
       {{"baseline", "value", "Where it began."},
        {"value", "value", "What was reached."},
        {"goal", "value", "The milestone or target."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "percent|missing",
       "0.3.0",
       "How far a number has come from the baseline to its goal: 0 % at the baseline, 100 % at the "
       "goal, less than 0 when it went the other way. A goal below the baseline needs no more: "
       "less "
       "is then progress. not_applicable when goal and baseline are equal; missing when one of the "
       "three is no number.",
       "A table or nil as value.",
       progress},
      {"sections",
       {{"text", "markdown|missing", "A text of the plan."}},
       "markdown|missing, list",
       "0.3.0",
       "The text taken apart at its headings of the first level: what stands before the first one "
       "(missing when there is nothing), then a list of `{ title, text }`. Each part keeps its "
       "language, its place and the footnotes that it calls.",
       "",
       sections},
      {"convert",
       {{"amount", "money", "The amount."},
        {"rate", "decimal", "Units of the other currency for one unit of the amount's own."},
        {"currency", "string", "The other currency (ISO 4217)."}},
       "money",
       "0.3.0",
       "The amount in another currency: exact, then rounded half away from zero to its minor unit.",
       "A rate of 0 or less; a result that is too large.",
       convert},
      {"decimal",
       {{"number", "string|integer", "\"39.18\" or 7."}},
       "decimal",
       "0.1.0",
       "An exact number with its decimals. Lua's own fractions are not exact and are refused in a "
       "view.",
       "Text that is no number.",
       decimal},
      {"date",
       {{"text", "string", "2012, 2012-03 or 2012-03-31."}},
       "date",
       "0.1.0",
       "A date of the calendar: a year, a month or a day.",
       "Text that is no date.",
       date},
      {"markdown",
       {{"source", "string|text", "CommonMark."}},
       "markdown",
       "0.1.0",
       "Rich text: paragraphs, headings, lists, tables, task marks, footnotes, links.",
       "",
       markdown},
      {"image",
       {{"path", "string|text|missing",
         "A PNG or JPEG file of the plan folder: \"media/market.jpg\"."},
        {"alt", "string|text|missing",
         "What the picture shows, for those who do not see it, in the report's language."}},
       "image|missing",
       "0.2.0",
       "A picture. It takes the place of a picture drawn in the template whose alternative text is "
       "the tag, `{{photo.image}}`: as large as the drawn one allows, in its own proportions. "
       "Without a path it is missing.",
       "An empty path; text that is not UTF-8.",
       image},
      {"table",
       {{"description", "map",
         "`columns`: a list of `{ id, label, class, format, weight }`; `rows`: a list of `{ kind, "
         "label, cells, keep }`."}},
       "map",
       "0.2.0",
       "A table that a slot `{{path | look NAME}}` draws in a look of the template. `label` of a "
       "column is a text, or a list of texts from the top: equal neighbours of an upper level "
       "share one cell. `class` says how wide a column is and which cells of the look it takes: "
       "`text` shares the room, `figure`, `code`, `date` are as wide as their longest value, "
       "`mark` is narrow; a class of your own behaves as text. `weight` (1 when left out) is a "
       "text column's share of the spare room. `kind` of a row is `body` when left out, or "
       "`band`, `band2`, `subtotal`, `total` or any other word that the look draws; its `label` "
       "goes from the first column to the first that has a cell. `cells` are found by the id of "
       "the column, others are ignored: a column profile is another list of columns over the same "
       "rows. A cell is a value, a list of values (one paragraph each), `r.above` (the cell above "
       "goes on), or `{ value =, class =, format = }`; an element of a list may have a class and "
       "a format of its own too. Without a label each column needs a cell. "
       "`keep` holds a row on the page of the next one.",
       "Whatever is not of this shape; all faults at once, with row and column.",
       make_table},
      {"missing",
       {{"kind", "string",
         "empty (when left out), not_applicable, not_measured, no_data, pending, "
         "nothing_to_report.",
         true}},
       "missing",
       "0.1.0",
       "A missing value: the slot prints its mark for it, never 0 and never a silent blank.",
       "Unknown kind.",
       make_missing},
      {"is_missing",
       {{"value", "any", "Anything.", true}},
       "boolean",
       "0.1.0",
       "True for a missing value and for nil.",
       "",
       is_missing},
      {"kind",
       {{"value", "any", "Anything.", true}},
       "string",
       "0.1.0",
       "The type in this manual's words: \"money\", \"text\", \"node\", \"integer\" …",
       "",
       kind}};
  return functions;
}

}  // namespace

std::span<const ApiFunction> api_functions() {
  return table();
}

std::span<const ApiConstant> api_constants() {
  static const std::vector<ApiConstant> constants{
      {"above", "map", "0.2.0", "In a cell of a table: the cell above goes on.", push_above}};
  return constants;
}

}  // namespace rapporteur::plugin
