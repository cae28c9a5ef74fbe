-- Rows for the tables of donors' forms: each function returns a list of maps that all have the same
-- fields, ready for {{#each}}. A list without rows has one whose fields are all missing, so that the
-- donor's table stays on its page, marked, never a silent blank.
--
-- Amounts by period are p1, p2 … p6 in the order of the plan's years; targets t1 … t6, actual values
-- a1 … a6 likewise.

local r = require "rapporteur"
local names = require "common.names"
local periods = require "common.periods"
local progress = require "common.progress"
local tables = require "common.tables"

local rows = {}
local most_periods = 6

local function by_period(record, prefix, map, years)
  for i = 1, most_periods do
    local value = years[i] and map[years[i].id]
    if value == nil then
      value = r.missing()
    end
    record[prefix .. i] = value
  end
end

-- Levels that the plan does not number have no code.
local function code_of(one)
  return one.code == "" and r.missing("not_applicable") or one.code
end

-- "1.2 Title", as lists of a form name a node.
local function labelled(node)
  return node.code == "" and node.title or node.code .. " " .. node.title
end

-- Where a level stands in the chain, in the donors' words: by its name, else an outcome.
local chain_words = {
  { "impact", { "impact", "goal", "global", "general", "général" } },
  { "activity", { "activ", "action", "support", "tâche", "tache" } },
  { "output", { "output", "produit", "extrant" } },
}
local function chain_of(level)
  local name = r.is_missing(level) and "" or string.lower(level.id .. " " .. tostring(level.label))
  for _, entry in ipairs(chain_words) do
    for _, word in ipairs(entry[2]) do
      if name:find(word, 1, true) then
        return entry[1]
      end
    end
  end
  return "outcome"
end

-- Rows of one level of the chain: "impact", "outcome", "output" or "activity".
function rows.of_level(list, chain)
  local found, fields = {}, {}
  for field in pairs(list[1]) do
    fields[#fields + 1] = field
  end
  for _, record in ipairs(list) do
    if record.chain == chain then
      found[#found + 1] = record
    end
  end
  return tables.complete(found, table.concat(fields, " "))
end

-- Titles of one level of the chain, of rows.results.
function rows.titles(results, chain)
  local titles = {}
  for _, record in ipairs(results) do
    if record.chain == chain and not r.is_missing(record.title) then
      titles[#titles + 1] = record.title
    end
  end
  return #titles > 0 and tables.joined(titles, "; ") or r.missing()
end

local function printable(value)
  return r.kind(value) == "list" and progress.words(value) or value
end

-- The remark that stands with a value of this kind.
local function note_of(indicator, kind)
  for _, measure in ipairs(indicator.measures) do
    if measure.kind == kind and not r.is_missing(measure.note) then
      return measure.note
    end
  end
  return r.missing()
end

local function baseline_date(indicator)
  for _, measure in ipairs(indicator.measures) do
    if measure.kind == "baseline" then
      return measure.date
    end
  end
  return r.missing()
end

-- The last value there is, in the order of the years.
local function last_of(map, years)
  local found = r.missing()
  for _, year in ipairs(years) do
    if map[year.id] ~= nil then
      found = map[year.id]
    end
  end
  return found
end

local function printed_map(map)
  local printed = {}
  for id, value in pairs(map) do
    printed[id] = printable(value)
  end
  return printed
end

local function assumptions_of(plan, node)
  local found = {}
  for _, row in ipairs(plan.tables.assumptions) do
    if node and row.node == node.id then
      found[#found + 1] = row.title
    end
  end
  return #found > 0 and tables.joined(found, "; ") or r.missing()
end

-- The value of the period that is reported on, and of no other; else the last one.
local function value_of(map, years, period)
  if not period then
    return last_of(map, years)
  end
  local value = map[period]
  if value == nil then
    value = r.missing()
  end
  return value
end

local function indicator_row(plan, indicator, years, period)
  local node, row = indicator.node, indicator.row
  local actual = value_of(indicator.actuals, years, period)
  local target = r.is_missing(indicator.target) and last_of(indicator.targets, years) or indicator.target
  local record = {
    code = code_of(indicator), title = indicator.title, unit = indicator.unit,
    result = node and labelled(node) or r.missing(), result_code = node and code_of(node) or r.missing(),
    level = node and not r.is_missing(node.level) and node.level.label or r.missing(),
    chain = chain_of(node and node.level or r.missing()),
    baseline = printable(indicator.baseline), baseline_year = baseline_date(indicator),
    milestone = printable(value_of(indicator.milestones, years, period)),
    target = printable(target), actual = printable(actual),
    progress = progress.of(indicator, indicator, plan, period or "").to_target,
    source = row.source, method = row.method, frequency = row.frequency,
    responsible = names.line(row.responsible, names.register(plan)),
    disaggregation = row.disaggregation, note = note_of(indicator, "actual"),
    assumptions = assumptions_of(plan, node),
  }
  by_period(record, "t", printed_map(indicator.targets), years)
  by_period(record, "a", printed_map(indicator.actuals), years)
  return record
end

function rows.indicators(plan)
  local found, years = {}, periods.years(plan)
  local period = plan.reporting_period
  for i, indicator in ipairs(plan.indicators) do
    found[i] = indicator_row(plan, indicator, years, not r.is_missing(period) and period.id or nil)
  end
  return tables.complete(found, "code title unit result result_code level chain baseline baseline_year milestone "
    .. "target actual progress source method frequency responsible disaggregation note assumptions "
    .. "t1 t2 t3 t4 t5 t6 a1 a2 a3 a4 a5 a6")
end

local function total_of(total)
  return r.is_missing(total.declared) and total.computed or total.declared
end

local function spent_on(plan, node)
  local amounts = {}
  for _, row in ipairs(plan.tables.expenditures) do
    if row.node == node.id and r.kind(row.spent) == "money" then
      amounts[#amounts + 1] = row.spent
    end
  end
  return (r.sum(amounts))
end

local function with_costs(record, total, spent)
  local known = r.kind(total) == "money" and r.kind(spent) == "money"
  record.total, record.spent = total, spent
  record.balance = known and total - spent or r.missing()
  record.rate = known and r.percent(spent, total, 1) or r.missing()
  return record
end

-- "2026, 2027": the periods in which a node has a mark.
local function marked(node, years)
  local when, found = node.row.when, {}
  for _, year in ipairs(years) do
    local mark = type(when) == "table" and when[year.id]
    if mark and not r.is_missing(mark) and mark ~= false then
      found[#found + 1] = year.label
    end
  end
  return #found > 0 and tables.joined(found, ", ") or r.missing()
end

-- q1, q2 … q24: a mark in each quarter of the schedule. A year that the plan does not divide, or a
-- node marked for a whole year, gives its mark to all four.
local function by_quarter(record, plan, node, years)
  local when = node.row.when
  local function has(id)
    local mark = type(when) == "table" and when[id]
    return mark and not r.is_missing(mark)
  end
  for i = 1, most_periods * 4 do
    local year = years[(i - 1) // 4 + 1]
    local part = year and periods.parts(plan, year.id)[(i - 1) % 4 + 1]
    record["q" .. i] = year and (has(year.id) or part and has(part.id)) and "×" or ""
  end
end

local function actions_of(plan, node)
  local found = {}
  for _, row in ipairs(plan.tables.actions) do
    if row.node == node.id and not r.is_missing(row.text) then
      found[#found + 1] = row.text
    end
  end
  return #found > 0 and tables.joined(found, "; ") or r.missing()
end

local function joined_titles(list)
  local found = {}
  for i, one in ipairs(list) do
    found[i] = labelled(one)
  end
  return #found > 0 and tables.joined(found, "; ") or r.missing()
end

local function node_row(plan, node, years, name_of)
  local row = node.row
  local responsible = names.line(row.responsible, name_of)
  local record = {
    code = code_of(node), title = node.title, description = row.description, note = row.note,
    result = node.parent and labelled(node.parent) or r.missing(),
    level = r.is_missing(node.level) and r.missing() or node.level.label, chain = chain_of(node.level),
    responsible = r.is_missing(responsible) and names.line(row.lead, name_of) or responsible,
    partners = names.line(row.partners, name_of), places = row.location, period = marked(node, years),
    indicators = joined_titles(node.indicators), actions = actions_of(plan, node),
  }
  local amounts = {}
  for id, total in pairs(node.budget.by_period) do
    amounts[id] = total_of(total)
  end
  by_period(record, "p", amounts, years)
  by_quarter(record, plan, node, years)
  return with_costs(record, total_of(node.budget), spent_on(plan, node))
end

local node_fields = "code title description note result level chain responsible partners places period "
  .. "indicators actions total spent balance rate p1 p2 p3 p4 p5 p6 q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 "
  .. "q12 q13 q14 q15 q16 q17 q18 q19 q20 q21 q22 q23 q24"

local function nodes_where(plan, wanted)
  local found, years, name_of = {}, periods.years(plan), names.register(plan)
  for _, node in ipairs(plan.nodes) do
    if wanted(node) then
      found[#found + 1] = node_row(plan, node, years, name_of)
    end
  end
  return tables.complete(found, node_fields)
end

-- What nothing hangs below.
function rows.activities(plan)
  return nodes_where(plan, function(node) return #node.children == 0 end)
end

-- All above the activities.
function rows.results(plan)
  return nodes_where(plan, function(node) return chain_of(node.level) ~= "activity" end)
end

return rows
