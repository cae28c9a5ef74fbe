-- Rows of a work plan: one budget line a row, beside the actions that it pays for; sub-totals of the
-- levels above. Cells: output (level and code) and activity (merged over their lines), actions (bullets), entities,
-- partners, y<period>, total.

local r = require "rapporteur"
local budget = require "common.budget"
local organisations = require "common.organisations"
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
    name_of = organisations.register(plan),
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
      entities = organisations.names(row.responsible, context.name_of),
      partners = organisations.names(row.partners, context.name_of),
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

return workplan
