-- Planned against achieved, a row a series: the target of the whole project, the value of the period, how they differ, why.
local r = require "rapporteur"
local progress = require "common.progress"
local tables = require "common.tables"

-- Percentages differ by points.
local function difference(planned, got)
  local value = progress.variance(planned, got)
  return { value = value, format = r.kind(value) == "percent" and "points" or "difference" }
end

local function columns()
  local found = {}
  for i, id in ipairs { "indicator", "series", "baseline", "planned", "achieved", "variance", "progress", "reasons" } do
    local weight = ({ indicator = 2, series = 4, reasons = 2 })[id]
    found[i] = { id = id, label = r.t("column." .. id), class = not weight and "figure" or nil, weight = weight,
      optional = id == "series", format = id == "progress" and id or nil }
  end
  return found
end

-- A table of these nodes, how many indicators it has, how many reached all they planned; codes of indicators that differ from what was planned without a reason go to `unexplained`.
return function(plan, nodes, period, unexplained)
  local rows, count, met = {}, 0, 0
  for _, node in ipairs(nodes) do
    rows[#rows + 1] = #node.indicators > 0 and { kind = "band", label = node.level.label .. " " .. node.code .. " – " .. node.title } or nil
    for _, indicator in ipairs(node.indicators) do
      local measured, all_met = #indicator.series > 0 and indicator.series or { indicator }, true
      local reasons, first = progress.notes(measured, period), #rows + 1
      for i, one in ipairs(measured) do
        local of = progress.of(one, indicator, plan, period)
        all_met = all_met and r.kind(of.to_target) == "percent" and r.percent(1, 1) <= of.to_target
        rows[first + i - 1] = { cells = { indicator = tables.once(indicator.code .. " " .. indicator.title, i == 1), reasons = r.above,
          series = #measured > 1 and one.label or "", baseline = tables.figure(of.baseline), planned = tables.figure(of.target),
          achieved = tables.figure(of.actual), variance = difference(of.target, of.actual), progress = of.to_target } }
      end
      count, met = count + 1, met + (all_met and 1 or 0)
      unexplained[#unexplained + 1] = #reasons == 0 and not all_met and indicator.code or nil
      rows[first].cells.reasons = #reasons > 0 and reasons or all_met and "" or { value = r.t("no_reason"), class = "strong" }
    end
  end
  return tables.of(columns(), rows), count, met
end
