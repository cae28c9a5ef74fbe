-- The chronogram: activities by axis, a column a quarter (or whatever the years are made of) under
-- its year, in a table of three header rows. A plan that divides no year has none.

local r = require "rapporteur"
local budget = require "common.budget"
local chain = require "common.chain"
local periods = require "common.periods"

return function(plan)
  local columns, parts = { { id = "activity", label = r.t("activities") } }, {}
  local years = periods.years(plan)
  for _, year in ipairs(years) do
    for _, part in ipairs(periods.parts(plan, year.id)) do
      parts[#parts + 1] = part.id
      columns[#columns + 1] = { id = "p" .. #parts, label = { r.t("period"), year.label, part.label }, class = "mark" }
    end
  end
  local rows, any = {}, false
  for _, root in ipairs(plan.roots) do
    rows[#rows + 1] = { kind = "band", label = budget.axis_label(root) }
    for _, activity in ipairs(chain.below(root, "activity")) do
      local cells = { activity = activity.title }
      local marks = chain.marked(activity)
      for i, id in ipairs(parts) do
        any = any or (marks[id] == true and #parts > #years)
        cells["p" .. i] = chain.mark(marks[id])
      end
      rows[#rows + 1] = { cells = cells }
    end
  end
  return any and r.table { columns = columns, rows = rows } or r.missing()
end
