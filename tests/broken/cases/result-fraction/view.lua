local r = require "rapporteur"

return function(plan, context)
  return { title = "x", share = 1 / 3 }
end
