-- Single values that donors' forms ask for, read from the plan. `rapporteur new format --from` writes
-- views that call these; what the plan does not have is missing, so that the form prints its mark.
--
-- Words used: form.months of plugins/common/terms.<language>.yaml.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local form = {}

-- The text of the first of these slots that the plan has in narrative/; when it has none, the first
-- one is reported as missing.
function form.text(plan, ...)
  local has = {}
  for _, slot in ipairs(plan.narrative_slots) do
    has[slot] = true
  end
  for _, slot in ipairs({ ... }) do
    if has[slot] then
      return plan.narratives[slot]
    end
  end
  return plan.narratives[(...)]
end

-- The same for a place inside a line of the form: plain text, its paragraphs joined.
function form.line(plan, ...)
  local text = form.text(plan, ...)
  if r.is_missing(text) then
    return text
  end
  return (tostring(text):gsub("^%s+", ""):gsub("%s+$", ""):gsub("%s*\n%s*", " "))
end

-- A box of the form, ticked or not.
function form.box(ticked)
  return ticked and "☒" or "☐"
end

-- The report's total budget: as declared, else the sum of what is there.
function form.budget(plan)
  local budget = plan.budget
  return r.is_missing(budget.declared) and budget.computed or budget.declared
end

-- A column of a table added up over these rows; missing when no row has an amount.
function form.sum(rows, column)
  local amounts = {}
  for _, row in ipairs(rows) do
    if r.kind(row[column]) == "money" then
      amounts[#amounts + 1] = row[column]
    end
  end
  return (r.sum(amounts))
end

-- Share of the budget of these rows that was spent.
function form.rate(rows)
  return r.percent(form.sum(rows, "spent"), form.sum(rows, "total"), 1)
end

function form.contributed(plan)
  return form.sum(plan.tables.contributions, "amount")
end

function form.spent(plan)
  return form.sum(plan.tables.expenditures, "spent")
end

-- What remains of the budget; missing when nothing was spent or nothing is budgeted.
function form.balance(plan)
  local budget, spent = form.budget(plan), form.spent(plan)
  local known = r.kind(budget) == "money" and r.kind(spent) == "money"
  return known and budget - spent or r.missing()
end

function form.delivery(plan)
  return r.percent(form.spent(plan), form.budget(plan), 1)
end

-- The value of a fact of the plan.
function form.fact(plan, name)
  for _, row in ipairs(plan.tables.facts) do
    if tostring(row.name) == name then
      return row.value
    end
  end
  return r.missing()
end

local function joined(list)
  return #list > 0 and tables.joined(list, ", ") or r.missing()
end

-- Names of organisations in these columns of a table, each once.
local function organisations(plan, table_name, columns)
  return joined(names.names(names.index(plan), plan.tables[table_name], columns))
end

function form.donors(plan)
  return organisations(plan, "contributions", { "donor", "donors" })
end

-- Partners, else the organisations that carry out budget lines.
function form.partners(plan)
  local found = organisations(plan, "partners", { "organisation" })
  return r.is_missing(found) and organisations(plan, "budget_lines", { "partner", "partners" }) or found
end

-- Texts of one column, each once, in their order.
local function distinct(rows, column)
  local found, seen = {}, {}
  for _, row in ipairs(rows) do
    local value = row[column]
    if not r.is_missing(value) and not seen[tostring(value)] then
      seen[tostring(value)] = true
      found[#found + 1] = value
    end
  end
  return joined(found)
end

function form.places(plan)
  return distinct(plan.tables.areas, "name")
end

function form.groups(plan)
  return distinct(plan.tables.beneficiaries, "group")
end

-- The donors' own references of the grant.
function form.reference(plan)
  return distinct(plan.tables.contributions, "reference")
end

-- People reached, of a column `direct` or `indirect`.
function form.people(plan, column)
  local sum = 0
  local rows = plan.tables.beneficiaries
  for _, row in ipairs(rows) do
    sum = sum + (r.kind(row[column]) == "integer" and row[column] or 0)
  end
  return #rows > 0 and sum or r.missing()
end

-- Months from the first to the last day; years that name no month count whole.
function form.duration(plan)
  local first, last = plan.start_date, plan.end_date
  if r.is_missing(first) or r.is_missing(last) then
    return r.missing()
  end
  local months = (last.year - first.year) * 12 + (last.month or 12) - (first.month or 1) + 1
  return r.t("form.months", { count = months })
end

-- A field of the period that is reported on: label, start_date, end_date.
function form.reporting(plan, field)
  local period = plan.reporting_period
  return r.is_missing(period) and period or period[field]
end

-- Titles of the highest level of the results chain, one a line.
function form.objectives(plan)
  local titles = {}
  for i, node in ipairs(plan.roots) do
    titles[i] = node.title
  end
  return #titles > 0 and tables.joined(titles, "; ") or r.missing()
end

local function cells_of(line)
  local cells = {}
  for cell in (line:gsub("^%s*|", ""):gsub("|%s*$", "") .. "|"):gmatch("%s*(.-)%s*|") do
    cells[#cells + 1] = cell
  end
  return cells
end

local function missing_row(count)
  local row = {}
  for i = 1, count do
    row["c" .. i] = r.missing()
  end
  return row
end

-- A table of the form that the plan has no table for: the Markdown table that the writer puts into
-- the slot, without its head, as rows { c1, c2 … }. Without one, a single row of missing values.
function form.own_rows(plan, slot, count)
  local text, rows, is_body = plan.narratives[slot], {}, false
  for line in (r.is_missing(text) and "" or tostring(text)):gmatch("[^\n]+") do
    if line:match("^%s*|?%s*:?%-[%-%s:|]*$") then
      is_body = true
    elseif is_body and line:find("|", 1, true) then
      local cells, row = cells_of(line), {}
      for i = 1, count do
        row["c" .. i] = (cells[i] == nil or cells[i] == "") and r.missing() or cells[i]
      end
      rows[#rows + 1] = row
    end
  end
  if #rows == 0 then
    rows[1] = missing_row(count)
  end
  return rows
end

-- The same for a table whose rows the form prints: { r1 = { c1, c2 … }, r2 … }, `height` rows.
function form.own_grid(plan, slot, count, height)
  local found, grid = form.own_rows(plan, slot, count), {}
  for i = 1, height do
    grid["r" .. i] = found[i] or missing_row(count)
  end
  return grid
end

-- A column that the plan has nothing for, in a table that it has: the slot says it row by row,
-- "- CODE: text". Sets `column` of each row.
function form.own_column(plan, slot, rows, column)
  local text, said = plan.narratives[slot], {}
  for line in (r.is_missing(text) and "" or tostring(text)):gmatch("[^\n]+") do
    local code, rest = line:match("^%s*[-*]?%s*(%S+)%s*:%s*(.+)$")
    if code then
      said[code] = rest
    end
  end
  for _, row in ipairs(rows) do
    row[column] = said[tostring(row.code)] or r.missing()
  end
end

return form
