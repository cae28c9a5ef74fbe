local r = require "rapporteur"

return function(plan, context)
  return { n = r.percent("5", 10) }
end
