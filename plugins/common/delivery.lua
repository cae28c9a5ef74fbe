-- The delivery rate of a period: what was spent of what was budgeted, in the table expenditures.
--
-- Words used: delivery.text.

local r = require "rapporteur"

-- One sentence; missing when the plan has no such row for the period, or one of them lacks an amount:
-- a rate of part of the programme would pass for the rate of all of it.
return function(plan, period)
  local budgeted, spent = {}, {}
  for _, row in ipairs(plan.tables.expenditures) do
    if row.period == period.id then
      if r.is_missing(row.budgeted) or r.is_missing(row.spent) then
        return r.missing("no_data")
      end
      budgeted[#budgeted + 1], spent[#spent + 1] = row.budgeted, row.spent
    end
  end
  if #spent == 0 then
    return r.missing()
  end
  local whole, part = r.sum(budgeted), r.sum(spent)
  return r.t("delivery.text", { budgeted = whole, spent = part, rate = r.percent(part, whole, 1), period = period.label,
    currency = plan.currency })
end
