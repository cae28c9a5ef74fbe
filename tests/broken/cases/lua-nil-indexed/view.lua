local r = require "rapporteur"

return function(plan, context)
  local node = plan.nodes[99]
  return { title = node.title }
end
