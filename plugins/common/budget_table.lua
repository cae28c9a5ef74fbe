-- Tables of money: columns a year and their total, and the budget by axis and activity.

local r = require "rapporteur"
local budget = require "common.budget"
local currency = require "common.currency"
local periods = require "common.periods"

local budget_table = {}

-- A column a year and one for the total, under the common `label`.
function budget_table.columns(years, label, format)
  local columns = {}
  for i, year in ipairs(years) do
    columns[i] = { id = "y" .. i, label = { label, year.label }, class = "figure", format = format }
  end
  columns[#columns + 1] = { id = "total", label = { label, r.t("total") }, class = "figure", format = format }
  return columns
end

-- The cells of these columns, from amounts by year id.
function budget_table.cells(years, amounts, total)
  local cells = { total = total }
  for i, year in ipairs(years) do
    cells["y" .. i] = amounts[year.id]
  end
  return cells
end

-- { framework, heading, rate_note }: the table of activities by axis and year.
function budget_table.by_activity(plan, options)
  local books = currency.of(plan, options.currency)
  local declared, years = options.totals == "declared", periods.years(plan)
  local axes, grand = budget.by_axis(plan, years, books, declared)
  local rows = {}
  for i, axis in ipairs(axes) do
    rows[#rows + 1] = { kind = "band", label = axis.label }
    for _, activity in ipairs(axis.activities) do
      rows[#rows + 1] = { cells = budget_table.cells(years, activity.amounts, activity.total) }
      rows[#rows].cells.activity = activity.title
    end
    rows[#rows + 1] = {
      kind = "subtotal", label = r.t("subtotal", { number = i }),
      cells = budget_table.cells(years, axis.subtotal.amounts, axis.subtotal.total),
    }
  end
  rows[#rows + 1] = { kind = "total", label = r.t("grand_total"), cells = budget_table.cells(years, grand.amounts, grand.total) }
  local columns = budget_table.columns(years, budget.heading(books.currency), "budget")
  table.insert(columns, 1, { id = "activity", label = r.t("activities") })
  return { framework = r.table { columns = columns, rows = rows }, rate_note = books.note or r.missing() }
end

return budget_table
