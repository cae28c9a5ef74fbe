local r = require "rapporteur"

return function(plan, context)
  return { d = r.date("2025", 3) }
end
