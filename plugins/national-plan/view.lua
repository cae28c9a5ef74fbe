-- The view of the national plan. What the template may name: every field below. A section that the
-- plan has no data for is missing, and the template leaves it out with its heading.

local r = require "rapporteur"
local acronyms = require "common.acronyms"
local budget_table = require "common.budget_table"
local chronogram = require "common.chronogram"
local cost_summary = require "common.cost_summary"
local departments = require "common.departments"
local key_figures = require "common.key_figures"
local lists = require "common.lists"
local logframe = require "logframe"
local matrix = require "matrix"
local narratives = require "common.narratives"
local names = require "common.names"
local periods = require "common.periods"
local running = require "common.running"
local registers = require "common.registers"
local sheets = require "sheets"

return function(plan, context)
  local slot = narratives.reader(plan)
  local index = names.index(plan)
  local summary, by_pillar = r.missing(), {}
  local activity_budget = { framework = r.missing(), rate_note = r.missing() }
  if cost_summary.is_summary(plan) then
    summary, by_pillar = cost_summary.summary(plan, index, context.options)
  elseif #plan.lines > 0 then
    activity_budget = budget_table.by_activity(plan, context.options)
  end
  local quarters = chronogram(plan)
  local framework = context.options.framework
  if framework == "auto" then
    framework = r.is_missing(quarters) and "matrix" or "logframe"
  end
  local view = {
    running = running(plan),
    title = plan.title, country = plan.country, issuer = plan.issuer,
    motto = slot("motto"), date = plan.date, period = periods.span(plan),
    -- `context` where a plan keeps `introduction` for its budget alone
    introduction = slot("context", "introduction"), process = slot("process"), mandate = slot("mandate"),
    yearly = narratives.yearly(plan, slot, "activities"), figures = key_figures(plan),
    theory = slot("theory-of-change"), assumptions = lists.numbered(lists.of(plan.tables.assumptions, "text")),
    implementation = slot("implementation"), monitoring = slot("monitoring"),
    strategies_lead = slot("strategies"), strategies = lists.rows(plan.tables.strategies, { "title", "text" }),
    axes = framework == "logframe" and #plan.roots > 0 and logframe.axes(plan, index) or {},
    costs_text = slot("costs"), costs = summary,
    funding_text = slot("funding"), opportunities = lists.rows(plan.tables.funding_opportunities, { "title", "text" }),
    alignment = slot("alignment"), pillars = sheets.pillars(plan, index),
    matrices = framework == "matrix" and matrix.pillars(plan, index, by_pillar) or {},
    budget = activity_budget.framework, rate_note = activity_budget.rate_note,
    chronogram = quarters, departments = departments(plan, index),
    supporters = names.supporters(plan, index),
  }
  view.acronyms = registers.acronyms(acronyms.used(plan, acronyms.texts_of(view)))
  return view
end
