local r = require "rapporteur"

return function(plan, context)
  return { title = ("%p"):format(plan) }
end
