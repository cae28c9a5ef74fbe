local r = require "rapporteur"

return function(plan, context)
  local t = {}
  return { n = t.count + 1 }
end
