-- The multi-year work plan and budget: outcomes, their outputs and technical support, then management,
-- general management support (GMS), levy and the grand total.

local r = require "rapporteur"
local budget = require "common.budget"
local rows_of = require "common.workplan"
local tables = require "common.tables"

local fees = { management = true, gms = true, levy = true }

-- Management and fees stand in the budget as roots without a place in the results chain.
local function fee_of(root, context)
  local line = #root.children == 0 and root.lines[1]
  local category = line and context.rows_of_lines[line.id].category
  return fees[category] and category or nil
end

local function add_outcome(rows, root, context)
  rows[#rows + 1] = { kind = "band", label = budget.axis_label(root) }
  local parts = {}
  for _, output in ipairs(root.children) do
    parts[#parts + 1] = rows_of.add_output(rows, output, r.t("subtotal_of", {
      level = output.level.label, code = output.code,
    }), context)
  end
  for _, line in ipairs(root.lines) do
    local cells = { total = line.total.computed }
    for _, year in ipairs(context.years) do
      cells["y" .. year.id] = line.amounts[year.id]
    end
    rows[#rows + 1] = { kind = "subtotal", label = r.t("subtotal_technical_support"), cells = cells }
    parts[#parts + 1] = line.total
  end
  rows[#rows + 1] = {
    kind = "subtotal2",
    label = r.t("subtotal_of", { level = root.level.label, code = root.code }),
    cells = rows_of.amounts(root.budget, parts, context),
  }
  return root.budget
end

local function add_total(rows, kind, label, total, parts, context)
  rows[#rows + 1] = { kind = kind, label = label, cells = rows_of.amounts(total, parts, context) }
  return total
end

local workplan = {}

function workplan.of(plan, years, declared_first)
  local context = rows_of.context(plan, years, declared_first)
  local rows, outcomes, found = {}, {}, {}
  for _, root in ipairs(plan.roots) do
    local fee = fee_of(root, context)
    if fee then
      found[fee] = root
    elseif #root.children > 0 or #root.lines > 0 then
      outcomes[#outcomes + 1] = add_outcome(rows, root, context)
    end
  end
  if #outcomes == 0 then
    return r.missing()
  end
  if found.management or found.gms or found.levy then
    local parts = { add_total(rows, "subtotal2", r.t("total_activities"),
      rows_of.total_of({ "activity", "technical_support" }, context), outcomes, context) }
    if found.management then
      rows[#rows + 1] = { kind = "band2", label = found.management.title }
      parts[2] = add_total(rows, "subtotal", r.t("total_management"), found.management.budget, {}, context)
      parts = { add_total(rows, "subtotal2", r.t("total_project"),
        rows_of.total_of({ "activity", "technical_support", "management" }, context), parts, context) }
    end
    for _, fee in ipairs { "gms", "levy" } do
      if found[fee] then
        parts[#parts + 1] = add_total(rows, "subtotal", found[fee].title, found[fee].budget, {}, context)
      end
    end
    outcomes = parts
  end
  local whole = plan.budget
  add_total(rows, "total", r.t("grand_total"), whole, outcomes, context)

  local columns = {
    { id = "output", label = r.t("expected_outputs"), class = "strong" },
    { id = "activity", label = r.t("activities"), weight = 2 },
    { id = "actions", label = r.t("actions"), weight = 3 },
    { id = "entities", label = r.t("entities"), format = "cell" },
    { id = "partners", label = r.t("national_partner"), format = "cell" },
  }
  local format = tables.amount_format(plan)
  local heading = r.t("budget_in", { currency = plan.currency })
  for _, year in ipairs(years) do
    columns[#columns + 1] = { id = "y" .. year.id, label = { heading, year.label }, class = "figure", format = format }
  end
  columns[#columns + 1] = { id = "total", label = { heading, r.t("total") }, class = "figure", format = format }
  return tables.of(columns, rows)
end

return workplan
