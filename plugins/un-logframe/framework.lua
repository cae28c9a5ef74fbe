-- The results framework of the project document: frame rows of what it contributes to, then the
-- results; three profiles of columns on one set of rows (option `columns`).

local r = require "rapporteur"
local frameworks = require "common.frameworks"
local results = require "common.framework"
local tables = require "common.tables"

local function target_columns(group, prefix, periods)
  local columns = {}
  for i, period in ipairs(periods) do
    local label = { table.unpack(group) }
    label[#label + 1] = period.label
    columns[i] = { id = "y" .. prefix .. period.id, label = label, class = "figure", format = "target" }
  end
  return columns
end

local function join(...)
  local all = {}
  for _, list in ipairs { ... } do
    table.move(list, 1, #list, #all + 1, all)
  end
  return all
end

-- The three profiles. `bands`: the levels that stand as bands, see common.framework.
local profiles = {}

function profiles.project(targets)
  return { bands = "all", columns = join({
    { id = "level", label = r.t("results_outputs"), class = "strong" },
    { id = "indicator", label = r.t("indicators"), weight = 2 },
    { id = "disaggregation", label = r.t("disaggregation"), optional = true },
    { id = "cumulative", label = r.t("cumulative"), class = "mark", optional = true },
    { id = "base", label = { r.t("baseline"), r.t("value") }, format = "target" },
    { id = "base_year", label = { r.t("baseline"), r.t("year") }, class = "date", format = "base_year" },
  }, targets, {
    { id = "source", label = r.t("source"), format = "cell" },
    { id = "method", label = r.t("method"), format = "cell", optional = true },
  }) }
end

profiles["undp-rrf"] = function(targets)
  return { bands = "first", columns = join({
    { id = "result", label = r.t("expected_outputs"), class = "strong" },
    { id = "indicator", label = r.t("output_indicators"), weight = 2 },
    { id = "source", label = r.t("data_source"), format = "cell" },
    { id = "base", label = { r.t("baseline"), r.t("value") }, format = "target" },
    { id = "base_year", label = { r.t("baseline"), r.t("year") }, class = "date", format = "base_year" },
  }, targets, {
    { id = "method", label = r.t("methods_risks"), format = "cell" },
  }) }
end

function profiles.eu(_, others)
  local columns = {
    { id = "level", label = r.t("results"), class = "strong" },
    { id = "statement", label = r.t("results_chain"), weight = 2 },
    { id = "indicator", label = r.t("indicators"), weight = 2 },
    { id = "baseline", label = r.t("baselines_dated"), format = "target" },
    { id = "target", label = #others == 0 and r.t("targets_dated") or { r.t("targets_dated"), r.t("main_set") },
      format = "target" },
  }
  for _, other in ipairs(others) do
    columns[#columns + 1] = { id = "target" .. other.id, label = { r.t("targets_dated"), other.title }, format = "target" }
  end
  return { bands = "none", columns = join(columns, {
    { id = "source", label = r.t("data_sources"), format = "cell" },
    { id = "assumptions", label = r.t("assumptions") },
  }) }
end

-- Two sets of yearly targets leave room for the indicator, its mark and its baseline: outputs stand as bands, the
-- source under the indicator.
local function compared(targets)
  return { bands = "all", columns = join({
    { id = "measured", label = r.t("indicators"), weight = 3 },
    { id = "cumulative", label = r.t("cumulative"), class = "mark", optional = true },
    { id = "baseline", label = r.t("baseline"), format = "target" },
  }, targets) }
end

local framework = {}

-- The framework of one target set ("" is the main one); `others` stand beside it, a list of sets.
function framework.of(plan, periods, contributions, set, others, profile_name)
  local main = { r.t("targets"), #others > 0 and r.t("main_set") or nil }
  local targets = target_columns(main, "", periods)
  if profile_name == "undp-rrf" then
    targets[#targets + 1] = { id = "final", label = join(main, { r.t("final") }), class = "figure", format = "target" }
  end
  for _, other in ipairs(others) do
    targets = join(targets, target_columns({ r.t("targets"), other.title }, other.id, periods))
  end
  local choose = #others > 0 and profile_name ~= "eu" and compared or profiles[profile_name]
  local profile = choose(targets, others)

  local rows = {}
  if profile_name ~= "eu" then
    frameworks.add_rows(rows, plan, contributions)
  end
  local assumed = profile_name == "eu" and results.assumptions_of(plan, "") or {}
  for i, title in ipairs(assumed) do
    rows[1] = { kind = "frame", label = r.t("programme_assumptions") }
    rows[i + 1] = { kind = "frame2", label = title }
  end
  results.add_results(rows, { plan = plan, periods = periods, set = set, bands = profile.bands })
  return tables.of(profile.columns, rows)
end

return framework
