-- The view of the annual narrative report. What the templates may name:
--
--   title, kind, country, issuer, period, running = { left, right }     cover
--   is = { spotlight, general }                                         which form; false leaves it out
--   form                                                                identification.lua
--   texts.<slot>                                                        narrative/<slot>
--   acronyms, cards, governance, partnerships, results, beneficiaries, challenges, lessons,
--   opportunities, practices, communication, steps                      chapters I to IX
--   framework, states, risks, heat, levels, awards, agencies, sheets, criteria    annexes A to D
--   claims, evaluations, assessment, story, delivery                    the general form
--
-- A table without rows is missing, a list empty: the templates leave them out with their heading.

local r = require "rapporteur"
local achievements = require "common.achievements"
local acronyms = require "common.acronyms"
local awards = require "common.awards"
local beneficiaries = require "common.beneficiaries"
local bodies = require "common.bodies"
local cards = require "common.cards"
local communication = require "communication"
local general = require "general"
local identification = require "identification"
local lettered = require "common.lettered"
local names = require "common.names"
local partners = require "common.partners_table"
local practices = require "practices"
local matrix = require "common.risk_matrix"
local pick = require "common.pick"
local tables = require "common.tables"

-- Claims of a node or theme with their evidence: the footnote stands behind the evidence.
local function claims(plan, field, key)
  local found = {}
  for _, row in ipairs(plan.tables.claims) do
    if row[field] == key then
      local evidence = row.evidence
      if not r.is_missing(row.note) and not r.is_missing(evidence) then
        evidence = r.note(evidence, row.note)
      end
      found[#found + 1] = { claim = row.claim, evidence = evidence }
    end
  end
  return found
end

local function outputs_of(node)
  local titles = {}
  for i, output in ipairs(node.children) do
    titles[i] = output.code .. " " .. tostring(output.title)
  end
  return #titles > 0 and table.concat(titles, "; ") or r.missing()
end

local function outcomes(plan, texts_of)
  local found = {}
  for i, node in ipairs(plan.roots) do
    found[i] = { title = r.t("outcome", { code = node.code, title = node.title }), text = texts_of("results-outcome-" .. node.code),
      goal = node.row.long_title, outputs = outputs_of(node), claims = claims(plan, "node", node.id) }
  end
  return found
end

local function challenges(plan)
  local rows = {}
  for i, row in ipairs(plan.tables.challenges) do
    rows[i] = { cells = { number = i, text = row.text, response = row.response } }
  end
  return tables.of({ { id = "number", label = r.t("number"), class = "code" },
    { id = "text", label = r.t("challenges.text") }, { id = "response", label = r.t("challenges.response") } }, rows)
end

local function criteria()
  local columns, rows = { { id = "of", label = r.t("criteria.of"), class = "strong" } }, {}
  local kinds = { "innovation", "promising", "good", "policy" }
  for i, kind in ipairs(kinds) do
    columns[i + 1] = { id = kind, label = r.t("criteria." .. kind) }
  end
  for i, row in ipairs { "evidence", "replicable" } do
    local cells = { of = r.t("criteria." .. row) }
    for _, kind in ipairs(kinds) do
      cells[kind] = r.t("criteria." .. kind .. "_" .. row)
    end
    rows[i] = { cells = cells }
  end
  return r.table { columns = columns, rows = rows }
end

local function partnerships(plan)
  local name_of, extras = names.register(plan), {}
  for i, part in ipairs { "government", "civil_society", "eu", "agencies", "other" } do
    extras[i] = { title = r.t("partners." .. part), caption = r.t("partners.of_" .. part),
      partners = i < 3 and partners(plan, part, name_of) or r.missing() }
  end
  local intro, parts = lettered.parts(plan.narratives.partnerships, extras, { caption = "", partners = r.missing() })
  return { intro = intro, parts = parts }
end

local function reader(plan)
  local there = {}
  for _, slot in ipairs(plan.narrative_slots) do
    there[slot] = true
  end
  return function(slot)
    return there[slot] and plan.narratives[slot] or r.missing()
  end
end

return function(plan, context)
  local period = plan.reporting_period
  if r.is_missing(period) then
    print(r.t("no_period"))
    period = plan.periods[1] or { id = "", label = "", start_date = plan.start_date, end_date = plan.end_date }
  end
  local texts_of, is_general = reader(plan), context.options.form == "general"
  local span = r.t("period", { first = period.start_date, last = period.end_date })
  local view = {
    title = plan.title, kind = plan.kind, country = plan.country, issuer = plan.issuer, period = span,
    general_period = r.t("general.period", { period = span }),
    running = { left = plan.country .. " – " .. r.t("short"), right = r.t("running", { year = period.label }) },
    is = { spotlight = not is_general, general = is_general },
    form = identification.of(plan, period),
    cards = {},
    results = { transversal = claims(plan, "theme", "transversal"), outcomes = outcomes(plan, texts_of),
      health = claims(plan, "theme", "reproductive-health") },
    challenges = challenges(plan),
    lessons = pick(plan.tables.lessons, { "title", "text" }), opportunities = pick(plan.tables.opportunities, { "text" }),
    practices = {}, steps = {},
    texts = {},
  }
  for _, slot in ipairs { "executive-summary", "key-results", "results-transversal", "reproductive-health",
    "beneficiaries", "challenges-intro", "lessons-intro", "practices-intro", "next-steps-intro", "conclusion",
    "purpose", "revisions", "resources" } do
    view.texts[slot:gsub("%-", "_")] = texts_of(slot)
  end
  for _, field in ipairs { "assessment", "delivery", "beneficiaries", "risks", "heat", "awards", "agencies", "criteria" } do
    view[field] = r.missing()
  end
  for _, field in ipairs { "evaluations", "story", "framework", "states", "levels", "sheets" } do
    view[field] = {}
  end
  for _, field in ipairs { "governance", "partnerships", "communication" } do
    view[field] = { intro = r.missing(), parts = {}, meetings = {} }
  end
  if is_general then
    general.add(view, plan, period)
  else
    view.governance, view.partnerships, view.communication = bodies(plan), partnerships(plan), communication(plan)
    view.cards, view.beneficiaries, view.steps = cards(plan), beneficiaries(plan), lettered.groups(plan.tables.next_steps)
    view.practices = pick(plan.tables.practices, { "title", "summary" }, "summary")
    local risks = matrix.risks(plan)
    -- the Secretariat supplies the frame of annex A: its labels are English in every report
    view.framework, view.states = r.with_language("en", function() return achievements.of(plan, period) end)
    view.risks, view.heat, view.levels = matrix.table(plan, risks), matrix.heat_map(risks), matrix.levels(risks)
    view.awards, view.agencies = awards(plan)
    view.sheets, view.criteria = practices(plan), criteria()
  end
  view.acronyms = acronyms.table(acronyms.used(plan, acronyms.texts_of(view)))
  return view
end
