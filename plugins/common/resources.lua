-- Resources of a plan: what it needs, what contributions allocate, what remains to be mobilised.

local r = require "rapporteur"
local budget = require "common.budget"
local registers = require "common.registers"

local resources = {}

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

-- What the cover says: { required, allocated, to_mobilise = required - allocated, contributions = a
-- table, gender = the marker }. Required is what the plan declares, else the total of its budget.
function resources.of(plan, declared_first)
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
  local gender = r.missing()
  for _, fact in ipairs(plan.tables.facts) do
    gender = fact.name == "gender_marker" and fact.value or gender
  end
  return {
    required = required,
    allocated = total,
    to_mobilise = known and required - total or r.missing(),
    contributions = registers.contributions(plan, total),
    gender = gender,
  }
end

return resources
