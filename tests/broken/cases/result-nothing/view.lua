local r = require "rapporteur"

return function(plan, context)
  local title = plan.title
end
