local r = require "rapporteur"

-- Costs of activities: of the set of budget lines that details them, else of the main budget.
-- { [node id] = { kind, total } }.
return function(plan)
  local costs = {}
  for _, line in ipairs(plan.lines) do
    local declared = line.total.declared
    costs[line.node.id] = { kind = line.kind, total = r.is_missing(declared) and line.total.computed or declared }
  end
  for _, row in ipairs(plan.tables.budget_lines) do
    if not r.is_missing(row.set) then
      costs[row.node] = { kind = tostring(row.kind), total = row.total }
    end
  end
  return costs
end
