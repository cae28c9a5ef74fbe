local r = require "rapporteur"

return function(plan, context)
  local helper
  return { title = helper(plan) }
end
