-- The general form of the MPTF Office: what its narrative takes of the plan beside what both forms print.

local r = require "rapporteur"
local assessment = require "common.assessment"
local consent = require "common.consent"
local delivery = require "common.delivery"

local general = {}

-- Studies, reviews and evaluations that the plan dates in the reporting period.
local function evaluations(plan, period)
  local found = {}
  for _, row in ipairs(plan.tables.monitoring_events) do
    if not r.is_missing(row.date) and not r.is_missing(period.start_date)
      and row.date.year == period.start_date.year then
      found[#found + 1] = { title = row.title, text = row.role }
    end
  end
  return found
end

-- Adds to the view: evaluations, the delivery rate, the assessment by indicators, the first story that may be printed, as
-- a list of one or none. Tells which sections are left out for want of data.
function general.add(view, plan, period)
  view.evaluations, view.assessment = evaluations(plan, period), assessment.of(plan, period)
  view.story = { consent.words(plan.tables.stories, "story", true)[1] }
  view.delivery = delivery(plan, period)
  for slot, text in pairs { revisions = view.texts.revisions, resources = view.texts.resources, delivery = view.delivery } do
    if r.is_missing(text) then
      print(r.t("left_out." .. slot))
    end
  end
end

return general
