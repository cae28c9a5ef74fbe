-- Performance by indicators as reports to funds ask for it: each result with its indicators, what was
-- reached, why it differs from what was planned, and where that can be verified. So that sixty indicators
-- remain a few pages, series stand numbered in one line, the target is that of the period, and remarks
-- are printed only where it was not reached.
--
-- Words used: assessment.*, separator.

local r = require "rapporteur"
local names = require "common.names"
local progress = require "common.progress"
local tables = require "common.tables"

local assessment = {}

-- Who or what the values of a period come from, each once: the source that they name, else the agency.
local function sources_of(measured, period, name_of)
  local sources, seen = {}, {}
  for _, one in ipairs(measured) do
    for _, measure in ipairs(one.measures) do
      local source = r.is_missing(measure.source) and measure.agency ~= "" and name_of(measure.agency)
        or measure.source
      if measure.kind == "actual" and measure.period == period and not r.is_missing(source)
        and not seen[tostring(source)] then
        seen[tostring(source)], sources[#sources + 1] = true, source
      end
    end
  end
  return sources
end

local function cells_of(indicator, plan, period, name_of)
  local measured, planned, reached = #indicator.series > 0 and indicator.series or { indicator }, {}, {}
  local all_met = true
  for i, one in ipairs(measured) do
    local of = progress.of(one, indicator, plan, period)
    local number = #measured > 1 and i .. ") " or ""
    planned[i] = r.t("assessment.planned", { label = #measured > 1 and number .. tostring(one.label) .. " " or "",
      baseline = progress.words(of.baseline),
      target = progress.words(r.is_missing(of.milestone) and of.target or of.milestone) })
    reached[i] = r.t("assessment.got", { label = number, value = progress.words(of.actual) })
    all_met = all_met and of.state == "met"
  end
  local notes, sources = all_met and {} or progress.notes(measured, period), sources_of(measured, period, name_of)
  return {
    indicator = { { value = indicator.code .. " " .. indicator.title, class = "strong" },
      { value = tables.joined(planned, r.t("separator")) } },
    reached = tables.joined(reached, r.t("separator")),
    reasons = #notes > 0 and notes or "", source = #sources > 0 and sources or r.missing(),
  }
end

-- A table of `period` with a band before the indicators of each node; missing without indicators.
function assessment.of(plan, period)
  local name_of, rows = names.register(plan), {}
  local function add(node, kind)
    rows[#rows + 1] = #node.indicators > 0
      and { kind = kind, label = node.level.label .. " " .. node.code .. " – " .. node.title } or nil
    for _, indicator in ipairs(node.indicators) do
      rows[#rows + 1] = { cells = cells_of(indicator, plan, period.id, name_of) }
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
    { id = "reasons", label = r.t("assessment.reasons"), weight = 6 },
    { id = "source", label = r.t("assessment.source") },
  }, rows)
end

return assessment
