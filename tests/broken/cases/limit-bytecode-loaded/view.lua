local r = require "rapporteur"

return function(plan, context)
  return { title = load(string.dump(print))() }
end
