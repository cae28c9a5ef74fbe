-- Rows of a work plan: one budget line a row, beside the actions that it pays for; sub-totals of the
-- levels above. Cells: output (level and code) and activity (merged over their lines), actions (bullets), entities,
-- partners, y<period>, total.

local r = require "rapporteur"
local budget = require "common.budget"
local names = require "common.names"
local tables = require "common.tables"

local workplan = {}

local function by_id(rows)
  local found = {}
  for _, row in ipairs(rows) do
    found[row.id] = row
  end
  return found
end

-- What a builder of rows needs to know: { plan, years, declared_first, rows_of_lines, actions_of,
-- name_of }.
function workplan.context(plan, years, declared_first)
  local actions_of = {}
  for _, row in ipairs(plan.tables.actions) do
    actions_of[row.node] = actions_of[row.node] or {}
    table.insert(actions_of[row.node], row)
  end
  return {
    plan = plan,
    years = years,
    declared_first = declared_first,
    rows_of_lines = by_id(plan.tables.budget_lines),
    actions_of = actions_of,
    name_of = names.register(plan),
  }
end

-- The amounts of a total by year and over all: { y<year> = money, total = money }. `parts` are the
-- totals that it adds up; those of single lines have no difference by year.
function workplan.amounts(total, parts, context)
  local cells = { total = budget.printed_total(total, parts, context.declared_first) }
  for _, year in ipairs(context.years) do
    local of_year = {}
    for _, part in ipairs(parts) do
      of_year[#of_year + 1] = r.kind(part) ~= "total" and part.by_period[year.id] or nil
    end
    cells["y" .. year.id] = budget.printed_total(total.by_period[year.id], of_year, context.declared_first)
  end
  return cells
end

-- Which actions each line of an activity pays for. Where actions and lines do not match one way, all
-- actions stand in one cell beside all lines: nothing says what an amount buys.
local function actions_cells(node, context)
  local actions = context.actions_of[node.id] or {}
  local of_line, all, matched = {}, {}, true
  for _, action in ipairs(actions) do
    all[#all + 1] = action.text
    local lines = r.is_missing(action.budget_lines) and {} or action.budget_lines
    matched = matched and #lines == 1
    for _, id in ipairs(lines) do
      of_line[id] = of_line[id] or {}
      table.insert(of_line[id], action.text)
    end
  end
  local cells = {}
  for i, line in ipairs(node.lines) do
    if #actions == 0 then
      cells[i] = tables.blank(line.title)
    elseif matched then
      cells[i] = of_line[line.id] and { value = of_line[line.id], class = "bullet" } or tables.blank(line.title)
    else
      cells[i] = tables.once({ value = all, class = "bullet" }, i == 1)
    end
  end
  return cells
end

local function add_activity(rows, node, first, output, context)
  local actions = actions_cells(node, context)
  for i, line in ipairs(node.lines) do
    local row = context.rows_of_lines[line.id]
    local cells = {
      output = tables.once(output, first and i == 1),
      activity = tables.once(node.title, i == 1),
      actions = actions[i],
      entities = names.list(row.responsible, context.name_of),
      partners = names.list(row.partners, context.name_of),
      total = budget.printed_total(line.total, {}, context.declared_first),
    }
    for _, year in ipairs(context.years) do
      cells["y" .. year.id] = line.amounts[year.id]
    end
    rows[#rows + 1] = { cells = cells }
  end
end

-- Appends the band of an output, the lines of all activities below it and its sub-total; returns its budget.
function workplan.add_output(rows, output, label, context)
  rows[#rows + 1] = { kind = "band2", label = budget.axis_label(output) }
  local totals, first = {}, #rows
  for _, node in ipairs(budget.activities(output, #output.lines > 0 and { output } or {})) do
    add_activity(rows, node, #rows == first, output.level.label .. " " .. output.code, context)
    for _, line in ipairs(node.lines) do
      totals[#totals + 1] = line.total
    end
  end
  rows[#rows + 1] = { kind = "subtotal", label = label, cells = workplan.amounts(output.budget, totals, context) }
  return output.budget
end

-- The total of some categories of lines over the whole plan: computed from its lines, and as the plan
-- declares it for exactly these categories.
function workplan.total_of(categories, context)
  local wanted, key = {}, table.concat(categories, ";")
  for _, category in ipairs(categories) do
    wanted[category] = true
  end
  local declared, amounts = {}, { [""] = {} }
  for _, row in ipairs(context.plan.tables.declared_totals) do
    local of = r.is_missing(row.category) and "" or table.concat(row.category, ";")
    if of == key and r.is_missing(row.node) and r.is_missing(row.of) then
      declared[r.is_missing(row.period) and "" or row.period] = row.amount
    end
  end
  for _, line in ipairs(context.plan.lines) do
    if wanted[context.rows_of_lines[line.id].category] and line.kind == "amount" then
      for _, year in ipairs(context.years) do
        amounts[year.id] = amounts[year.id] or {}
        table.insert(amounts[year.id], line.amounts[year.id])
        table.insert(amounts[""], line.amounts[year.id])
      end
    end
  end
  local function total(period)
    local result = { declared = declared[period] or r.missing(), computed = (r.sum(amounts[period] or {})) }
    if not r.is_missing(result.declared) and not r.is_missing(result.computed)
      and result.declared ~= result.computed then
      result.difference = result.declared - result.computed
    end
    return result
  end
  local whole = total("")
  whole.by_period = {}
  for _, year in ipairs(context.years) do
    whole.by_period[year.id] = total(year.id)
  end
  return whole
end

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
    parts[#parts + 1] = workplan.add_output(rows, output, r.t("subtotal_of", {
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
    cells = workplan.amounts(root.budget, parts, context),
  }
  return root.budget
end

-- The totals that close the table stay on one page, down to the grand total.
local function add_total(rows, kind, label, total, parts, context)
  rows[#rows + 1] = { kind = kind, label = label, cells = workplan.amounts(total, parts, context), keep = kind ~= "total" }
  return total
end

-- All rows: outcomes with their outputs and technical support, then management, general management
-- support (GMS), levy and the grand total. Words used: subtotal_of, subtotal_technical_support,
-- total_activities, total_management, total_project, grand_total.
function workplan.rows(plan, years, declared_first)
  local context = workplan.context(plan, years, declared_first)
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
    return rows
  end
  if found.management or found.gms or found.levy then
    local parts = { add_total(rows, "subtotal2", r.t("total_activities"),
      workplan.total_of({ "activity", "technical_support" }, context), outcomes, context) }
    if found.management then
      rows[#rows + 1] = { kind = "band2", label = found.management.title }
      parts[2] = add_total(rows, "subtotal", r.t("total_management"), found.management.budget, {}, context)
      parts = { add_total(rows, "subtotal2", r.t("total_project"),
        workplan.total_of({ "activity", "technical_support", "management" }, context), parts, context) }
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
  return rows
end

return workplan
