-- How far a measured value (an indicator or series) has come to its milestone and its target, and
-- what that is called. The names of the states are words of the format: met, partial, low, level
-- (the milestone is the baseline, so progress to it says nothing), against (the milestone goes
-- against the indicator's direction), unknown (no number to compare).

local r = require "rapporteur"

local progress = {}

local function is_list(value)
  return type(value) == "table" or r.kind(value) == "list"
end

-- Yes and no count as 1 and 0, a step of a scale as its digit; the items of a checklist are no number.
local function number_of(value)
  if is_list(value) then
    return r.missing()
  end
  local kind = r.kind(value)
  if kind == "boolean" then
    return value and 1 or 0
  elseif kind == "text" or kind == "string" then
    local digit = tostring(value):match("^(%d+) – ")
    return digit and math.tointeger(tonumber(digit)) or value
  end
  return value
end

local function is_number(value)
  local kind = r.kind(value)
  return kind == "integer" or kind == "decimal" or kind == "percent"
end

-- The share of a goal's items that a checklist has.
local function items_met(value, goal)
  local has, met = {}, 0
  for _, item in ipairs(value) do
    has[tostring(item)] = true
  end
  for _, item in ipairs(goal) do
    met = met + (has[tostring(item)] and 1 or 0)
  end
  return r.percent(met, #goal)
end

-- The items of a checklist as the scale of its indicator calls them in the report's language, whatever
-- language each was typed in; any other value as it is.
local function named(value, indicator)
  local scale = indicator.row.scale
  if r.kind(value) ~= "list" or r.is_missing(scale) then
    return value
  end
  local items = {}
  for i, item in ipairs(value) do
    items[i] = r.step(scale, item)
  end
  return items
end

local function towards(base, value, goal)
  if is_list(value) and is_list(goal) then
    return items_met(value, goal)
  end
  return r.progress(number_of(base), number_of(value), number_of(goal))
end

-- The value of `period`, else the last one that there is, in the order of the plan.
local function latest(map, plan, period)
  local found = map[period]
  for _, one in ipairs(found == nil and plan.periods or {}) do
    found = map[one.id] == nil and found or map[one.id]
  end
  return found == nil and r.missing() or found
end

local function goes_against(direction, base, goal)
  if not is_number(base) or not is_number(goal) then
    return false
  end
  return direction == "up" and goal < base or direction == "down" and base < goal
end

local function state_of(to_milestone, to_target, against)
  local whole, half = r.percent(1, 1), r.percent(1, 2)
  if against then
    return "against"
  elseif r.kind(to_milestone) == "percent" then
    return whole <= to_milestone and "met" or half <= to_milestone and "partial" or "low"
  elseif r.kind(to_target) == "percent" and whole <= to_target then
    return "met"
  end
  return r.kind(to_target) == "percent" and "level" or "unknown"
end

-- { baseline, milestone, actual, target, to_milestone, to_target (percent or missing), state } of an
-- indicator or one of its series. Progress to a milestone equal to the baseline is judged by the
-- target alone.
function progress.of(measured, indicator, plan, period)
  local own = measured.id ~= indicator.id and measured.row.direction or r.missing()
  local direction = r.is_missing(own) and indicator.direction or own
  local base, actual = named(measured.baseline, indicator), measured.actuals[period]
  actual = actual == nil and r.missing() or named(actual, indicator)
  local milestone = named(latest(measured.milestones, plan, period), indicator)
  local target = r.is_missing(measured.target) and latest(measured.targets, plan) or measured.target
  target = named(target, indicator)
  local to_milestone, to_target = towards(base, actual, milestone), towards(base, actual, target)
  local against = goes_against(direction, number_of(base), number_of(milestone))
    and r.kind(to_milestone) == "percent"
  local state = state_of(to_milestone, to_target, against)
  if state == "unknown" and is_number(number_of(actual)) and is_number(number_of(base)) then
    state = "level"
  end
  return { baseline = base, milestone = milestone, actual = actual, target = target,
    to_milestone = against and r.missing("not_applicable") or to_milestone,
    to_target = goes_against(direction, number_of(base), number_of(target))
      and r.missing("not_applicable") or to_target,
    state = state }
end

-- A value inside a sentence: items of a checklist in a row, a dash for what is missing.
function progress.words(value)
  if is_list(value) then
    local items = {}
    for i, item in ipairs(value) do
      items[i] = tostring(item)
    end
    return table.concat(items, ", ")
  end
  return r.is_missing(value) and "–" or value
end

-- What was said beside the actual values of a period, each remark once.
function progress.notes(measured_list, period)
  local notes, seen = {}, {}
  for _, measured in ipairs(measured_list) do
    for _, measure in ipairs(measured.measures) do
      local text = tostring(measure.note)
      if measure.kind == "actual" and measure.period == period and not r.is_missing(measure.note)
        and not seen[text] then
        seen[text] = true
        notes[#notes + 1] = measure.note
      end
    end
  end
  return notes
end

return progress
