-- Results framework of a report: baseline, milestone, result, target of each series, how far it came,
-- and remarks. Cells of the state have the state as their class, so that a look can colour the word.
--
-- Words used: framework.*, reading.*, state.*; formats value, rate, progress; classes quiet, strong.

local r = require "rapporteur"
local progress = require "common.progress"
local tables = require "common.tables"

local achievements = {}

-- A figure stands right; words among figures wrap.
local function figure(value)
  local kind = r.kind(value)
  local is_words = kind == "text" or kind == "string" or kind == "list" or type(value) == "table"
  if kind == "percent" then
    return { value = value, format = "rate" }
  end
  return is_words and { value = value, class = "text" } or value
end

local function state_cell(state)
  return { value = r.t("state." .. state), class = state }
end

local function add_indicator(rows, indicator, plan, period, count)
  local measured = #indicator.series > 0 and indicator.series or { indicator }
  local reading = indicator.aggregation and r.t("reading." .. indicator.aggregation) or r.t("reading.unknown")
  local title = { value = { { value = indicator.code .. " " .. indicator.title, class = "strong" },
    { value = reading, class = "quiet" } } }
  local notes = progress.notes(measured, period.id)
  for i, one in ipairs(measured) do
    local is_series = #indicator.series > 0
    local of = progress.of(one, indicator, plan, period.id)
    count[of.state] = (count[of.state] or 0) + 1
    rows[#rows + 1] = { cells = {
      indicator = tables.once(title, i == 1),
      series = #measured == 1 and (is_series and tables.blank(one.label) or "") or one.label,
      base = figure(of.baseline), milestone = figure(of.milestone), actual = figure(of.actual),
      target = figure(of.target), to_milestone = of.to_milestone, to_target = of.to_target,
      state = state_cell(of.state), notes = tables.once(#notes > 0 and notes or "", i == 1),
    } }
  end
end

local function framework_columns(period)
  local reached = r.t("framework.progress")
  return {
    { id = "indicator", label = r.t("framework.indicator"), weight = 5 },
    { id = "series", label = r.t("framework.series"), weight = 4 },
    { id = "base", label = r.t("framework.baseline"), class = "figure", format = "value" },
    { id = "milestone", label = r.t("framework.milestone"), class = "figure", format = "value" },
    { id = "actual", label = r.t("framework.actual", { year = period.label }), class = "figure", format = "value" },
    { id = "target", label = r.t("framework.target"), class = "figure", format = "value" },
    { id = "to_milestone", label = { reached, r.t("framework.to_milestone") }, class = "figure", format = "progress" },
    { id = "to_target", label = { reached, r.t("framework.to_target") }, class = "figure", format = "progress" },
    { id = "state", label = r.t("framework.state"), weight = 2 },
    { id = "notes", label = r.t("framework.notes"), weight = 7 },
  }
end

-- One table an outcome, its own indicators first, then those of its outputs; and how many series
-- stand in each state.
function achievements.of(plan, period)
  local outcomes, count, states = {}, {}, {}
  for _, root in ipairs(plan.roots) do
    local rows = { { kind = "band", label = r.t("framework.of_outcome", { title = root.title }) } }
    for _, indicator in ipairs(root.indicators) do
      add_indicator(rows, indicator, plan, period, count)
    end
    for _, output in ipairs(root.children) do
      rows[#rows + 1] = { kind = "band2", label = output.level.label .. " " .. output.code .. " – " .. output.title }
      for _, indicator in ipairs(output.indicators) do
        add_indicator(rows, indicator, plan, period, count)
      end
    end
    outcomes[#outcomes + 1] = { title = r.t("framework.title", { code = root.code, title = root.title }),
      table = tables.of(framework_columns(period), rows) }
  end
  for _, state in ipairs { "met", "partial", "low", "level", "against", "unknown" } do
    states[#states + 1] = count[state] and { name = state_cell(state).value, count = count[state] } or nil
  end
  return outcomes, states
end

return achievements
