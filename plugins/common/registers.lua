-- Tables that most formats print as the plan has them: areas, contributions, partners, risks, other
-- projects, stakeholders, acronyms. Each function returns a table for a slot, missing when the plan has no rows.
-- Their words are register.* of the terms.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local line = names.line
local word, text, banded = tables.word, tables.text, tables.banded
local joined, list_of = tables.joined, tables.list_of

local registers = {}

-- Areas that have one above, under it: its name merged, their values added up.
function registers.areas(plan)
  local above, rows, current, sum, unit = {}, {}, "", 0, r.missing()
  for _, row in ipairs(plan.tables.areas) do
    above[row.id] = row.name
  end
  for _, row in ipairs(plan.tables.areas) do
    if not r.is_missing(row.parent) then
      local number = r.is_missing(row.value) and 0 or math.tointeger(tonumber(row.value))
      sum = sum and number and sum + number
      unit = row.unit
      rows[#rows + 1] = { cells = {
        number = #rows + 1,
        region = tables.once(above[row.parent] or row.parent, row.parent ~= current),
        name = row.name,
        value = number or row.value,
      } }
      current = row.parent
    end
  end
  if #rows > 0 and sum then
    rows[#rows + 1] = { kind = "total", label = r.t("total"), cells = { value = sum } }
  end
  return tables.of({
    { id = "number", label = word("number"), class = "code" },
    text("region", "region", { class = "strong" }),
    text("name", "area"),
    { id = "value", label = r.is_missing(unit) and word("value") or (tostring(unit):gsub("^%l", string.upper)), class = "figure" },
  }, rows)
end

-- Contributions with the donor, fund and receiving entity of each; the total of those allocated.
function registers.contributions(plan, total)
  local name_of = names.register(plan)
  local rows, current = {}, ""
  for _, row in ipairs(plan.tables.contributions) do
    if row.status ~= "to_mobilise" then
      local key = tostring(row.reference) .. tostring(row.title)
    local donor = line(r.is_missing(row.donors) and row.donor or row.donors, name_of)
    local agency = row.agency ~= row.donor and line(row.agency, name_of) or r.missing()
    rows[#rows + 1] = { cells = {
      output = tables.once(joined(list_of(row.reference, row.title), " – "), key ~= current),
      donor = joined(list_of(donor, row.fund, agency), " – "),
      amount = row.amount,
    } }
    current = key
    end
  end
  if #rows > 0 then
    rows[#rows + 1] = { kind = "total", label = r.t("total"), cells = { amount = total } }
  end
  return tables.of({
    text("output", "funded_output", { weight = 3 }),
    text("donor", "donor", { weight = 2 }),
    { id = "amount", label = r.t("amount_in", { currency = plan.currency }), class = "figure", format = tables.amount_format(plan) },
  }, rows)
end

function registers.partners(plan)
  local name_of = names.register(plan)
  return tables.of({ text("organisation", "organisation"), text("role", "role", { weight = 3 }) },
    banded(plan.tables.partners, function(row) return row.group end, function(row)
      return { organisation = name_of(row.organisation), role = row.role }
    end))
end

function registers.risks(plan)
  local name_of, rows = names.register(plan), {}
  for i, row in ipairs(plan.tables.risks) do
    rows[i] = { cells = {
      number = i,
      title = row.title,
      category = row.category,
      likelihood = r.is_missing(row.likelihood) and row.likelihood or r.step("likelihood", row.likelihood),
      impact = r.is_missing(row.impact) and row.impact or r.step("impact", row.impact),
      mitigation = { value = tables.lines(row.mitigation), class = "bullet", format = "cell" },
      owner = line(row.owner, name_of),
      date = row.date,
      status = row.status,
    } }
  end
  return tables.of({
    { id = "number", label = word("number"), class = "code" },
    text("title", "risk", { weight = 5 }),
    text("category", "category"),
    text("likelihood", "likelihood"),
    text("impact", "impact"),
    text("mitigation", "mitigation", { weight = 4 }),
    text("owner", "owner", { optional = true }),
    text("date", "date", { class = "date", format = "day", optional = true }),
    text("status", "status", { optional = true }),
  }, rows)
end

function registers.projects(plan)
  local name_of = names.register(plan)
  return tables.of({
    text("name", "project", { weight = 2 }),
    text("implementers", "implementers"),
    text("period", "period"),
    text("donor", "donor"),
    text("amount", "amount"),
    text("themes", "themes", { weight = 2 }),
  }, banded(plan.tables.external_projects, function(row) return row.band end, function(row)
    local amount = list_of(row.value, row.unit)
    return {
      name = row.name, implementers = line(row.implementers, name_of), period = row.period,
      donor = line(row.donors, name_of), themes = row.text,
      amount = #amount > 0 and joined(amount, " ") or r.missing(),
    }
  end))
end

function registers.stakeholders(plan)
  return tables.of({
    text("name", "stakeholder"),
    { id = "text", label = { word("analysis"), word("strengths") }, weight = 2, format = "cell" },
    { id = "role", label = { word("analysis"), word("part") }, weight = 2, format = "cell" },
  }, banded(plan.tables.stakeholders, function(row) return row.band end, function(row)
    return { name = row.name, text = row.text, role = row.role }
  end))
end

-- `list`: { { short, meaning } … }, see common.acronyms.
function registers.acronyms(list)
  local rows = {}
  for i, entry in ipairs(list) do
    rows[i] = { cells = entry }
  end
  return tables.of({
    text("short", "acronym", { class = "strong" }), text("meaning", "meaning", { weight = 4 }),
  }, rows)
end

function registers.assumptions(plan)
  local rows = {}
  for i, row in ipairs(plan.tables.assumptions) do
    rows[i] = { cells = { title = row.title, text = row.text } }
  end
  return tables.of({
    { id = "title", label = word("assumption"), class = "strong", weight = 2 },
    { id = "text", label = word("explanation"), weight = 3, format = "cell" },
  }, rows)
end

-- Texts in their order: { { title, text } … }.
function registers.texts(rows)
  local found = {}
  for i, row in ipairs(rows) do
    found[i] = { title = row.title, text = row.text }
  end
  return found
end

-- Lessons under their headings: { { title, lessons = { { title, text } … } } … }.
function registers.lessons(plan)
  local groups = {}
  for _, row in ipairs(plan.tables.lessons) do
    local last = groups[#groups]
    if not last or tostring(last.title) ~= tostring(row.group) then
      last = { title = row.group, lessons = {} }
      groups[#groups + 1] = last
    end
    table.insert(last.lessons, { title = row.title, text = row.text })
  end
  return groups
end

return registers
