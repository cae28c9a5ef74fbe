local r = require "rapporteur"

return function(plan, context)
  return { title = plan.titel }
end
