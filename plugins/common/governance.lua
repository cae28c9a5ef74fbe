-- Who steers and carries out a plan, as it has them: bodies and members, posts, monitoring, signatures.
-- Tables are missing when the plan has no rows; their words are register.* of the terms.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local word, text, banded = tables.word, tables.text, tables.banded

local governance = {}

function governance.members(plan, body)
  local name_of = names.register(plan)
  local rows = {}
  for _, row in ipairs(plan.tables.members) do
    if row.body == body then
      rows[#rows + 1] = { cells = {
        title = row.title, role = tables.blank(row.role),
        organisation = r.is_missing(row.organisation) and row.organisation or name_of(row.organisation),
      } }
    end
  end
  return tables.of({
    text("title", "member", { weight = 3 }),
    text("organisation", "organisation"),
    text("role", "role", { optional = true }),
  }, rows)
end

function governance.posts(plan)
  return tables.of({
    text("title", "post", { weight = 2 }),
    { id = "number", label = word("posts"), class = "figure" },
    text("grade", "grade", { class = "code", optional = true }),
    text("contract", "contract", { optional = true }),
    text("place", "place", { optional = true }),
    { id = "share", label = word("share"), class = "figure", format = "share", optional = true },
    text("duration", "duration", { optional = true }),
    { id = "cost", label = word("cost"), class = "figure", format = "amount", optional = true },
  }, banded(plan.tables.posts, function(row) return row.role end, function(row)
    local share = r.is_missing(row.share) and "" or r.t("percent", { number = row.share })
    return {
      title = row.title, number = tables.blank(row.number), grade = tables.blank(row.grade),
      contract = tables.blank(row.contract), place = tables.blank(row.place), share = share,
      duration = tables.blank(row.duration), cost = tables.blank(row.cost),
    }
  end))
end

-- Surveys, reports, evaluations, audits; `bodies` in place of an organisation where a body answers.
function governance.monitoring(plan)
  local name_of, bodies, rows = names.register(plan), {}, {}
  for _, row in ipairs(plan.tables.bodies) do
    bodies[row.id] = row.title
  end
  for _, row in ipairs(plan.tables.monitoring_events) do
    local body = r.is_missing(row.body) and row.body or bodies[row.body]
    rows[#rows + 1] = { cells = {
      title = row.title,
      frequency = r.is_missing(row.frequency) and row.date or row.frequency,
      responsible = r.is_missing(row.organisation) and body or name_of(row.organisation),
      cost = row.cost,
    } }
  end
  return tables.of({
    text("title", "event", { weight = 2 }),
    text("frequency", "when"),
    text("responsible", "responsible"),
    { id = "cost", label = word("cost"), class = "figure", format = "amount", optional = true },
  }, rows)
end

-- { { title, role, frequency, meetings = { { title, frequency } … }, members = table } … }.
function governance.bodies(plan)
  local found = {}
  for i, row in ipairs(plan.tables.bodies) do
    local meetings = {}
    for _, meeting in ipairs(plan.tables.meetings) do
      if meeting.body == row.id then
        meetings[#meetings + 1] = { title = meeting.title, frequency = meeting.frequency }
      end
    end
    found[i] = { title = row.title, role = row.role, frequency = row.frequency, meetings = meetings,
      members = governance.members(plan, row.id) }
  end
  return found
end

-- Who signs, by function: { { title, organisation } … }.
function governance.signatures(plan)
  local name_of, found = names.register(plan), {}
  for i, row in ipairs(plan.tables.signatures) do
    found[i] = { title = row.title, organisation = name_of(row.organisation) }
  end
  return found
end

return governance
