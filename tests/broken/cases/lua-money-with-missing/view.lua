local r = require "rapporteur"

return function(plan, context)
  return { n = r.money(1, "XOF") + r.missing("no_data") }
end
