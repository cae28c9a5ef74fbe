-- The view of the UN project document. What the templates may name; all but the first group is missing
-- or an empty list where the plan has nothing, and then left out with its heading:
--
--   title, kind, country, issuer, date, period, version     cover; running = { left, right }
--   resources = { required, allocated, to_mobilise, contributions, frameworks = { { title, codes } … },
--                 gender }                                    contributions is a table
--   summary, situation, theory, targeting, results, partnerships, sustainability, governance,
--   monitoring, legal                                        markdown, narrative/<name>
--   acronyms, assumptions, alignment, areas, partners, framework, workplan, posts, events, risks,
--   projects, stakeholders, signatures                       tables
--   strategies = { { title, text } … }   lessons = { { title, lessons = { { title, text } … } } … }
--   bodies = { { title, role, frequency, meetings, members = table } … }
--   has = { strategy, results, governance }                  true when a chapter has anything to say
--   variants = { { heading, reason, framework = table } … }    target sets in an annex of their own

local r = require "rapporteur"
local budget = require "common.budget"
local framework = require "framework"
local periods = require "common.periods"
local registers = require "common.registers"
local tables = require "common.tables"
local workplan = require "workplan"

-- The plan's links to frameworks, in their order: { { id, title, parts = { { id, code, title } … } } … }.
local function linked_frameworks(plan)
  local linked, found, by_id = {}, {}, {}
  for _, link in ipairs(plan.tables.links) do
    linked[link.to] = true
  end
  for _, row in ipairs(plan.tables.frameworks) do
    local entry = { id = row.id, code = row.code, title = row.title, parts = {} }
    by_id[row.id] = entry
    local parent = not r.is_missing(row.parent) and by_id[row.parent]
    if linked[row.id] and parent then
      table.insert(parent.parts, entry)
    end
    if not parent then
      found[#found + 1] = entry
    end
  end
  local used = {}
  for _, entry in ipairs(found) do
    if linked[entry.id] or #entry.parts > 0 then
      used[#used + 1] = entry
    end
  end
  return used
end

local function named(frameworks, ids)
  local found = {}
  for id in ids:gmatch("%S+") do
    for _, entry in ipairs(frameworks) do
      if entry.id == id then
        found[#found + 1] = entry
      end
    end
  end
  return found
end

local function codes_of(entry)
  local codes = {}
  for i, part in ipairs(entry.parts) do
    codes[i] = part.code
  end
  return table.concat(codes, ", ")
end

local function alignment_table(frameworks)
  local rows = {}
  for i, entry in ipairs(frameworks) do
    local parts = {}
    for j, part in ipairs(entry.parts) do
      parts[j] = part.title
    end
    rows[i] = { cells = { framework = entry.title, parts = #parts > 0 and parts or "" } }
  end
  return tables.of({
    { id = "framework", label = r.t("framework_name"), weight = 3 },
    { id = "parts", label = r.t("framework_parts"), weight = 2 },
  }, rows)
end

-- A total of the table contributions as the cover declares it.
local function declared_contributions(plan, status)
  for _, row in ipairs(plan.tables.declared_totals) do
    local category = r.is_missing(row.category) and "" or row.category[1]
    if row.of == "contributions" and category == status then
      return row.amount
    end
  end
  return r.missing()
end

local function resources(plan, declared_first, frameworks)
  local amounts = {}
  for _, row in ipairs(plan.tables.contributions) do
    if row.status ~= "to_mobilise" then
      amounts[#amounts + 1] = row.amount
    end
  end
  local allocated = { declared = declared_contributions(plan, "allocated"), computed = (r.sum(amounts)) }
  if not r.is_missing(allocated.declared) and not r.is_missing(allocated.computed)
    and allocated.declared ~= allocated.computed then
    allocated.difference = allocated.declared - allocated.computed
  end
  local required = declared_contributions(plan, "")
  if r.is_missing(required) or not declared_first then
    required = budget.printed_total(plan.budget, {}, declared_first)
  end
  local total = budget.printed_total(allocated, {}, declared_first)
  local known = not r.is_missing(required) and not r.is_missing(total)
  local lines = {}
  for i, entry in ipairs(frameworks) do
    lines[i] = { title = entry.title, codes = codes_of(entry) }
  end
  local gender = r.missing()
  for _, fact in ipairs(plan.tables.facts) do
    gender = fact.name == "gender_marker" and fact.value or gender
  end
  return {
    required = required,
    allocated = total,
    to_mobilise = known and required - total or r.missing(),
    contributions = registers.contributions(plan, total),
    frameworks = lines,
    gender = gender,
  }
end

local function texts(rows)
  local found = {}
  for i, row in ipairs(rows) do
    found[i] = { title = row.title, text = row.text }
  end
  return found
end

local function assumptions_table(plan)
  local rows = {}
  for i, row in ipairs(plan.tables.assumptions) do
    rows[i] = { cells = { title = row.title, text = row.text } }
  end
  return tables.of({
    { id = "title", label = r.t("assumption"), class = "strong", weight = 2 },
    { id = "text", label = r.t("explanation"), weight = 3, format = "cell" },
  }, rows)
end

local function grouped_lessons(plan)
  local groups = {}
  for _, row in ipairs(plan.tables.lessons) do
    local last = groups[#groups]
    if not last or tostring(last.title) ~= tostring(row.group) then
      last = { title = row.group, lessons = {} }
      groups[#groups + 1] = last
    end
    table.insert(last.lessons, { title = row.title, text = row.text })
  end
  return groups
end

local function bodies(plan)
  local found = {}
  for i, row in ipairs(plan.tables.bodies) do
    local meetings = {}
    for _, meeting in ipairs(plan.tables.meetings) do
      if meeting.body == row.id then
        meetings[#meetings + 1] = { title = meeting.title, frequency = meeting.frequency }
      end
    end
    found[i] = { title = row.title, role = row.role, frequency = row.frequency, meetings = meetings,
      members = registers.members(plan, row.id) }
  end
  return found
end

local function signature_rows(plan)
  local found = {}
  for i, row in ipairs(plan.tables.signatures) do
    found[i] = { title = row.title, organisation = row.organisation }
  end
  return found
end

local function any(...)
  for _, value in ipairs { ... } do
    if not r.is_missing(value) and (type(value) ~= "table" or #value > 0) then
      return true
    end
  end
  return false
end

return function(plan, context)
  local options = context.options
  local declared_first = options.totals == "declared"
  local years = periods.years(plan)
  local frameworks = linked_frameworks(plan)
  local recalled = named(frameworks, options.frameworks)
  local sets = plan.tables.target_sets
  local beside = options.target_set == "side-by-side" and sets or {}
  local variants = {}
  for i, set in ipairs(#beside == 0 and sets or {}) do
    variants[i] = { heading = r.t("annex_variant", { title = set.title }), reason = set.reason,
      framework = framework.of(plan, years, recalled, set.id, {}, options.columns) }
  end
  local texts_of = plan.narratives
  local span = periods.span(plan)

  local view = {
    title = plan.title, kind = plan.kind, country = plan.country, issuer = plan.issuer,
    date = plan.date, period = span, version = plan.references[1] or r.missing(),
    running = { left = plan.issuer, right = plan.kind },
    resources = resources(plan, declared_first, recalled),
    summary = texts_of.summary, situation = texts_of.situation, theory = texts_of["theory-of-change"],
    targeting = texts_of.targeting, results = texts_of.results, partnerships = texts_of.partnerships,
    sustainability = texts_of.sustainability, governance = texts_of.governance,
    monitoring = texts_of.monitoring, legal = texts_of.legal,
    acronyms = registers.acronyms(plan),
    assumptions = assumptions_table(plan),
    alignment = alignment_table(frameworks),
    strategies = texts(plan.tables.strategies),
    lessons = grouped_lessons(plan),
    areas = registers.areas(plan),
    partners = registers.partners(plan),
    framework = framework.of(plan, years, recalled, "", beside, options.columns),
    workplan = workplan.of(plan, years, declared_first),
    bodies = bodies(plan),
    posts = registers.posts(plan),
    events = registers.monitoring(plan),
    risks = registers.risks(plan),
    projects = registers.projects(plan),
    stakeholders = registers.stakeholders(plan),
    variants = variants,
    signatures = signature_rows(plan),
  }
  view.has = {
    strategy = any(view.theory, view.assumptions, view.strategies, view.alignment, view.targeting, view.lessons),
    results = any(view.results, view.areas, view.partnerships, view.partners, view.sustainability),
    governance = any(view.governance, view.bodies, view.posts, view.monitoring, view.events),
  }
  return view
end
