-- Rows for the tables of donors' forms that stand in the plan's registers: budget lines, money received
-- and spent, risks, partners, people, texts. As in common.form_rows, a list is never empty.

local r = require "rapporteur"
local names = require "common.names"
local periods = require "common.periods"
local tables = require "common.tables"

local registers = {}

local most_periods = 6

-- Columns that name organisations, in any table.
local references = {
  agency = true, partner = true, partners = true, donor = true, donors = true, organisation = true,
  owner = true, responsible = true, implementers = true, lead = true,
}
local without_id = { partners = true, acronyms = true }
local scales = { likelihood = true, impact = true }

local function cell(row, column, name_of)
  local value = row[column]
  if r.is_missing(value) then
    return r.missing()
  elseif references[column] then
    return names.line(value, name_of)
  elseif scales[column] then
    return r.step(column, value)
  elseif type(value) == "table" then
    return names.line(value, function(one) return one end)
  end
  return value
end

-- The rows of a table of the plan with these columns, their number and what `extend` adds.
local function register(plan, table_name, columns, extra, extend)
  local found, name_of = {}, names.register(plan)
  for i, row in ipairs(plan.tables[table_name]) do
    local is_coded = not without_id[table_name] and not r.is_missing(row.id)
    local record = { code = is_coded and row.id or tostring(i) }
    for column in columns:gmatch("%S+") do
      record[column] = cell(row, column, name_of)
    end
    if extend then
      extend(record, row, name_of)
    end
    found[i] = record
  end
  return tables.complete(found, "code " .. columns .. " " .. extra)
end

local function either(first, second)
  return r.is_missing(first) and second or first
end

local function node_titles(plan)
  local titles = {}
  for _, node in ipairs(plan.nodes) do
    titles[node.id] = node.code == "" and node.title or node.code .. " " .. node.title
  end
  return titles
end

local function balanced(record, budgeted)
  local known = r.kind(budgeted) == "money" and r.kind(record.spent) == "money"
  record.balance = known and budgeted - record.spent or r.missing()
  record.rate = known and r.percent(record.spent, budgeted, 1) or r.missing()
end

-- The main budget, a row a line.
function registers.budget(plan)
  local found, years, name_of, spent = {}, periods.years(plan), names.register(plan), {}
  local row_of = {}
  for _, row in ipairs(plan.tables.budget_lines) do
    row_of[tostring(row.id)] = row
  end
  for _, row in ipairs(plan.tables.expenditures) do
    if r.kind(row.spent) == "money" then
      local id = tostring(row.node)
      spent[id] = spent[id] and spent[id] + row.spent or row.spent
    end
  end
  for i, line in ipairs(plan.lines) do
    local row, node = row_of[line.id] or {}, line.node
    local record = {
      code = node.code == "" and r.missing("not_applicable") or node.code, title = either(line.title, node.title),
      result = node.parent and node.parent.title or node.title,
      total = either(line.total.declared, line.total.computed),
      spent = #node.lines == 1 and spent[node.id] or r.missing(),
    }
    for column in ("agency partner source category note"):gmatch("%S+") do
      record[column] = cell(row, column, name_of)
    end
    for p = 1, most_periods do
      record["p" .. p] = years[p] and line.amounts[years[p].id] or r.missing()
    end
    balanced(record, record.total)
    found[i] = record
  end
  return tables.complete(found, "code title result agency partner source category note total spent balance rate p1 p2 p3 p4 p5 p6")
end

-- The lines of one category of expense, added up: the row of a budget by categories. `...` are the
-- category's spellings.
function registers.category(budget, ...)
  local amounts, wanted = {}, {}
  for _, spelling in ipairs({ ... }) do
    wanted[string.lower(spelling)] = true
  end
  local sums = {}
  for _, record in ipairs(budget) do
    if not r.is_missing(record.category) and wanted[string.lower(tostring(record.category))] then
      for field, value in pairs(record) do
        if r.kind(value) == "money" then
          amounts[field] = amounts[field] or {}
          table.insert(amounts[field], value)
        end
      end
    end
  end
  for field, list in pairs(amounts) do
    sums[field] = (r.sum(list))
  end
  balanced(sums, sums.total)
  return tables.complete({ sums }, "total spent balance rate p1 p2 p3 p4 p5 p6")[1]
end

function registers.expenditures(plan)
  local titles = node_titles(plan)
  return register(plan, "expenditures", "agency period budgeted committed spent", "title balance rate",
    function(record, row)
      record.title = titles[row.node] or r.missing()
      balanced(record, record.budgeted)
    end)
end

function registers.contributions(plan)
  return register(plan, "contributions", "title donor donors agency fund reference amount status note", "",
    function(record) record.donor = either(record.donor, record.donors) end)
end

function registers.risks(plan)
  return register(plan, "risks", "category title likelihood impact mitigation owner frequency source date status", "",
    function(record, row) record.owner = either(record.owner, row.owner_role) end)
end

function registers.partners(plan)
  local index = names.index(plan)
  return register(plan, "partners", "organisation group role since places project", "type",
    function(record, row)
      local organisation = index[row.organisation]
      record.organisation = names.full(index, row.organisation)
      record.type = organisation and organisation.type or r.missing()
    end)
end

function registers.awards(plan)
  return register(plan, "awards", "organisation amount modality category population type note", "")
end

function registers.beneficiaries(plan)
  return register(plan, "beneficiaries", "group sex age period direct indirect note", "")
end

-- lessons, challenges, opportunities, next_steps, decisions: what is said, and the answer to it.
function registers.texts(plan, table_name)
  return register(plan, table_name, "group title text response", "",
    function(record, row) record.title = either(row.title, row.text) end)
end

function registers.assumptions(plan)
  return register(plan, "assumptions", "title text", "")
end

-- bodies, members, meetings, signatures, monitoring_events.
function registers.parts(plan, table_name)
  return register(plan, table_name, "title role organisation date frequency cost", "")
end

function registers.acronyms(plan)
  return register(plan, "acronyms", "short meaning", "")
end

function registers.places(plan)
  return register(plan, "areas", "name band text value unit", "")
end

function registers.stakeholders(plan)
  return register(plan, "stakeholders", "name band text role", "")
end

function registers.projects(plan)
  return register(plan, "external_projects", "name implementers period donors value unit text", "")
end

return registers
