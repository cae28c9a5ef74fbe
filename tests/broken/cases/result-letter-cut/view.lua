local r = require "rapporteur"

return function(plan, context)
  return { title = ("é"):sub(1, 1) }
end
