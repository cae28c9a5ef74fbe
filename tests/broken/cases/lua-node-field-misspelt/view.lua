local r = require "rapporteur"

return function(plan, context)
  return { title = plan.nodes[1].tittle }
end
