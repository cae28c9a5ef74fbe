local r = require "rapporteur"

return function(plan, context)
  return { n = r.money("1,5", "XOF") }
end
