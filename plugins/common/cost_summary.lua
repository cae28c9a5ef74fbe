-- The cost summary by pillar, ministry, year and source.

local r = require "rapporteur"
local budget = require "common.budget"
local budget_table = require "common.budget_table"
local names = require "common.names"
local periods = require "common.periods"

local cost_summary = {}

-- Money on the highest level by agency is a summary; on activities it is a budget.
function cost_summary.is_summary(plan)
  for _, line in ipairs(plan.lines) do
    if line.node.parent == nil then
      return true
    end
  end
  return false
end

-- Sources of funds as columns, in the order in which they first stand: ids, and amounts by
-- "pillar|agency|source" and by source.
local function sources_of(plan, index)
  local ids, seen, cells, sums = {}, {}, {}, {}
  for _, row in ipairs(plan.tables.contributions) do
    -- Without its pillar and agency a contribution is no cell of this table, without donor no column.
    if not (r.is_missing(row.node) or r.is_missing(row.agency) or r.is_missing(row.donor)) then
      names.add(index, row.donor, seen, ids)
      cells[row.node .. "|" .. row.agency .. "|" .. row.donor] = row.amount
      sums[row.donor] = sums[row.donor] or {}
      table.insert(sums[row.donor], row.amount)
    end
  end
  return ids, cells, sums
end

-- The table, and what it says of each pillar: { [pillar id] = money }.
function cost_summary.summary(plan, index, options)
  local declared, years = options.totals == "declared", periods.years(plan)
  local sources, cells_of, sums = sources_of(plan, index)
  local rows, totals, by_pillar = {}, {}, {}
  for _, root in ipairs(plan.roots) do
    local of_pillar = {}
    for i, line in ipairs(root.lines) do
      local total = budget.printed_total(line.total, {}, declared)
      local cells = budget_table.cells(years, line.amounts, total)
      for _, row in ipairs(plan.tables.budget_lines) do
        if row.id == line.id then
          cells.ministry = names.short(index, row.agency)
          for s, source in ipairs(sources) do
            cells["source" .. s] = cells_of[root.id .. "|" .. row.agency .. "|" .. source] or r.missing()
          end
        end
      end
      cells.pillar = i == 1 and root.title or r.above
      rows[#rows + 1] = { cells = cells }
      totals[#totals + 1], of_pillar[i] = line.total, total
    end
    by_pillar[root.id] = r.sum(of_pillar)
  end
  local cells = budget_table.cells(years, budget.amounts(plan.budget, years, declared), budget.printed_total(plan.budget, totals, declared))
  local columns = budget_table.columns(years, r.t("estimates_in_millions"), "in_millions")
  for s, source in ipairs(sources) do
    cells["source" .. s] = r.sum(sums[source])
    columns[#columns + 1] = {
      id = "source" .. s, label = { r.t("sources"), names.short(index, source) },
      class = "figure", format = "in_millions",
    }
  end
  rows[#rows + 1] = { kind = "total", label = r.t("total_capital"), cells = cells }
  table.insert(columns, 1, { id = "pillar", label = r.t("pillars") })
  table.insert(columns, 2, { id = "ministry", label = r.t("ministries") })
  return r.table { columns = columns, rows = rows }, by_pillar
end

return cost_summary
