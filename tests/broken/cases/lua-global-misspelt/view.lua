local r = require "rapporteur"

return function(plan, context)
  return { title = tostrng(plan.title) }
end
