-- The head of a page: { left, right }, the title and the years of the plan.

local r = require "rapporteur"
local periods = require "common.periods"

local longest = 100 -- letters that one line of the head holds

-- Of a title that is too long, what kind of document it is.
return function(plan)
  local fits = utf8.len(tostring(plan.title)) <= longest
  local span = periods.span(plan)
  return {
    left = (fits or r.is_missing(plan.kind)) and plan.title or plan.kind,
    right = r.is_missing(span) and "" or span,
  }
end
