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

-- The three profiles. `bands`: outputs stand as bands; else as a column.
local profiles = {}

function profiles.project(targets)
  return { bands = true, columns = join({
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

profiles["undp-rrf"] = function(targets, final)
  return { columns = join({
    { id = "result", label = r.t("expected_outputs"), class = "strong" },
    { id = "indicator", label = r.t("output_indicators"), weight = 2 },
    { id = "source", label = r.t("data_source"), format = "cell" },
    { id = "base", label = { r.t("baseline"), r.t("value") }, format = "target" },
    { id = "base_year", label = { r.t("baseline"), r.t("year") }, class = "date", format = "base_year" },
  }, targets, { final }, {
    { id = "method", label = r.t("methods_risks"), format = "cell" },
  }) }
end

function profiles.eu()
  return { columns = {
    { id = "level", label = r.t("results"), class = "strong" },
    { id = "result", label = r.t("results_chain") },
    { id = "indicator", label = r.t("indicators"), weight = 2 },
    { id = "baseline", label = r.t("baselines_dated"), format = "target" },
    { id = "target", label = r.t("targets_dated"), format = "target" },
    { id = "source", label = r.t("data_sources"), format = "cell" },
    { id = "assumptions", label = r.t("assumptions"), class = "bullet" },
  } }
end

local framework = {}

-- The framework of one target set ("" is the main one); `others` stand beside it, a list of sets.
function framework.of(plan, periods, contributions, set, others, profile_name)
  local main = { r.t("targets") }
  if #others > 0 then
    main[2] = r.t("main_set")
  end
  local targets = target_columns(main, "", periods)
  for _, other in ipairs(others) do
    targets = join(targets, target_columns({ r.t("targets"), other.title }, other.id, periods))
  end
  local final = { id = "final", label = { r.t("targets"), r.t("final") }, class = "figure", format = "target" }
  local profile = profiles[profile_name](targets, final)
  local context = { plan = plan, periods = periods, set = set, bands = profile.bands }

  local rows = {}
  if profile_name ~= "eu" then
    frameworks.add_rows(rows, plan, contributions)
  elseif #results.assumptions_of(plan, "") > 0 then
    rows[1] = { kind = "frame", label = r.t("programme_assumptions"),
      cells = { assumptions = { value = results.assumptions_of(plan, ""), class = "bullet" } } }
  end
  results.add_results(rows, context)
  return tables.of(profile.columns, rows)
end

return framework
