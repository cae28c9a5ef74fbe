local r = require "rapporteur"

return function(plan, context)
  return { title = os.getenv("HOME") }
end
