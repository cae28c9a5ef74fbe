-- Objectives and logframe of each axis.

local r = require "rapporteur"
local budget = require "common.budget"
local chain = require "common.chain"
local lists = require "common.lists"
local names = require "common.names"

local logframe = {}

local function framework(plan, axis, index)
  local rows = {}
  for i, row in ipairs(chain.rows(plan, axis)) do
    local responsible = names.names(index, chain.records(row.activities), { "lead", "responsible" })
    rows[i] = { cells = {
      results = lists.cell(chain.titles(row.results), ""),
      activities = lists.cell(chain.titles(row.activities), ""),
      indicators = lists.cell(lists.of(row.indicators, "title"), ""),
      responsible = lists.cell(responsible, r.missing()),
    } }
  end
  return #rows > 0 and r.table {
    columns = {
      { id = "results", label = r.t("expected_results"), weight = 4 },
      { id = "activities", label = r.t("activities"), weight = 4 },
      { id = "indicators", label = r.t("indicators"), weight = 5 },
      { id = "responsible", label = r.t("responsible"), weight = 5, format = "text dash" },
    },
    rows = rows,
  } or r.missing()
end

-- { { label, objectives_label, objectives, framework } … }, one an axis.
function logframe.axes(plan, index)
  local axes = {}
  for i, root in ipairs(plan.roots) do
    local objectives = chain.titles(chain.below(root, "objective"))
    axes[i] = {
      label = budget.axis_label(root),
      objectives_label = r.t("objectives", { count = #objectives }),
      objectives = #objectives == 1 and r.markdown(objectives[1]) or lists.numbered(objectives),
      framework = framework(plan, root, index),
    }
  end
  return axes
end

return logframe
