local r = require "rapporteur"

return function(plan, context)
  error("le tableau des risques manque")
end
