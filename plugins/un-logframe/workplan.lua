-- The multi-year work plan and budget: the columns of the project document.

local r = require "rapporteur"
local rows_of = require "common.workplan"
local tables = require "common.tables"

local workplan = {}

function workplan.of(plan, years, declared_first)
  local rows = rows_of.rows(plan, years, declared_first)
  local columns = {
    { id = "output", label = r.t("expected_outputs"), class = "strong" },
    { id = "activity", label = r.t("activities"), weight = 3 },
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
