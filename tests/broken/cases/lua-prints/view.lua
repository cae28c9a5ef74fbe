local r = require "rapporteur"

return function(plan, context)
  print("axes", #plan.nodes, plan.nodes)
  return { title = "x" }
end
