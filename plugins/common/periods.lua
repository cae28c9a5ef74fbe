-- The periods of a plan: its years, and what a year is made of.

local r = require "rapporteur"

local periods = {}

local function labelled(period)
  return { id = period.id, label = r.is_missing(period.label) and period.id or period.label }
end

-- The periods that are no part of another one, in the order of the plan: { id, label }.
function periods.years(plan)
  local inside, years = {}, {}
  for _, period in ipairs(plan.periods) do
    for _, part in ipairs(period.parts) do
      inside[part.id] = true
    end
  end
  for _, period in ipairs(plan.periods) do
    if not inside[period.id] then
      years[#years + 1] = labelled(period)
    end
  end
  return years
end

-- What a year is made of, the year itself when the plan does not divide it: { id, label }.
function periods.parts(plan, year_id)
  local parts = {}
  for _, period in ipairs(plan.periods) do
    if period.id == year_id then
      for i, part in ipairs(#period.parts > 0 and period.parts or { period }) do
        parts[i] = labelled(part)
      end
    end
  end
  return parts
end

-- "2012–2014", or one year; missing when the plan does not say.
function periods.span(plan)
  local first, last = plan.start_date, plan.end_date
  if r.is_missing(first) or r.is_missing(last) then
    return r.missing()
  end
  return first.year == last.year and tostring(first.year) or first.year .. "–" .. last.year
end

return periods
