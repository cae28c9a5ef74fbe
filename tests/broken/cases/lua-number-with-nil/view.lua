local r = require "rapporteur"

return function(plan, context)
  if plan.nodes[9] < 3 then return {} end
end
