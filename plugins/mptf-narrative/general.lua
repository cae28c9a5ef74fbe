-- The general form of the MPTF Office: what its narrative takes of the plan, and the performance
-- assessment by indicators.

local r = require "rapporteur"
local names = require "common.names"
local progress = require "common.progress"
local tables = require "common.tables"

local general = {}

local function assessed(indicator, plan, period, name_of)
  local planned, reached = { { value = indicator.code .. " " .. indicator.title, class = "strong" } }, {}
  local measured, sources, seen = #indicator.series > 0 and indicator.series or { indicator }, {}, {}
  for i, one in ipairs(measured) do
    local of = progress.of(one, indicator.direction, plan, period.id)
    local label = #measured > 1 and (i .. ". " .. tostring(one.label) .. " – ") or ""
    planned[#planned + 1] = r.t("assessment.planned", { label = label, baseline = progress.words(of.baseline),
      milestone = progress.words(of.milestone), target = progress.words(of.target) })
    reached[i] = r.t("assessment.got", { label = #measured > 1 and i .. ". " or "", value = progress.words(of.actual) })
    for _, measure in ipairs(one.measures) do
      local source = r.is_missing(measure.source) and measure.agency ~= "" and name_of(measure.agency) or measure.source
      if measure.kind == "actual" and not r.is_missing(source) and not seen[tostring(source)] then
        seen[tostring(source)], sources[#sources + 1] = true, source
      end
    end
  end
  local notes = progress.notes(measured, period.id)
  return { indicator = planned, reached = #reached > 0 and reached or r.missing(),
    reasons = #notes > 0 and notes or "", source = #sources > 0 and sources or r.missing() }
end

-- Result and indicator, achieved targets, reasons for variance, source of verification.
function general.assessment(plan, period)
  local name_of, rows = names.register(plan), {}
  local function add(node, kind)
    rows[#rows + 1] = #node.indicators > 0 and { kind = kind, label = node.level.label .. " " .. node.code .. " – " .. node.title } or nil
    for _, indicator in ipairs(node.indicators) do
      rows[#rows + 1] = { cells = assessed(indicator, plan, period, name_of) }
    end
    for _, child in ipairs(node.children) do
      add(child, "band2")
    end
  end
  for _, root in ipairs(plan.roots) do
    add(root, "band")
  end
  return tables.of({
    { id = "indicator", label = r.t("assessment.indicator"), weight = 7 },
    { id = "reached", label = r.t("assessment.reached", { year = period.label }), weight = 2 },
    { id = "reasons", label = r.t("assessment.reasons"), weight = 7 },
    { id = "source", label = r.t("assessment.source") },
  }, rows)
end

-- Studies, reviews and evaluations that the plan dates in the reporting period.
function general.evaluations(plan, period)
  local found = {}
  for _, row in ipairs(plan.tables.monitoring_events) do
    if not r.is_missing(row.date) and not r.is_missing(period.start_date)
      and row.date.year == period.start_date.year then
      found[#found + 1] = { title = row.title, text = row.role }
    end
  end
  return found
end

-- The first story that may be printed, as a list of one or none.
function general.story(communication)
  for _, part in ipairs(communication.parts) do
    if part.stories[1] then
      return { part.stories[1] }
    end
  end
  return {}
end

return general
