---@meta rapporteur
-- Generated from the table of the interface by the test unit-plugin. Do not edit.

---@class rapporteur.value
---@class rapporteur.money: rapporteur.value
---@operator add(rapporteur.money): rapporteur.money
---@operator sub(rapporteur.money): rapporteur.money
---@operator unm: rapporteur.money
---@class rapporteur.decimal: rapporteur.value
---@operator add(rapporteur.decimal|integer): rapporteur.decimal
---@operator sub(rapporteur.decimal|integer): rapporteur.decimal
---@operator unm: rapporteur.decimal
---@class rapporteur.percent: rapporteur.value
---@operator add(rapporteur.percent): rapporteur.percent
---@operator sub(rapporteur.percent): rapporteur.percent
---@operator unm: rapporteur.percent
---@class rapporteur.date: rapporteur.value
---@field year integer
---@field month integer?
---@field day integer?
---@class rapporteur.text: rapporteur.value
---@operator concat(string|integer|rapporteur.text): rapporteur.text
---@class rapporteur.markdown: rapporteur.value
---@class rapporteur.missing: rapporteur.value

---The programme's plan. Read-only.
---@class rapporteur.plan
---@field id string Its id in plan.yaml.
---@field title rapporteur.text|rapporteur.missing Title of the plan.
---@field kind rapporteur.text|rapporteur.missing Kind of document: "National action plan".
---@field country rapporteur.text|rapporteur.missing Country or region.
---@field issuer rapporteur.text|rapporteur.missing Ministry or agency that publishes it.
---@field references (rapporteur.text)[] Texts that it refers to.
---@field date rapporteur.date|rapporteur.missing Date printed on the cover.
---@field start_date rapporteur.date|rapporteur.missing First day of the plan.
---@field end_date rapporteur.date|rapporteur.missing Last day of the plan.
---@field periods (rapporteur.period)[] Its periods, in the order of plan.yaml.
---@field reporting_period rapporteur.period|rapporteur.missing The period that is reported on.
---@field currency string ISO 4217 code of its amounts.
---@field languages (string)[] Languages the plan says it is written in.
---@field levels (rapporteur.level)[] Levels of the results chain, highest first.
---@field roots (rapporteur.node)[] Nodes of the highest level.
---@field nodes (rapporteur.node)[] All nodes, in the order of their table.
---@field lines (rapporteur.line)[] All budget lines, in the order of their table.
---@field indicators (rapporteur.indicator)[] All indicators, in the order of their table.
---@field budget rapporteur.budget Totals over the whole plan.
---@field narratives rapporteur.narratives Texts of narrative/, by slot.
---@field narrative_slots (string)[] Slots that have a text in narrative/, in any language: a format leaves a section without one out and asks for no text that would then be reported as missing.
---@field tables rapporteur.tables Every table of the plan as rows, by name.

---A period of the plan: a year, a quarter.
---@class rapporteur.period
---@field id string Its id: key of every map by period.
---@field label rapporteur.text|rapporteur.missing What is printed: "2012", "Year 1".
---@field start_date rapporteur.date|rapporteur.missing First day.
---@field end_date rapporteur.date|rapporteur.missing Last day.
---@field parts (rapporteur.period)[] The periods it is made of.

---A level of the results chain: axis, outcome, activity.
---@class rapporteur.level
---@field id string Its id.
---@field label rapporteur.text|rapporteur.missing What the plan calls it.
---@field numbering string "1", "I", "A" or "none".

---A node of the results chain.
---@class rapporteur.node
---@field id string Its unique id.
---@field code string What is printed as its number; may repeat, may be empty.
---@field title rapporteur.text|rapporteur.missing Its title.
---@field level rapporteur.level|rapporteur.missing Its level.
---@field parent rapporteur.node|nil The node above; nil for a root.
---@field children (rapporteur.node)[] The nodes right below.
---@field lines (rapporteur.line)[] Budget lines of this very node.
---@field indicators (rapporteur.indicator)[] Indicators of this very node.
---@field budget rapporteur.budget Totals of this node with all that hangs below it.
---@field row rapporteur.row Its row in the table nodes, for all other columns.

---A budget line.
---@class rapporteur.line
---@field id string Its unique id.
---@field kind string "amount"; "memo" (costed elsewhere, "PM"); "blank" (not costed yet).
---@field title rapporteur.text|rapporteur.missing Its own title, when it has one.
---@field node rapporteur.node The node that it pays for.
---@field amounts table<string, rapporteur.money|rapporteur.missing> Its amount in each period, by period id.
---@field total rapporteur.total Its total over all periods.

---A total: as declared beside as computed.
---@class rapporteur.total
---@field declared rapporteur.money|rapporteur.missing The total as its author typed it, with its place in the plan.
---@field computed rapporteur.money|rapporteur.missing The exact sum of the amounts present; missing when there is none.
---@field missing integer How many cells of the sum have no amount.
---@field difference rapporteur.money|nil declared - computed; nil when they agree or one of them is absent.

---Totals over all periods, and for each period.
---@class rapporteur.budget
---@field declared rapporteur.money|rapporteur.missing The total as its author typed it, with its place in the plan.
---@field computed rapporteur.money|rapporteur.missing The exact sum of the amounts present; missing when there is none.
---@field missing integer How many cells of the sum have no amount.
---@field difference rapporteur.money|nil declared - computed; nil when they agree or one of them is absent.
---@field by_period table<string, rapporteur.total> The same for each period, by its id.

---What is measured. Values that are broken down stand with its series.
---@class rapporteur.indicator
---@field id string Its unique id.
---@field code string What is printed as its number; may repeat, may be empty.
---@field title rapporteur.text|rapporteur.missing The indicator in words.
---@field type string "count", "percent", "points", "index", "amount", "yes_no", "ordinal", "checklist", "text" or "composite".
---@field unit rapporteur.text|rapporteur.missing Unit of measure.
---@field direction string|nil "up", "down", "maintain"; nil when not said.
---@field aggregation string|nil "annual", "cumulative", "stock", "survey"; nil when not said.
---@field node rapporteur.node|nil The node that it measures; nil for a framework's indicator.
---@field series (rapporteur.series)[] Its disaggregations, in the order of their table.
---@field row rapporteur.row Its row in the table indicators, for all other columns.
---@field baseline string|integer|boolean|rapporteur.value|rapporteur.missing The baseline.
---@field target string|integer|boolean|rapporteur.value|rapporteur.missing The target that stands without a period.
---@field milestones table<string, string|integer|boolean|rapporteur.value> Milestones, by period id.
---@field targets table<string, string|integer|boolean|rapporteur.value> Targets of the main set, by period id.
---@field actuals table<string, string|integer|boolean|rapporteur.value> Actual values, by period id, as the plan has them.
---@field annual table<string, string|integer|boolean|rapporteur.value> Actual values of each period alone: of a cumulative indicator, what the period added.
---@field cumulative table<string, string|integer|boolean|rapporteur.value> Actual values up to each period: of an annual indicator, their sum. Empty for stocks and surveys.
---@field measures (rapporteur.measure)[] All values of all kinds, periods and target sets.

---A disaggregation of an indicator.
---@class rapporteur.series
---@field id string Its unique id.
---@field label rapporteur.text|rapporteur.missing Its name.
---@field indicator rapporteur.indicator The indicator that it belongs to.
---@field part_of rapporteur.series|nil The series that it is a part of.
---@field row rapporteur.row Its row in the table series, for sex, age, place and group.
---@field baseline string|integer|boolean|rapporteur.value|rapporteur.missing The baseline.
---@field target string|integer|boolean|rapporteur.value|rapporteur.missing The target that stands without a period.
---@field milestones table<string, string|integer|boolean|rapporteur.value> Milestones, by period id.
---@field targets table<string, string|integer|boolean|rapporteur.value> Targets of the main set, by period id.
---@field actuals table<string, string|integer|boolean|rapporteur.value> Actual values, by period id, as the plan has them.
---@field annual table<string, string|integer|boolean|rapporteur.value> Actual values of each period alone: of a cumulative indicator, what the period added.
---@field cumulative table<string, string|integer|boolean|rapporteur.value> Actual values up to each period: of an annual indicator, their sum. Empty for stocks and surveys.
---@field measures (rapporteur.measure)[] All values of all kinds, periods and target sets.

---One value of an indicator or series.
---@class rapporteur.measure
---@field kind string "baseline", "milestone", "target" or "actual".
---@field period string Period id; empty when it stands without one.
---@field set string Target set; empty for the main one.
---@field value string|integer|boolean|rapporteur.value|rapporteur.missing The value.
---@field date rapporteur.date|rapporteur.missing When it was measured, where that is no period.
---@field due rapporteur.date|rapporteur.missing When a pending value is due.
---@field agency string Who sent it; empty when not said.
---@field note rapporteur.text|rapporteur.missing Remark for the reader.
---@field source rapporteur.text|rapporteur.missing Where it comes from.

---plan.narratives.<slot>: the text of narrative/<slot>.<language>.md in the report's language, else in another, which is marked and reported; missing when there is none, which is reported too.
---@class rapporteur.narratives
---@field [string] rapporteur.markdown|rapporteur.missing

---plan.tables.<name>: the rows of a table of the plan; an empty list when the plan has no such table.
---@class rapporteur.tables
---@field [string] (rapporteur.row)[]

---A row of a table: row.<column>. A column by language gives the text in the report's language, a column by period gives a map by period id, an empty cell is missing.
---@class rapporteur.row
---@field [string] any

---What is asked of this report.
---@class rapporteur.context
---@field language string Language of the report: "fr", "en".
---@field options rapporteur.options The options of plugin.lua, as the plan sets them.

---context.options.<name>: the plan's choice, else the default.
---@class rapporteur.options
---@field [string] string|boolean|integer

---@class rapporteur
local rapporteur = {}

---The format's own words in the report's language.
---@param key string Key of terms.<language>.yaml; nested keys are joined by dots.
---@param args? table<string, any> Values for the {names} of the text. Money, dates and numbers are printed as the report's language does.
---@return string
function rapporteur.t(key, args) end

---Calls the function and returns what it returns. Inside it the plan's texts and t() are in that language: for a section whose language a donor fixes. The template prints it between {{#lang en}} and {{/lang}}, so that figures and dates follow.
---@param language string One of the format's languages.
---@param work fun(): any Makes the section: a function without arguments.
---@return any
function rapporteur.with_language(language, work) end

---The same value with a footnote set behind it. A second note is added to the first.
---@param value string|integer|boolean|rapporteur.value What the slot prints.
---@param text string|rapporteur.text The footnote, in the report's language.
---@return string|integer|boolean|rapporteur.value
function rapporteur.note(value, text) end

---The exact sum of the amounts present (missing when there is none), and how many are missing.
---@param list any[] Amounts of money, or whole numbers, and missing values.
---@return rapporteur.money|integer|rapporteur.missing, integer
function rapporteur.sum(list) end

---Part of the whole, rounded half away from zero. Missing when one of them is; not_applicable when the whole is 0.
---@param part rapporteur.money|integer|rapporteur.missing The part.
---@param whole rapporteur.money|integer|rapporteur.missing What is 100 %.
---@param decimals? integer 0 to 6; 0 when left out.
---@return rapporteur.percent|rapporteur.missing
function rapporteur.percent(part, whole, decimals) end

---The share of each in the sum of all. They add up to exactly 100: each is cut, and what is left goes to the largest remainders. What is missing stays missing; all are not_applicable when the sum is 0.
---@param list any[] Amounts of money, or whole numbers, and missing values.
---@param decimals? integer 0 to 6; 0 when left out.
---@return (rapporteur.percent|rapporteur.missing)[]
function rapporteur.shares(list, decimals) end

---An exact amount. Amounts of one currency can be added, subtracted and compared.
---@param amount string|integer In units of the currency: "12.50" or 12000000.
---@param currency string ISO 4217: "XOF", "USD".
---@return rapporteur.money
function rapporteur.money(amount, currency) end

---The label of a step of a scale, in the report's language; the value itself when the plan has no such scale or step.
---@param scale string Id of the scale in plan.yaml.
---@param value string|integer|boolean|rapporteur.value What a table says: a label of the step in any language, or its digit.
---@return rapporteur.text|string|integer|boolean|rapporteur.value
function rapporteur.step(scale, value) end

---How far a number has come from the baseline to its goal: 0 % at the baseline, 100 % at the goal, less than 0 when it went the other way. A goal below the baseline needs no more: less is then progress. not_applicable when goal and baseline are equal; missing when one of the three is no number.
---@param baseline string|integer|boolean|rapporteur.value Where it began.
---@param value string|integer|boolean|rapporteur.value What was reached.
---@param goal string|integer|boolean|rapporteur.value The milestone or target.
---@param decimals? integer 0 to 6; 0 when left out.
---@return rapporteur.percent|rapporteur.missing
function rapporteur.progress(baseline, value, goal, decimals) end

---The text taken apart at its headings of the first level: what stands before the first one (missing when there is nothing), then a list of `{ title, text }`. Each part keeps its language, its place and the footnotes that it calls.
---@param text rapporteur.markdown|rapporteur.missing A text of the plan.
---@return rapporteur.markdown|rapporteur.missing, any[]
function rapporteur.sections(text) end

---The amount in another currency: exact, then rounded half away from zero to its minor unit.
---@param amount rapporteur.money The amount.
---@param rate rapporteur.decimal Units of the other currency for one unit of the amount's own.
---@param currency string The other currency (ISO 4217).
---@return rapporteur.money
function rapporteur.convert(amount, rate, currency) end

---An exact number with its decimals. Lua's own fractions are not exact and are refused in a view.
---@param number string|integer "39.18" or 7.
---@return rapporteur.decimal
function rapporteur.decimal(number) end

---A date of the calendar: a year, a month or a day.
---@param text string 2012, 2012-03 or 2012-03-31.
---@return rapporteur.date
function rapporteur.date(text) end

---Rich text: paragraphs, headings, lists, tables, task marks, footnotes, links.
---@param source string|rapporteur.text CommonMark.
---@return rapporteur.markdown
function rapporteur.markdown(source) end

---A picture. It takes the place of a picture drawn in the template whose alternative text is the tag, `{{photo.image}}`: as large as the drawn one allows, in its own proportions. Without a path it is missing.
---@param path string|rapporteur.text|rapporteur.missing A PNG or JPEG file of the plan folder: "media/market.jpg".
---@param alt string|rapporteur.text|rapporteur.missing What the picture shows, for those who do not see it, in the report's language.
---@return rapporteur.image|rapporteur.missing
function rapporteur.image(path, alt) end

---A table that a slot `{{path | look NAME}}` draws in a look of the template. `label` of a column is a text, or a list of texts from the top: equal neighbours of an upper level share one cell. `class` says how wide a column is and which cells of the look it takes: `text` shares the room, `figure`, `code`, `date` are as wide as their longest value, `mark` is narrow; a class of your own behaves as text. `weight` (1 when left out) is a text column's share of the spare room. `kind` of a row is `body` when left out, or `band`, `band2`, `subtotal`, `total` or any other word that the look draws; its `label` goes from the first column to the first that has a cell. `cells` are found by the id of the column, others are ignored: a column profile is another list of columns over the same rows. A cell is a value, a list of values (one paragraph each), `r.above` (the cell above goes on), or `{ value =, class =, format = }`; an element of a list may have a class and a format of its own too. Without a label each column needs a cell. `keep` holds a row on the page of the next one.
---@param description table<string, any> `columns`: a list of `{ id, label, class, format, weight }`; `rows`: a list of `{ kind, label, cells, keep }`.
---@return table<string, any>
function rapporteur.table(description) end

---A missing value: the slot prints its mark for it, never 0 and never a silent blank.
---@param kind? string empty (when left out), not_applicable, not_measured, no_data, pending, nothing_to_report.
---@return rapporteur.missing
function rapporteur.missing(kind) end

---True for a missing value and for nil.
---@param value? any Anything.
---@return boolean
function rapporteur.is_missing(value) end

---The type in this manual's words: "money", "text", "node", "integer" …
---@param value? any Anything.
---@return string
function rapporteur.kind(value) end

---In a cell of a table: the cell above goes on.
---@type table<string, any>
rapporteur.above = {}

return rapporteur
