local r = require "rapporteur"

return function(plan, context)
  return { d = r.date("31/12/2025") }
end
