-- Narrative texts of a plan, those that exist: a section without one is left out, not reported.

local r = require "rapporteur"

local narratives = {}

-- slot(name …): the first of these slots that has a text, else missing.
function narratives.reader(plan)
  local there = {}
  for _, slot in ipairs(plan.narrative_slots) do
    there[slot] = true
  end
  return function(...)
    for _, slot in ipairs({ ... }) do
      if there[slot] then
        return plan.narratives[slot]
      end
    end
    return r.missing()
  end
end

-- The same for a section that must be there: without a text its place carries the mark of the first slot,
-- and the run tells that it is missing.
function narratives.required(plan, first, ...)
  local text = narratives.reader(plan)(first, ...)
  return r.is_missing(text) and plan.narratives[first] or text
end

-- Texts of slots "<prefix>-<year>", in the order of the years: { { year, text } … }.
function narratives.yearly(plan, slot, prefix)
  local sections = {}
  for _, name in ipairs(plan.narrative_slots) do
    local year = name:match("^" .. prefix .. "%-(%d+)$")
    if year then
      sections[#sections + 1] = { year = year, text = slot(name) }
    end
  end
  return sections
end

return narratives
