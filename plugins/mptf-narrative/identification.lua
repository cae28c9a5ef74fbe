-- The identification form of both forms; names are derived from what the plan says of partners.

local r = require "rapporteur"
local funding = require "common.funding"
local names = require "common.names"

local identification = {}

-- Each once, in their order; missing when there is none.
local function joined(list_of, separator)
  local list, seen = {}, {}
  for _, name in ipairs(list_of) do
    if not seen[tostring(name)] then
      seen[tostring(name)] = true
      list[#list + 1] = tostring(name)
    end
  end
  return #list > 0 and table.concat(list, separator) or r.missing()
end

local function partners(plan, name_of)
  local ministries, societies = {}, {}
  for _, row in ipairs(plan.tables.organisations) do
    ministries[#ministries + 1] = row.kind == "ministry" and row.name or nil
  end
  for _, row in ipairs(plan.tables.awards) do
    societies[#societies + 1] = name_of(row.organisation)
  end
  return joined(ministries, r.t("separator")), joined(societies, ", ")
end

-- Months from the first to the last day, the last one begun not counted.
local function months(plan)
  local first, last = plan.start_date, plan.end_date
  if r.is_missing(first) or r.is_missing(last) or not first.month or not last.month then
    return r.missing()
  end
  local count = (last.year - first.year) * 12 + last.month - first.month
  return count - ((last.day or 28) < (first.day or 1) and 1 or 0)
end

local function box(checked)
  return checked and "☑" or "☐"
end

-- Boxes of an assessment: yes when one of these kinds is dated no later than the period, no when all
-- that are dated come later; open when the plan dates none.
local function assessed(plan, period, kinds)
  local last, done, later = period.end_date, nil, false
  for _, row in ipairs(plan.tables.monitoring_events) do
    if kinds[row.kind] and not r.is_missing(row.date) and not r.is_missing(last) then
      local date = row.date
      local is_done = date.year < last.year or date.year == last.year and (date.month or 1) <= (last.month or 12)
      done, later = is_done and date or done, later or not is_done
    end
  end
  return { yes = box(done ~= nil), no = box(done == nil and later), date = done or r.missing() }
end

function identification.of(plan, period)
  local name_of = names.register(plan)
  local table_of, agencies, totals = funding.of(plan, name_of)
  local government, societies = partners(plan, name_of)
  local areas, pillars, submitter = {}, {}, plan.tables.signatures[1]
  for _, row in ipairs(plan.tables.areas) do
    areas[#areas + 1] = r.is_missing(row.parent) and row.name or nil
  end
  for i, node in ipairs(plan.roots) do
    pillars[i] = { mark = box(#node.indicators > 0 or #node.children > 0), title = node.code .. ". " .. node.title }
  end
  local is_final = plan.end_date == period.end_date
  return {
    reference = plan.references[1] or r.missing(), number = r.missing(), none = r.missing(),
    start = plan.start_date, ["end"] = plan.end_date, months = months(plan),
    review = assessed(plan, period, { review = true, evaluation = true }),
    mid_term = assessed(plan, period, { mid_term = true }),
    annual = box(not is_final), final = box(is_final), pillars = pillars,
    agencies = joined(agencies, ", "), areas = joined(areas, ", "),
    government = government, societies = societies,
    funding = table_of, approved = totals.total, phase = totals.f1 or r.missing(), own = totals.f2 or r.missing(),
    submitter = { title = submitter and submitter.role or r.missing(),
      organisation = submitter and name_of(submitter.organisation) or r.missing() },
  }
end

return identification
