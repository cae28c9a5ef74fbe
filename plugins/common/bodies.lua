-- Bodies that steer a plan as a chapter of their report: members, meetings held, decisions taken.
--
-- Words used: governance.*, number.

local r = require "rapporteur"
local lettered = require "common.lettered"
local tables = require "common.tables"

local function members(plan, body)
  local rows = {}
  for _, row in ipairs(plan.tables.members) do
    rows[#rows + 1] = row.body == body and { cells = { number = #rows + 1, member = row.title, role = row.role } } or nil
  end
  return tables.of({
    { id = "number", label = r.t("number"), class = "code" },
    { id = "member", label = r.t("governance.member"), weight = 4 },
    { id = "role", label = r.t("governance.role"), format = "cell" },
  }, rows)
end

local function meetings(plan, body)
  local found = {}
  for _, row in ipairs(plan.tables.meetings) do
    if tables.blank(row.body) == body then
      found[#found + 1] = { title = row.title, date = row.date, frequency = row.frequency }
    end
  end
  return found
end

-- { intro, parts = { { title, text, role, frequency, meetings = { { title, date, frequency } … },
-- members = table, decisions = rows } … }, meetings = those of no body }. The text of a body is the
-- section of the narrative `governance` in its place, else its role. A decision belongs to the body
-- that its group names.
return function(plan)
  local decisions, extras = lettered.groups(plan.tables.decisions), {}
  for i, row in ipairs(plan.tables.bodies) do
    local own = {}
    for _, group in ipairs(decisions) do
      own = tostring(row.title):lower():find(tostring(group.title):lower(), 1, true) and group.rows or own
    end
    extras[i] = { title = row.title, text = row.role, role = row.role, frequency = row.frequency,
      meetings = meetings(plan, row.id), members = members(plan, row.id), decisions = own }
  end
  local intro, parts = lettered.parts(plan.narratives.governance, extras,
    { role = r.missing(), frequency = r.missing(), meetings = {}, members = r.missing(), decisions = {} })
  return { intro = intro, parts = parts, meetings = meetings(plan, "") }
end
