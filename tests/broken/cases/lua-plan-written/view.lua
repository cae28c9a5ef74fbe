local r = require "rapporteur"

return function(plan, context)
  plan.title = "autre"
  return {}
end
