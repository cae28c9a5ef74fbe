-- The operational matrix of each pillar: specific objectives as bands; result, indicators and
-- alignment merged over the activities of a result; cost, lead, partners and years of each activity.

local r = require "rapporteur"
local activity_costs = require "common.activity_costs"
local chain = require "common.chain"
local lists = require "common.lists"
local names = require "common.names"
local periods = require "common.periods"

local matrix = {}

-- Alignment stands with the result, over all its rows; an activity with one of its own parts it.
local function alignment_cell(result, activity, first, parted)
  if not r.is_missing(activity.row.alignment) then
    return activity.row.alignment, true
  end
  if first then
    return r.is_missing(result.row.alignment) and "" or result.row.alignment, parted
  end
  return parted and "" or r.above, parted
end

local function result_rows(result, years, costs, index, rows, amounts)
  local parted = false
  for i, activity in ipairs(result.children) do
    local first, cost = i == 1, costs[activity.id]
    local cells = {
      result = first and chain.coded(result) or r.above,
      indicators = first and lists.numbered_cell(lists.of(result.indicators, "title")) or r.above,
      activity = chain.coded(activity),
      cost = cost and (cost.kind == "memo" and r.t("memo") or cost.total) or r.missing(),
      lead = names.listed(index, activity.row, { "lead", "responsible" }),
      partners = names.listed(index, activity.row, { "partners" }),
    }
    cells.alignment, parted = alignment_cell(result, activity, first, parted)
    local marks = chain.marked(activity)
    for y, year in ipairs(years) do
      cells["y" .. y] = chain.mark(marks[year.id])
    end
    rows[#rows + 1] = { cells = cells }
    if cost and cost.kind == "amount" then
      amounts[#amounts + 1] = cost.total
    end
  end
end

local function columns_of(years)
  local columns = {
    { id = "result", label = r.t("results"), weight = 6 },
    { id = "indicators", label = r.t("indicators"), weight = 5 },
    { id = "activity", label = r.t("activities"), weight = 7 },
    { id = "alignment", label = r.t("alignment_column"), weight = 5 },
    { id = "cost", label = r.t("cost_in_millions"), class = "figure", format = "in_millions" },
    { id = "lead", label = r.t("lead_department"), weight = 2 },
    { id = "partners", label = r.t("partners"), weight = 12 },
  }
  for y, year in ipairs(years) do
    columns[#columns + 1] = { id = "y" .. y, label = { r.t("implementation_periods"), year.label }, class = "mark" }
  end
  return columns
end

local function pillar_table(pillar, years, costs, index)
  local rows, of_pillar = {}, {}
  for _, objective in ipairs(chain.below(pillar, "objective")) do
    rows[#rows + 1] = { kind = "band", label = r.t("objective_band", { code = objective.code, title = objective.title }) }
    local amounts = {}
    for _, result in ipairs(chain.below(objective, "result")) do
      result_rows(result, years, costs, index, rows, amounts)
    end
    rows[#rows + 1] = { kind = "subtotal", label = r.t("objective_total", { code = objective.code }), cells = { cost = (r.sum(amounts)) } }
    table.move(amounts, 1, #amounts, #of_pillar + 1, of_pillar)
  end
  rows[#rows + 1] = { kind = "total", label = r.t("total"), cells = { cost = (r.sum(of_pillar)) } }
  return r.table { columns = columns_of(years), rows = rows }, (r.sum(of_pillar))
end

-- { { title, note, framework } … }, one a pillar. `summary`: { [pillar id] = money } of the cost table:
-- the same money told twice. Where the two differ, the note says so.
function matrix.pillars(plan, index, summary)
  local pillars, costs, years = {}, activity_costs(plan), periods.years(plan)
  for i, root in ipairs(plan.roots) do
    local framework, sum = pillar_table(root, years, costs, index)
    local told = summary[root.id] or sum
    pillars[i] = {
      title = root.title, framework = framework,
      note = not r.is_missing(sum) and sum ~= told and r.t("matrix_differs", { summary = told, sum = sum }) or r.missing(),
    }
  end
  return pillars
end

return matrix
