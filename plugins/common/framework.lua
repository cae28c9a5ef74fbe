-- Rows of a results framework: one indicator a row, under the node that it measures. A row has all
-- cells that any profile of columns prints; a format only lists columns:
--
--   level         "Produit 1.1", merged over the node's indicators
--   result        the node's level, code and title, merged alike; statement: its title alone
--   indicator     code and title
--   base, base_year, baseline    the baseline, its date, both in one cell
--   y<period>, y<set><period>    targets of the set printed, and of further sets
--   final, target, target<set>   the final target; all targets of a set with their periods in one cell
--   measured                     indicator, and under it its source
--   source, method, disaggregation, cumulative (a mark), assumptions (bullets)

local r = require "rapporteur"
local budget = require "common.budget"
local tables = require "common.tables"

-- Baseline of an indicator, and its targets of one set by period; "" is the main set.
local function baseline_of(indicator)
  for _, measure in ipairs(indicator.measures) do
    if measure.kind == "baseline" then
      return measure
    end
  end
end

local function targets_of(indicator, set)
  local targets = {}
  for _, measure in ipairs(indicator.measures) do
    if measure.kind == "target" and measure.set == set then
      local value = measure.value
      if not r.is_missing(measure.note) and not r.is_missing(value) then
        value = r.note(value, tostring(measure.note))
      end
      targets[measure.period] = value
    end
  end
  return targets
end

-- Figures stand right; words among figures wrap and stand left.
local function figure(value)
  local kind = r.kind(value)
  if kind == "text" or kind == "string" or kind == "list" or kind == "qualified" then
    return { value = value, class = "text", format = "target" }
  end
  return { value = value, class = "figure", format = "target" }
end

-- What is still to be measured says so in the plan's words, where it has some.
local function baseline_cell(measure)
  if not measure then
    return figure(r.missing())
  end
  local value = measure.value
  if r.is_missing(value) then
    return r.is_missing(measure.note) and figure(value) or figure(measure.note)
  end
  if r.is_missing(measure.note) then
    return figure(value)
  end
  return { value = { value, measure.note }, class = "text", format = "target" }
end

-- The final target: the one without a period, else the last one of a cumulative series.
local function final_target(indicator, targets, periods)
  if targets[""] then
    return figure(targets[""])
  end
  local last = periods[#periods] and targets[periods[#periods].id]
  return indicator.aggregation == "cumulative" and last and figure(last) or r.missing()
end

local function dated_targets(targets, periods)
  local found = {}
  for _, period in ipairs(periods) do
    local value = targets[period.id]
    if value and not r.is_missing(value) then
      found[#found + 1] = r.t("dated", { value = value, date = period.label })
    end
  end
  return #found > 0 and found or r.missing()
end

local function indicator_cells(indicator, set, plan, periods)
  local measure = baseline_of(indicator)
  local targets = targets_of(indicator, set)
  local date = measure and measure.date or r.missing()
  local cells = {
    code = indicator.code,
    indicator = indicator.code == "" and indicator.title or indicator.code .. " " .. indicator.title,
    source = indicator.row.source,
    method = indicator.row.method,
    disaggregation = tables.blank(indicator.row.disaggregation),
    cumulative = indicator.aggregation == "cumulative" and "×" or "",
    base = baseline_cell(measure),
    base_year = tables.blank(date),
    baseline = measure and (r.is_missing(measure.value) and measure.note or measure.value) or r.missing(),
    final = final_target(indicator, targets, periods),
    target = dated_targets(targets, periods),
  }
  local source = indicator.row.source
  cells.measured = r.is_missing(source) and cells.indicator
    or { cells.indicator, r.t("source_of", { source = tostring(source) }) }
  if not r.is_missing(date) and measure and not r.is_missing(measure.value) then
    cells.baseline = r.t("dated", { value = measure.value, date = date })
  end
  for _, period in ipairs(periods) do
    cells["y" .. period.id] = targets[period.id] and figure(targets[period.id]) or r.missing()
  end
  for _, other in ipairs(plan.tables.target_sets) do
    local of_set = targets_of(indicator, other.id)
    cells["target" .. other.id] = dated_targets(of_set, periods)
    for _, period in ipairs(periods) do
      cells["y" .. other.id .. period.id] = of_set[period.id] and figure(of_set[period.id]) or r.missing()
    end
  end
  return cells
end

-- What the plan takes for granted, by the node that it stands with; "" is the whole plan.
local function assumptions_of(plan, id)
  local titles = {}
  for _, row in ipairs(plan.tables.assumptions) do
    if (r.is_missing(row.node) and "" or row.node) == id then
      titles[#titles + 1] = row.title
    end
  end
  return titles
end

local function add_indicators(rows, node, result, context)
  local assumed = assumptions_of(context.plan, node.id)
  local of_node = #assumed > 0 and { value = assumed, class = "bullet" } or ""
  for i, indicator in ipairs(node.indicators) do
    local cells = indicator_cells(indicator, context.set, context.plan, context.periods)
    cells.result = tables.once(result, i == 1)
    cells.statement = tables.once(node.title, i == 1)
    cells.level = tables.once(node.level.label .. " " .. node.code, i == 1)
    cells.assumptions = tables.once(of_node, i == 1)
    rows[#rows + 1] = { cells = cells }
  end
end

local function has_indicators(node)
  if #node.indicators > 0 then
    return true
  end
  for _, child in ipairs(node.children) do
    if has_indicators(child) then
      return true
    end
  end
  return false
end

local function add_below(rows, node, context)
  for _, child in ipairs(node.children) do
    if has_indicators(child) then
      if context.bands == "all" then
        rows[#rows + 1] = { kind = "band2", label = budget.axis_label(child) }
      end
      add_indicators(rows, child, budget.axis_label(child), context)
      add_below(rows, child, context)
    end
  end
end

local framework = { baseline_of = baseline_of, assumptions_of = assumptions_of }

-- Appends the rows of all results of the plan that have indicators. context = { plan, periods,
-- set = "" for the main targets, bands = "all" levels, the "first" one or "none" }.
function framework.add_results(rows, context)
  for _, root in ipairs(context.plan.roots) do
    if has_indicators(root) then
      if context.bands ~= "none" then
        rows[#rows + 1] = { kind = "band", label = budget.axis_label(root) }
      end
      add_indicators(rows, root, root.level.label .. " " .. root.code, context)
      add_below(rows, root, context)
    end
  end
end

return framework
