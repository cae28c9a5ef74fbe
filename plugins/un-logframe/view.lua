-- The view of the UN project document. What the templates may name; all but the first group is missing
-- or an empty list where the plan has nothing, and then left out with its heading:
--
--   title, kind, country, issuer, date, period, version     cover; running = { left, right }
--   resources = { required, allocated, to_mobilise, contributions = table, gender }
--   contributions = { { label, codes } … }                   to the frameworks of the option
--   summary, situation, theory, targeting, results, partnerships, sustainability, governance,
--   monitoring, legal                                        markdown, narrative/<name>
--   acronyms, assumptions, alignment, areas, partners, framework, workplan, posts, events, risks,
--   projects, stakeholders                                   tables
--   strategies = { { title, text } … }   lessons = { { title, lessons = { { title, text } … } } … }
--   bodies = { { title, role, frequency, meetings, members = table } … }
--   signatures = { { title, organisation } … }
--   has = { strategy, results, governance }                  true when a chapter has anything to say
--   legend = text                                            under the caption of a framework
--   variants = { { heading, title, reason, framework = table } … }   target sets in an annex of their own

local r = require "rapporteur"
local acronyms = require "common.acronyms"
local framework = require "framework"
local frameworks = require "common.frameworks"
local governance = require "common.governance"
local narratives = require "common.narratives"
local periods = require "common.periods"
local registers = require "common.registers"
local resources = require "common.resources"
local workplan = require "workplan"

-- What the cover says of each framework: { { label, codes } … }.
local function contributions(list)
  local lines = {}
  for i, entry in ipairs(list) do
    lines[i] = { label = r.t("contribution_to", { framework = entry.title }), codes = frameworks.codes(entry) }
  end
  return lines
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
  local linked = frameworks.linked(plan)
  local recalled = frameworks.named(linked, options.frameworks)
  local sets = plan.tables.target_sets
  local beside = options.target_set == "side-by-side" and sets or {}
  local variants = {}
  for i, set in ipairs(#beside == 0 and sets or {}) do
    variants[i] = { heading = r.t("annex_variant", { number = 3 + i }), title = set.title, reason = set.reason,
      framework = framework.of(plan, years, recalled, set.id, {}, options.columns) }
  end
  local slot = narratives.reader(plan)
  local span = periods.span(plan)

  local view = {
    title = plan.title, kind = plan.kind, country = plan.country, issuer = plan.issuer,
    date = plan.date, period = span, version = plan.references[1] or r.missing(),
    running = { left = plan.issuer, right = plan.kind },
    resources = resources.of(plan, declared_first),
    contributions = contributions(recalled),
    summary = slot("summary"), situation = slot("situation"), theory = slot("theory-of-change"),
    targeting = slot("targeting"), results = slot("results"), partnerships = slot("partnerships"),
    sustainability = slot("sustainability"), governance = slot("governance"),
    monitoring = slot("monitoring"), legal = slot("legal"),
    assumptions = registers.assumptions(plan),
    alignment = frameworks.table(linked),
    strategies = registers.texts(plan.tables.strategies),
    lessons = registers.lessons(plan),
    areas = registers.areas(plan),
    partners = registers.partners(plan),
    legend = r.t((options.columns == "project" or (#beside > 0 and options.columns ~= "eu")) and "legend_marks" or "legend_missing"),
    framework = framework.of(plan, years, recalled, "", beside, options.columns),
    workplan = workplan.of(plan, years, declared_first),
    bodies = governance.bodies(plan),
    posts = governance.posts(plan),
    events = governance.monitoring(plan),
    risks = registers.risks(plan),
    projects = registers.projects(plan),
    stakeholders = registers.stakeholders(plan),
    variants = variants,
    signatures = governance.signatures(plan),
  }
  view.acronyms = registers.acronyms(acronyms.used(plan, acronyms.texts_of(view)))
  view.has = {
    strategy = any(view.theory, view.assumptions, view.strategies, view.alignment, view.targeting, view.lessons),
    results = any(view.results, view.areas, view.partnerships, view.partners, view.sustainability),
    governance = any(view.governance, view.bodies, view.posts, view.monitoring, view.events),
  }
  return view
end
