local r = require "rapporteur"

return function(plan, context)
  return { n = r.mony(5, "XOF") }
end
