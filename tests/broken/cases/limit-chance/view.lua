local r = require "rapporteur"

return function(plan, context)
  return { n = math.random(6) }
end
