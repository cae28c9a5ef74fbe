local r = require "rapporteur"

return function(plan, context)
  error({ code = 3 })
end
