-- The view of the report: sections 1 to 11 of the form. What the form asks for and the plan lacks keeps its mark, and is told.
local r = require "rapporteur"
local achieved = require "achieved"
local beneficiaries = require "common.beneficiaries"
local consent = require "common.consent"
local funding = require "common.funding"
local lists = require "common.lists"
local matrix = require "common.risk_matrix"
local names = require "common.names"
local narratives = require "common.narratives"
local pick = require "common.pick"
local spending = require "common.spending"
local tables = require "common.tables"

local function boxes(chosen, choices)
  local found = {}
  for i, choice in ipairs(choices) do
    found[i] = { mark = choice == chosen and "☑" or "☐", name = r.t("box." .. choice) }
  end
  return found
end

local function money(plan, options)
  local grant, others = funding.split(plan, options.fund)
  local spent_table, used = spending.of(plan)
  local received = options.received == "" and r.missing() or r.money(options.received, plan.currency)
  return { grant = grant, others = others, received = received, used = used, balance = spending.less(received, used), table = spent_table }
end

local function partners(plan)
  local rows = {}
  for _, kind in ipairs { "government", "civil_society", "donor", "agency", "other" } do
    local list = names.partners(plan, kind)
    rows[#rows + 1] = #list > 0 and { cells = { kind = r.t("kind." .. kind), list = lists.line(list) } } or nil
  end
  return tables.of({ { id = "kind", label = r.t("kind.of"), class = "strong" }, { id = "list", label = r.t("kind.partners"), weight = 4 } }, rows)
end

return function(plan, context)
  local options, unexplained, outputs, grave = context.options, {}, {}, {}
  local period = r.is_missing(plan.reporting_period) and plan.periods[#plan.periods] or plan.reporting_period
  for _, node in ipairs(plan.nodes) do
    outputs[#outputs + 1] = node.parent and node or nil
  end
  local all, voices = matrix.risks(plan), { consent.words(plan.tables.stories, "story", true)[1] }
  for _, risk in ipairs(all) do
    grave[#grave + 1] = (not risk.level or risk.level == "high" or risk.level == "extreme") and risk or nil
  end
  local output_table, count, met = achieved(plan, outputs, period.id, unexplained)
  local quotes = consent.words(plan.tables.quotes, "quote")
  table.move(quotes, 1, math.min(#quotes, 4), #voices + 1, voices) -- 15 pages are short
  local view = { title = plan.title, country = plan.country, issuer = plan.issuer, date = plan.date, start = plan.start_date,
    ["end"] = plan.end_date, number = plan.references[1] or r.missing(), currency = plan.currency,
    running = { left = plan.country, right = r.t("running") }, areas = lists.line(lists.of(plan.tables.areas, "name")),
    report = boxes(options.report, { "midterm", "final" }), scope = boxes(options.scope, { "global", "regional", "local" }),
    extension = boxes(options.extension, { "yes", "no" }), money = money(plan, options),
    groups = lists.line(lists.of(plan.tables.beneficiaries, "group")),
    implementing = lists.line(names.partners(plan, "civil_society")), outcomes = (achieved(plan, plan.roots, period.id, unexplained)),
    outputs = output_table, outputs_said = r.t("outputs_said", { count = count, met = met }),
    beneficiaries = beneficiaries(plan), partners = partners(plan), risks = matrix.table(plan, grave),
    risks_said = r.t("risks_said", { shown = #grave, all = #all }), materials = pick(plan.tables.monitoring_events, { "title", "role" }),
    challenges = pick(plan.tables.challenges, { "text", "response" }), lessons = pick(plan.tables.lessons, { "title", "text" }),
    voices = voices, photos = consent.pictures(plan.tables.photos), texts = { summary = narratives.required(plan, "summary", "executive-summary"),
      finance = narratives.required(plan, "financial-status"), changes = narratives.required(plan, "changes"),
      sustainability = narratives.required(plan, "sustainability", "conclusion") } }
  if #unexplained > 0 then
    print(r.t("unexplained", { codes = table.concat(unexplained, ", ") }))
  end
  return view
end
